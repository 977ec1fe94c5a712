import { medianOfSorted } from './resistance-statistics.js';

/** What a cell turned out to be when it was brought into both states. */
export type CellVerdict = 'good' | 'unreadable' | 'short' | 'stuck-parallel' | 'stuck-antiparallel';

/** Below this share of the median parallel resistance a cell that does not follow is a broken-down barrier, not a stuck magnet. */
const SHORT_SHARE = 0.5;
/** A cell whose resistance changes by less than this share of the median change does not follow. */
const LEAST_RESPONSE = 0.5;

/** Of one quantity over many cells. Null where there are too few. */
export interface Distribution {
  readonly count: number;
  readonly min: number | null;
  readonly median: number | null;
  readonly mean: number | null;
  /** Of the cells, n − 1 in the denominator. */
  readonly standardDeviation: number | null;
  readonly max: number | null;
}

/** Sums up the finite ones of some numbers. */
export function distributionOf(values: Iterable<number>): Distribution {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  const count = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const orNull = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value;
  return {
    count,
    min: orNull(sorted[0]),
    median: orNull(medianOfSorted(sorted)),
    mean: orNull(mean),
    standardDeviation: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    max: orNull(sorted.at(-1)),
  };
}

/** Every cell in both states. */
export interface CellStates {
  readonly verdicts: readonly CellVerdict[];
  /** (R_AP − R_P)/R_P of each cell; NaN where a state cannot be read. */
  readonly tmr: Float64Array;
  /** Of the good cells. */
  readonly parallel: Distribution;
  readonly antiparallel: Distribution;
  readonly tmrSpread: Distribution;
}

/**
 * Judges cells by their resistances after they were brought to the parallel and to the antiparallel state.
 * A cell is *unreadable* if either resistance is not a positive finite number; it is *stuck* if its resistance changes by less than half of what it
 * does in the median cell, in the state whose side of the geometric mean of both medians it lies on; and *short* if it is stuck below half the median
 * parallel resistance. The medians are right while more than half of the readable cells follow.
 *
 * @param parallelOhm one resistance a cell, ohm
 * @param antiparallelOhm likewise, in the same order
 */
export function judgeCells(parallelOhm: Float64Array, antiparallelOhm: Float64Array): CellStates {
  const tmr = parallelOhm.map((low, cell) => {
    const high = antiparallelOhm[cell]!;
    return isReadable(low) && isReadable(high) ? high / low - 1 : NaN;
  });
  const medianOf = (values: Float64Array): number =>
    medianOfSorted(values.filter((_, cell) => !Number.isNaN(tmr[cell]!)).sort());
  const low = medianOf(parallelOhm);
  const high = medianOf(antiparallelOhm);
  const response = medianOf(tmr);
  const verdicts = [...tmr].map((value, cell): CellVerdict => {
    if (Number.isNaN(value)) return 'unreadable';
    if (value >= LEAST_RESPONSE * response) return 'good';
    const ohm = Math.sqrt(parallelOhm[cell]! * antiparallelOhm[cell]!);
    if (ohm < SHORT_SHARE * low) return 'short';
    return ohm < Math.sqrt(low * high) ? 'stuck-parallel' : 'stuck-antiparallel';
  });
  const good = (values: Float64Array): Distribution =>
    distributionOf(values.filter((_, cell) => verdicts[cell] === 'good'));
  return {
    verdicts,
    tmr,
    parallel: good(parallelOhm),
    antiparallel: good(antiparallelOhm),
    tmrSpread: good(tmr),
  };
}

function isReadable(ohm: number): boolean {
  return Number.isFinite(ohm) && ohm > 0;
}
