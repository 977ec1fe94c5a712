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

/** What records of one passage have in common: its exposures, as positions in the list of conditions. */
interface Schedule {
  /** For each interval, where its exposures end. */
  readonly ends: Uint32Array;
  readonly conditions: Uint32Array;
  readonly seconds: Float64Array;
  /** In which interval each record that went through it switched. */
  readonly outcomes: (number | undefined)[];
}

/**
 * Switching records of one cell, made ready for many evaluations: each condition that occurs is worked out once an evaluation, and so is what records
 * with the very same intervals share.
 */
export class SwitchingData {
  readonly #conditions: Condition[] = [];
  readonly #schedules: readonly Schedule[];
  /** For each record, the number of its schedule. */
  readonly #scheduleOf: readonly number[];

  constructor(records: readonly SwitchingRecord[]) {
    const positions = new Map<string, number>();
    const known = new Map<SwitchingRecord['intervals'], Map<MagneticState, number>>();
    const schedules: Schedule[] = [];
    this.#scheduleOf = records.map(({ from, intervals, switchedIn }) => {
      const numbers = known.get(intervals) ?? new Map<MagneticState, number>();
      known.set(intervals, numbers);
      const number = numbers.get(from) ?? schedules.push(this.#schedule(from, intervals, positions)) - 1;
      numbers.set(from, number);
      schedules[number]!.outcomes.push(switchedIn);
      return number;
    });
    this.#schedules = schedules;
  }

  #schedule(from: MagneticState, intervals: SwitchingRecord['intervals'], positions: Map<string, number>): Schedule {
    const exposures = intervals.flatMap((interval) => interval.exposures);
    let end = 0;
    return {
      ends: Uint32Array.from(intervals, (interval) => (end += interval.exposures.length)),
      conditions: Uint32Array.from(exposures, ({ voltageV, fieldAPerM }) => {
        const key = `${from} ${voltageV} ${fieldAPerM}`;
        const position = positions.get(key);
        if (position !== undefined) return position;
        positions.set(key, this.#conditions.length);
        return this.#conditions.push({ from, voltageV, fieldAPerM }) - 1;
      }),
      seconds: Float64Array.from(exposures, ({ secondsS }) => secondsS),
      outcomes: [],
    };
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
    for (const { ends, conditions, seconds, outcomes } of this.#schedules) {
      // How many records switch in an interval, and how many are still there to survive it.
      const switching = new Uint32Array(ends.length);
      for (const outcome of outcomes) if (outcome !== undefined) switching[outcome]! += 1;
      let staying = outcomes.length;
      let reached = 1;
      for (let k = 0, at = 0; k < ends.length; k += 1) {
        const leaving = switching[k]!;
        staying -= leaving;
        if (leaving + staying === 0 && reached < LEAST_PROBABILITY) break;
        let hazard = 0;
        slopes.fill(0);
        for (; at < ends[k]!; at += 1) {
          const escape = escapes[conditions[at]!]!;
          const escaped = escape.rate * seconds[at]!;
          hazard += escaped;
          for (let i = 0; i < free; i += 1) slopes[i]! += escaped * escape.slopes[i]!;
        }
        if (leaving === 0 && hazard < LEAST_PROBABILITY) continue;
        const rise = Math.expm1(hazard);
        value -= staying * hazard;
        if (leaving > 0) value += leaving * Math.log(-Math.expm1(-hazard));
        const pull = (leaving > 0 ? leaving / rise : 0) - staying;
        for (let i = 0; i < free; i += 1) score[i]! += pull * slopes[i]!;
        const weight = rise > 0 ? (outcomes.length * reached) / rise : 0;
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
    const bySchedule = this.#schedules.map(({ ends, conditions, seconds }) => {
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
    return this.#scheduleOf.map((number) => bySchedule[number]!);
  }

  #escapes(cell: ThermalCell, model: ThermalModel): Escape[] {
    return this.#conditions.map(({ from, voltageV, fieldAPerM }) => escapeOf(cell, model, from, fieldAPerM, voltageV));
  }
}
