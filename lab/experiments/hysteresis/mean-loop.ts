import { wilsonInterval } from '../../../base/index.js';
import type { PassageReading } from './field-passage.js';
import type { LoopCell } from './loop-cells.js';
import type { MagneticState } from './switching-records.js';

/** One field of a mean loop. */
export interface MeanLoopPoint {
  readonly biasV: number;
  readonly from: MagneticState;
  readonly fieldAPerM: number;
  /** Mean over cells and passages, ohm. */
  readonly resistanceOhm: number;
  /** Share of antiparallel readings with its 95 % Wilson interval. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** Gathers the mean loop of all good cells and passages, bias by bias. */
export class MeanLoop {
  readonly #sums = new Map<string, { biasV: number; from: MagneticState; fields: FieldSum[] }>();

  add(readings: readonly PassageReading[], cells: readonly LoopCell[], from: MagneticState, biasV: number): void {
    const key = `${biasV} ${from}`;
    let sum = this.#sums.get(key);
    if (sum === undefined) this.#sums.set(key, (sum = { biasV, from, fields: [] }));
    for (const [k, { fieldAPerM, ohm }] of readings.entries()) {
      const field = (sum.fields[k] ??= { fieldAPerM, ohm: 0, count: 0, antiparallel: 0 });
      for (const [position, cell] of cells.entries()) {
        const value = ohm[position]!;
        if (cell.verdict !== 'good' || !Number.isFinite(value)) continue;
        field.ohm += value;
        field.count += 1;
        if (value > cell.thresholdOhm) field.antiparallel += 1;
      }
    }
  }

  /** Bias by bias, each first down and then up, so that drawn in this order the loop closes. */
  get points(): MeanLoopPoint[] {
    const branches = [...this.#sums.values()].sort((a, b) => a.biasV - b.biasV || (a.from === 'p' ? -1 : 1));
    return branches.flatMap(({ biasV, from, fields }) =>
      fields
        .filter(({ count }) => count > 0)
        .map(({ fieldAPerM, ohm, count, antiparallel }) => {
          const [lower, upper] = wilsonInterval(antiparallel, count);
          return { biasV, from, fieldAPerM, resistanceOhm: ohm / count, share: antiparallel / count, lower, upper };
        }),
    );
  }
}

interface FieldSum {
  readonly fieldAPerM: number;
  ohm: number;
  count: number;
  antiparallel: number;
}
