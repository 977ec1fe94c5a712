import { Matrix } from 'ml-matrix';
import { escapeOf, type Escape, type ThermalCell, type ThermalModel } from './escape-rate.js';
import type { MagneticState, SwitchingRecord } from './switching-records.js';

/** Below this an outcome does not happen often enough to matter, nor does the hazard of an interval that was survived. */
const LEAST_PROBABILITY = 1e-12;

/** A log-likelihood with what a maximum search and its error need. */
export interface Likelihood {
  readonly value: number;
  /** Derivatives by the parameters. */
  readonly score: Matrix;
  /** Expected (Fisher) information for these schedules. */
  readonly information: Matrix;
}

/** State, voltage and field for which an escape rate is needed. */
interface Condition {
  readonly from: MagneticState;
  readonly voltageV: number;
  readonly fieldAPerM: number;
}

/** One record, its exposures as positions in the list of conditions. */
interface IndexedRecord {
  readonly switchedIn: number | undefined;
  /** For each interval, where its exposures end. */
  readonly ends: Uint32Array;
  readonly conditions: Uint32Array;
  readonly seconds: Float64Array;
}

/** Switching records of one cell, made ready for many evaluations: each condition that occurs is worked out once an evaluation. */
export class SwitchingData {
  readonly #conditions: Condition[] = [];
  readonly #records: readonly IndexedRecord[];

  constructor(records: readonly SwitchingRecord[]) {
    const positions = new Map<string, number>();
    this.#records = records.map(({ from, intervals, switchedIn }) => {
      const exposures = intervals.flatMap((interval) => interval.exposures);
      let end = 0;
      return {
        switchedIn,
        ends: Uint32Array.from(intervals, (interval) => (end += interval.exposures.length)),
        conditions: Uint32Array.from(exposures, ({ voltageV, fieldAPerM }) => {
          const key = `${from} ${voltageV} ${fieldAPerM}`;
          const known = positions.get(key);
          if (known !== undefined) return known;
          positions.set(key, this.#conditions.length);
          return this.#conditions.push({ from, voltageV, fieldAPerM }) - 1;
        }),
        seconds: Float64Array.from(exposures, ({ secondsS }) => secondsS),
      };
    });
  }

  /**
   * Likelihood that the cell switched between those two readings between which it did. With λ the expected number of escapes in an interval it is
   * Σ −λ over intervals survived plus ln(1 − e^−λ) of the one in which it switched; the information of an interval is λ′λ′ᵀ/(e^λ − 1) times the
   * probability that it is reached.
   * @param free how many of the four parameters are free: 3 leaves `perV` out
   */
  likelihood(cell: ThermalCell, model: ThermalModel, free: 3 | 4): Likelihood {
    const escapes = this.#escapes(cell, model);
    const score = new Float64Array(4);
    const information = new Float64Array(16);
    const slopes = new Float64Array(4);
    let value = 0;
    for (const { switchedIn, ends, conditions, seconds } of this.#records) {
      let reached = 1;
      for (let k = 0, at = 0; k < ends.length; k += 1) {
        const past = switchedIn !== undefined && k > switchedIn;
        if (past && reached < LEAST_PROBABILITY) break;
        let hazard = 0;
        slopes.fill(0);
        for (; at < ends[k]!; at += 1) {
          const escape = escapes[conditions[at]!]!;
          const escaped = escape.rate * seconds[at]!;
          hazard += escaped;
          for (let i = 0; i < free; i += 1) slopes[i]! += escaped * escape.slopes[i]!;
        }
        const switched = k === switchedIn;
        if (!switched && hazard < LEAST_PROBABILITY) continue;
        const rise = Math.expm1(hazard);
        if (!past) {
          value += switched ? Math.log(-Math.expm1(-hazard)) : -hazard;
          const weight = switched ? 1 / rise : -1;
          for (let i = 0; i < free; i += 1) score[i]! += weight * slopes[i]!;
        }
        const weight = rise > 0 ? reached / rise : 0;
        for (let i = 0; i < free; i += 1)
          for (let j = 0; j <= i; j += 1) information[4 * i + j]! += weight * slopes[i]! * slopes[j]!;
        reached /= 1 + rise;
      }
    }
    const matrix = new Matrix(free, free);
    for (let i = 0; i < free; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        matrix.set(i, j, information[4 * i + j]!);
        matrix.set(j, i, information[4 * i + j]!);
      }
    }
    return { value, score: Matrix.columnVector([...score.subarray(0, free)]), information: matrix };
  }

  /** Probabilities of every outcome of every record: switched in interval k, and last never. Independent of what happened. */
  probabilities(cell: ThermalCell, model: ThermalModel): Float64Array[] {
    const escapes = this.#escapes(cell, model);
    return this.#records.map(({ ends, conditions, seconds }) => {
      const probabilities = new Float64Array(ends.length + 1);
      let reached = 1;
      for (let k = 0, at = 0; k < ends.length && reached > LEAST_PROBABILITY; k += 1) {
        let hazard = 0;
        for (; at < ends[k]!; at += 1) hazard += escapes[conditions[at]!]!.rate * seconds[at]!;
        const survived = reached * Math.exp(-hazard);
        probabilities[k] = reached - survived;
        reached = survived;
      }
      probabilities[ends.length] = reached;
      return probabilities;
    });
  }

  #escapes(cell: ThermalCell, model: ThermalModel): Escape[] {
    return this.#conditions.map(({ from, voltageV, fieldAPerM }) => escapeOf(cell, model, from, fieldAPerM, voltageV));
  }
}
