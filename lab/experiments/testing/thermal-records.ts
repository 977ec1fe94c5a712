import type { RandomStream } from '../../../base/index.js';
import type { MagneticState, ReadingInterval, SwitchingRecord } from '../hysteresis/switching-records.js';
import { escapeOf, type ThermalCell, type ThermalModel } from '../hysteresis/escape-rate.js';

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
  return biasesV.flatMap((biasV) => {
    const passage = (sign: 1 | -1): ReadingInterval[] => {
      const fields = Array.from({ length: steps }, (_, k) => sign * fieldMaxAPerM * (1 - (2 * k) / (steps - 1)));
      return fields.map((fieldAPerM, k) => ({
        fieldAPerM,
        exposures: [
          ...(k === 0 ? [] : [{ fieldAPerM: fields[k - 1]!, voltageV: biasV, secondsS: carriedS }]),
          { fieldAPerM, voltageV: biasV, secondsS: settleS + readS },
        ],
      }));
    };
    const passages = { p: passage(1), ap: passage(-1) };
    const hazards = (from: MagneticState): number[] =>
      passages[from].map(({ exposures }) =>
        exposures.reduce(
          (sum, { fieldAPerM, voltageV, secondsS }) =>
            sum + escapeOf(cell, model, from, fieldAPerM, voltageV).rate * secondsS,
          0,
        ),
      );
    const known = { p: hazards('p'), ap: hazards('ap') };
    return Array.from({ length: 2 * repeats }, (_, k): SwitchingRecord => {
      const from = k % 2 === 0 ? 'p' : 'ap';
      // The hazard that the cell survives: an exponential number, used up along the way.
      let left = -Math.log1p(-random.uniform());
      const switchedIn = known[from].findIndex((hazard) => (left -= hazard) < 0);
      return { from, biasV, intervals: passages[from], switchedIn: switchedIn < 0 ? undefined : switchedIn };
    });
  });
}
