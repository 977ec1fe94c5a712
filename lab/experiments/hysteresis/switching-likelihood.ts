import { Matrix } from 'ml-matrix';
import { barrierFromParallel } from './astroid-barrier.js';
import type { MagneticState, SwitchingRecord } from './switching-records.js';

/** A cell as thermally activated switching sees it. */
export interface ThermalCell {
  /** Anisotropy field at V = 0, A/m. */
  readonly hkAPerM: number;
  /** Thermal stability Δ at V = 0 and without a field. */
  readonly delta: number;
  /** Stray field along the axis, A/m: it adds to the coil's. */
  readonly strayAPerM: number;
  /** Relative change of Hk and Δ with the bias, 1/V: Hk(V) = Hk (1 + s V), Δ(V) = Δ (1 + s V). */
  readonly perV: number;
}

/** What the model takes as given. */
export interface ThermalModel {
  /** Attempt rate, 1/s. It cannot be told from Δ by switching fields: fixed, and stated with every result. */
  readonly attemptRateHz: number;
  /** Field across the axis, A/m. It lowers every barrier: the saddle in it is found exactly. */
  readonly inPlaneAPerM: number;
}

/** Parameters of the likelihood, in this order: ln Hk, ln Δ, stray field over {@link STRAY_UNIT}, and perV where there are biases. */
export const STRAY_UNIT = 1000;

/** Rate of escape and the derivatives of its logarithm by the parameters. */
interface Escape {
  readonly rate: number;
  readonly slopes: readonly [number, number, number, number];
}

/** Rate at which a cell leaves a state in a field and at a bias, 1/s: f0 exp(−Δ(V) b), b the exact barrier in both fields. */
export function escapeOf(
  cell: ThermalCell,
  model: ThermalModel,
  from: MagneticState,
  fieldAPerM: number,
  biasV: number,
): Escape {
  const grown = 1 + cell.perV * biasV;
  const hk = cell.hkAPerM * grown;
  const delta = cell.delta * grown;
  // Without a barrier at all there is nothing to wait for, and nothing to learn.
  if (!(hk > 0)) return { rate: model.attemptRateHz, slopes: [0, 0, 0, 0] };
  const sign = from === 'p' ? 1 : -1;
  const [hz, hx] = [(sign * (fieldAPerM + cell.strayAPerM)) / hk, model.inPlaneAPerM / hk];
  const { height, perHz, perHx } = barrierFromParallel(hz, hx);
  if (height === Infinity) return { rate: 0, slopes: [0, 0, 0, 0] };
  const byScale = perHz * hz + perHx * hx;
  return {
    rate: model.attemptRateHz * Math.exp(-delta * height),
    slopes: [
      delta * byScale,
      -delta * height,
      (-delta * perHz * sign * STRAY_UNIT) / hk,
      ((-delta * biasV) / grown) * (height - byScale),
    ],
  };
}

/** Escapes of one cell, worked out once for every state, bias and field. */
class Escapes {
  readonly #known = new Map<string, Map<number, Escape>>();

  constructor(
    readonly cell: ThermalCell,
    readonly model: ThermalModel,
  ) {}

  /** Those from a state at a bias, by field. */
  at(from: MagneticState, biasV: number): (fieldAPerM: number) => Escape {
    const key = `${from} ${biasV}`;
    let byField = this.#known.get(key);
    if (byField === undefined) this.#known.set(key, (byField = new Map<number, Escape>()));
    const known = byField;
    return (fieldAPerM) => {
      let escape = known.get(fieldAPerM);
      if (escape === undefined) {
        escape = escapeOf(this.cell, this.model, from, fieldAPerM, biasV);
        known.set(fieldAPerM, escape);
      }
      return escape;
    };
  }
}

/** A log-likelihood with what a maximum search and its error need. */
export interface Likelihood {
  readonly value: number;
  /** Derivatives by the parameters. */
  readonly score: Matrix;
  /** Expected (Fisher) information for these schedules. */
  readonly information: Matrix;
}

/**
 * Likelihood of records that say between which two readings a cell switched. With λ the expected number of escapes in an interval it is
 * Σ −λ over intervals survived plus ln(1 − e^−λ) of the one in which it switched; the information of an interval is λ′λ′ᵀ/(e^λ − 1) times the
 * probability that it is reached.
 * @param parameters how many of the four are free: 3 leaves `perV` out
 */
export function likelihoodOf(
  records: readonly SwitchingRecord[],
  cell: ThermalCell,
  model: ThermalModel,
  parameters: 3 | 4,
): Likelihood {
  const escapes = new Escapes(cell, model);
  const score = new Float64Array(4);
  const information = new Float64Array(16);
  const slopes = new Float64Array(4);
  let value = 0;
  for (const { from, biasV, intervals, switchedIn } of records) {
    const escapeIn = escapes.at(from, biasV);
    let before: Escape | undefined;
    let reached = 1;
    for (const [k, { fieldAPerM, secondsS, carriedS }] of intervals.entries()) {
      const past = switchedIn !== undefined && k > switchedIn;
      if (past && reached < 1e-9) break;
      const escape = escapeIn(fieldAPerM);
      const [here, carried] = [escape.rate * secondsS, (before?.rate ?? 0) * carriedS];
      const hazard = here + carried;
      for (let i = 0; i < parameters; i += 1) slopes[i] = here * escape.slopes[i]! + carried * (before?.slopes[i] ?? 0);
      if (!past) {
        const switched = k === switchedIn;
        value += switched ? Math.log(-Math.expm1(-hazard)) : -hazard;
        const weight = switched ? 1 / Math.expm1(hazard) : -1;
        for (let i = 0; i < parameters; i += 1) score[i]! += weight * slopes[i]!;
      }
      const weight = hazard > 0 ? reached / Math.expm1(hazard) : 0;
      for (let i = 0; i < parameters; i += 1)
        for (let j = 0; j <= i; j += 1) information[4 * i + j]! += weight * slopes[i]! * slopes[j]!;
      reached *= Math.exp(-hazard);
      before = escape;
    }
  }
  const matrix = new Matrix(parameters, parameters);
  for (let i = 0; i < parameters; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      matrix.set(i, j, information[4 * i + j]!);
      matrix.set(j, i, information[4 * i + j]!);
    }
  }
  return { value, score: Matrix.columnVector([...score.subarray(0, parameters)]), information: matrix };
}

/** Below this an outcome does not happen often enough to matter. */
const LEAST_PROBABILITY = 1e-12;

/** Probabilities of every outcome of every record: switched in interval k, and last never. Independent of what happened. */
export function outcomeProbabilities(
  records: readonly SwitchingRecord[],
  cell: ThermalCell,
  model: ThermalModel,
): Float64Array[] {
  const escapes = new Escapes(cell, model);
  return records.map(({ from, biasV, intervals }) => {
    const escapeIn = escapes.at(from, biasV);
    const probabilities = new Float64Array(intervals.length + 1);
    let before = 0;
    let reached = 1;
    for (const [k, { fieldAPerM, secondsS, carriedS }] of intervals.entries()) {
      const { rate } = escapeIn(fieldAPerM);
      const survived = reached * Math.exp(-(rate * secondsS + before * carriedS));
      probabilities[k] = reached - survived;
      [reached, before] = [survived, rate];
      if (reached < LEAST_PROBABILITY) break;
    }
    probabilities[intervals.length] = reached;
    return probabilities;
  });
}
