import type { RandomStream } from '../../../base/index.js';
import type { FieldInterval, MagneticState, SwitchingRecord } from '../hysteresis/switching-records.js';
import { escapeOf, type ThermalCell, type ThermalModel } from '../hysteresis/switching-likelihood.js';

/** A triangular sweep of the field and how long each step lasts. */
export interface SyntheticSweep {
  readonly fieldMaxAPerM: number;
  /** Fields of one passage. */
  readonly steps: number;
  /** Time in a field before its reading, the reading included: settle + read. */
  readonly settleS: number;
  readonly readS: number;
  /** Time in a field after its reading. */
  readonly carriedS?: number;
  /** Loops at each bias. */
  readonly repeats: number;
  readonly biasesV: readonly number[];
}

/** Switching records of a cell that jumps by chance at the rate of the model, one passage down and one up a loop. */
export function drawRecords(
  random: RandomStream,
  cell: ThermalCell,
  model: ThermalModel,
  sweep: SyntheticSweep,
): SwitchingRecord[] {
  const { fieldMaxAPerM, steps, settleS, readS, carriedS = 0, repeats, biasesV } = sweep;
  const passage = (sign: 1 | -1): FieldInterval[] =>
    Array.from({ length: steps }, (_, k) => ({
      fieldAPerM: sign * fieldMaxAPerM * (1 - (2 * k) / (steps - 1)),
      secondsS: settleS + readS,
      carriedS: k === 0 ? 0 : carriedS,
    }));
  const passages = { p: passage(1), ap: passage(-1) };
  return biasesV.flatMap((biasV) => {
    const rates = (from: MagneticState): number[] =>
      passages[from].map(({ fieldAPerM }) => escapeOf(cell, model, from, fieldAPerM, biasV).rate);
    const known = { p: rates('p'), ap: rates('ap') };
    return Array.from({ length: 2 * repeats }, (_, k): SwitchingRecord => {
      const from = k % 2 === 0 ? 'p' : 'ap';
      const intervals = passages[from];
      // The hazard that the cell survives: an exponential number, used up along the way.
      let left = -Math.log1p(-random.uniform());
      const switchedIn = intervals.findIndex(({ secondsS, carriedS: carried }, at) => {
        left -= known[from][at]! * secondsS + (at === 0 ? 0 : known[from][at - 1]! * carried);
        return left < 0;
      });
      return { from, biasV, intervals, switchedIn: switchedIn < 0 ? undefined : switchedIn };
    });
  });
}
