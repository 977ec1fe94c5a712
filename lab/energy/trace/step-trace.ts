import { EnergyAccumulator } from '../accumulator.js';
import type { EnergyFigures, EnergyKind, EnergyScope, ScopedFigures } from '../amount.js';
import type { EnergyEntry } from '../entry.js';

/** Energy of one step of a run, with what the run said of the step. */
export interface TracedStep {
  /** Number of the step in the run, from 1. */
  readonly step: number;
  /** Board time of the last reading before its end, seconds. */
  readonly endS: number;
  /** Its row: bits, MACs, times on both clocks, … */
  readonly values: Readonly<Record<string, number>>;
  /** What was booked since the step before, by scope and kind. */
  readonly energy: readonly ScopedFigures[];
}

/** Steps that are kept; a run of more says how many it left out. */
const MOST_STEPS = 4096;

/** Divides the books of a run into its steps: what is booked up to the row of a step belongs to it. */
export class StepTrace {
  readonly steps: TracedStep[] = [];
  #omitted = 0;
  #open = new Map<string, { scope: EnergyScope; kind: EnergyKind; sum: EnergyAccumulator }>();

  /** Steps beyond those that are kept. */
  get omitted(): number {
    return this.#omitted;
  }

  add(entry: EnergyEntry): void {
    const { scope, kind } = entry;
    const id = `${scope} ${kind}`;
    let open = this.#open.get(id);
    if (open === undefined) this.#open.set(id, (open = { scope, kind, sum: new EnergyAccumulator() }));
    open.sum.add(entry);
  }

  /** Ends a step. */
  close(endS: number, values: Readonly<Record<string, unknown>>): void {
    const energy = [...this.#open.values()].map(({ scope, kind, sum }) => ({ scope, kind, ...sum.figures }));
    this.#open = new Map();
    if (this.steps.length >= MOST_STEPS) {
      this.#omitted += 1;
      return;
    }
    const numbers = Object.entries(values).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
    this.steps.push({ step: this.steps.length + 1, endS, values: Object.fromEntries(numbers), energy });
  }
}

/** An amount of energy for one of something: a bit, an image, a multiply-accumulate. */
export interface UnitFigures extends EnergyFigures {
  /** How many there are. */
  readonly count: number;
}

/**
 * Energy for one of `count`, uncertainties with it; undefined when there is none. The count is taken as exact.
 * @example perUnit(ledger.total('device', 'modelled'), bits)
 */
export function perUnit(amount: EnergyFigures, count: number): UnitFigures | undefined {
  if (!(count > 0)) return undefined;
  const { joules, sigma, scaleSigma, events } = amount;
  return { joules: joules / count, sigma: sigma / count, scaleSigma: scaleSigma / count, events, count };
}
