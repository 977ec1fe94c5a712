import { RandomStream } from '../../base/index.js';
import { type DualDelayLine } from './serial/dual-delay-line.js';

/** The selector takes this long to hand ROWBUS over, ns. From memory: 10 to 20 ns. */
export const SELECTOR_NS = 15;
/** Pulses shorter than their edges do not leave the gate, ns. From memory: edges of 0.4 ns. */
export const SHORTEST_PULSE_NS = 0.4;
/** Jitter of the clock between edges in different cycles, ns rms; edges of one cycle share it. A choice. */
export const CLOCK_JITTER_NS = 0.03;

interface Edge {
  readonly line: 'A' | 'B';
  readonly level: 0 | 1;
  readonly nanos: number;
  readonly delayNs: number;
}

/** A pulse as it reaches ROWBUS. */
export interface GatePulse {
  /** Start, ns of board time. */
  readonly startNs: number;
  readonly widthNs: number;
  /** Width without jitter, ns. */
  readonly meanWidthNs: number;
  /** The gate fired again because B fell while A was high: a mistake of who drives it. */
  readonly again: boolean;
}

/**
 * TRIG_A and TRIG_B through the delay lines into `A AND NOT B`, and the selector behind it. Edges are kept until something later asks what
 * has become of them, as they are up to 7 ns late. If B falls while A is still high the gate fires again.
 */
export class PulseGate {
  readonly #delays: DualDelayLine;
  readonly #jitterNs: number;
  readonly #dice: RandomStream;
  readonly #fire: (pulse: GatePulse) => void;
  /** Edges on their way, in the order in which they arrive. */
  readonly #edges: Edge[] = [];
  #a: 0 | 1 = 0;
  #b: 0 | 1 = 0;
  #open: Edge | undefined;
  #enabled = false;
  /** When ROWBUS was handed to the gate; Infinity while it is on the read voltage. */
  #selectedAt = Infinity;

  constructor(delays: DualDelayLine, seed: number | bigint, clockJitterNs: number, fire: (pulse: GatePulse) => void) {
    this.#delays = delays;
    this.#jitterNs = clockJitterNs;
    this.#dice = RandomStream.from(seed, 'parts', 'clock-jitter');
    this.#fire = fire;
  }

  /** Whether ROWBUS is on the gate. */
  get selected(): boolean {
    return this.#selectedAt !== Infinity;
  }

  /** An edge of a trigger line as it leaves the microcontroller. */
  trigger(line: 'A' | 'B', level: 0 | 1, nanos: number): void {
    this.settle(nanos);
    const mean = line === 'A' ? this.#delays.nanosA : this.#delays.nanosB;
    const edge = { line, level, nanos, delayNs: mean + this.#delays.jitter() };
    const edges = this.#edges;
    let at = edges.length;
    while (at > 0 && after(edges[at - 1]!, edge)) at--;
    edges.splice(at, 0, edge);
  }

  /** PULSE_SEL. */
  select(level: 0 | 1, nanos: number): void {
    this.settle(nanos);
    if (level === 1) {
      if (this.#selectedAt === Infinity) this.#selectedAt = nanos + SELECTOR_NS;
      return;
    }
    this.#cut(nanos);
    this.#selectedAt = Infinity;
  }

  /** ARRAY_EN and the interlock together. */
  enable(on: boolean, nanos: number): void {
    this.settle(nanos);
    if (!on) this.#cut(nanos);
    this.#enabled = on;
  }

  /** Lets everything arrive that has arrived by now. */
  settle(nanos: number): void {
    const edges = this.#edges;
    while (edges.length > 0 && edges[0]!.nanos + edges[0]!.delayNs <= nanos) this.#arrive(edges.shift()!);
  }

  /** Power-up. */
  powerUp(): void {
    this.#edges.length = 0;
    this.#a = this.#b = 0;
    this.#open = undefined;
    this.#enabled = false;
    this.#selectedAt = Infinity;
  }

  #arrive(edge: Edge): void {
    if (edge.line === 'A') this.#a = edge.level;
    else this.#b = edge.level;
    const high = this.#a === 1 && this.#b === 0;
    if (high && this.#open === undefined) this.#open = edge;
    else if (!high && this.#open !== undefined) this.#close(this.#open, edge);
  }

  /** The pulse ends here, whatever the gate does. */
  #cut(nanos: number): void {
    if (this.#open !== undefined) this.#close(this.#open, { line: 'A', level: 0, nanos, delayNs: 0 });
  }

  #close(start: Edge, end: Edge): void {
    this.#open = undefined;
    if (!this.#enabled || this.#selectedAt === Infinity) return;
    // Differences first: board time is large, and widths count in femtoseconds.
    const late = Math.max(0, this.#selectedAt - start.nanos - start.delayNs);
    const meanWidthNs = end.nanos - start.nanos + (end.delayNs - start.delayNs) - late;
    const jitter = end.nanos === start.nanos || this.#jitterNs === 0 ? 0 : this.#jitterNs * this.#dice.gaussian();
    const widthNs = meanWidthNs + jitter;
    if (widthNs < SHORTEST_PULSE_NS) return;
    this.#fire({ startNs: start.nanos + start.delayNs + late, widthNs, meanWidthNs, again: start.line === 'B' });
  }
}

function after(a: Edge, b: Edge): boolean {
  return a.nanos + a.delayNs > b.nanos + b.delayNs;
}
