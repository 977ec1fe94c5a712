import { RandomStream } from '../../../base/index.js';
import { type BoardScenario } from '../../scenarios/index.js';
import { PULSE_STEP_PS } from '../delay-line.js';
import { ShiftChain } from './shift-chain.js';

/** Codes of a channel: 10 bits. */
export const DELAY_CODES = 1024;
/** Delay at code 0, ns; the range is 2 to 7 ns. */
const SHORTEST_NS = 2;
const WORD_BITS = 20;

/** How a delay line differs from a perfect one. */
export interface DelaySpread {
  /** Ends of the integral non-linearity, ps. */
  readonly inlPs: number;
  /** Jitter of each edge, ps rms. */
  readonly jitterPs: number;
}

/** The data sheet's figures of the SY89297U. */
export const SY89297_SPREAD: DelaySpread = { inlPs: 15, jitterPs: 1 };
export const PERFECT_DELAYS: DelaySpread = { inlPs: 0, jitterPs: 0 };

/** Delay lines of a board: the data sheet's, but perfect where the scenario's rows have no skew. */
export function delaySpreadOf({ rowSkewS }: Pick<BoardScenario, 'rowSkewS'>): DelaySpread {
  return rowSkewS === 0 ? PERFECT_DELAYS : SY89297_SPREAD;
}

/** What may be wrong with a delay line. */
export interface DelayFaults {
  /** Channel that stays at a code. */
  readonly stuck?: { readonly channel: 'A' | 'B'; readonly code: number };
  /** A code of both channels that delays as the one below it. */
  readonly missedCode?: number;
  /** Change of the difference B − A, ps: drift of the offset. */
  readonly offsetPs?: number;
}

/** The serial word of both codes: B[9:0], then A[9:0]; 20 bits, highest first. */
export function delayWord(codeA: number, codeB: number): number {
  return (codeB << 10) | codeA;
}

/**
 * SY89297U: two delay lines of 5 ps a code. The 20-bit word is in the register whenever SPI1 moves, frames for the converter on the same
 * lines too; it counts when DLY_LOAD rises.
 */
export class DualDelayLine {
  readonly #chain = new ShiftChain(WORD_BITS);
  readonly #inl: readonly [Float64Array, Float64Array];
  readonly #faults: DelayFaults;
  readonly #jitterNs: number;
  readonly #dice: RandomStream;
  #load: 0 | 1 = 0;
  #codeA = 0;
  #codeB = 0;
  #nanosA = SHORTEST_NS;
  #nanosB = SHORTEST_NS;

  constructor(seed: number | bigint, spread: DelaySpread, faults: DelayFaults = {}) {
    this.#inl = [drawInl(seed, 'A', spread.inlPs), drawInl(seed, 'B', spread.inlPs)];
    this.#faults = faults;
    this.#jitterNs = spread.jitterPs / 1000;
    this.#dice = RandomStream.from(seed, 'parts', 'delay-jitter');
    this.powerUp();
  }

  get codes(): { readonly a: number; readonly b: number } {
    return { a: this.#codeA, b: this.#codeB };
  }

  /** Mean delays in force, ns. */
  get nanosA(): number {
    return this.#nanosA;
  }

  get nanosB(): number {
    return this.#nanosB;
  }

  /** Integral non-linearity of a channel at a code, ps. */
  inlPs(channel: 'A' | 'B', code: number): number {
    return this.#inl[channel === 'A' ? 0 : 1][code]!;
  }

  /** Jitter of the next edge, ns. */
  jitter(): number {
    return this.#jitterNs === 0 ? 0 : this.#jitterNs * this.#dice.gaussian();
  }

  clock(word: number, bits: number): void {
    this.#chain.shift(word, bits);
  }

  load(level: 0 | 1): void {
    const rises = level === 1 && this.#load === 0;
    this.#load = level;
    if (!rises) return;
    this.#set(this.#chain.field(0, 10), this.#chain.field(10, 10));
  }

  powerUp(): void {
    this.#chain.clear();
    this.#load = 0;
    this.#set(0, 0);
  }

  #set(codeA: number, codeB: number): void {
    const { stuck, missedCode, offsetPs = 0 } = this.#faults;
    const code = (channel: 'A' | 'B', wanted: number): number => {
      const kept = stuck?.channel === channel ? stuck.code : wanted;
      return kept === missedCode && kept > 0 ? kept - 1 : kept;
    };
    const nanos = (channel: 'A' | 'B', at: number): number =>
      SHORTEST_NS + (PULSE_STEP_PS * at + this.inlPs(channel, at)) / 1000;
    this.#codeA = codeA;
    this.#codeB = codeB;
    this.#nanosA = nanos('A', code('A', codeA));
    this.#nanosB = nanos('B', code('B', codeB)) + offsetPs / 1000;
  }
}

/** A bow, an S-curve and a little of every code's own, within ±`limit`. */
function drawInl(seed: number | bigint, channel: string, limit: number): Float64Array {
  const stream = RandomStream.from(seed, 'delay-inl', channel);
  const [bow, curve] = [stream.gaussian(), stream.gaussian()];
  return Float64Array.from({ length: DELAY_CODES }, (_, code) => {
    const x = code / (DELAY_CODES - 1);
    const smooth = 0.35 * (bow * Math.sin(Math.PI * x) + curve * Math.sin(2 * Math.PI * x));
    return limit * Math.max(-1, Math.min(1, smooth + 0.1 * (2 * stream.uniform() - 1)));
  });
}
