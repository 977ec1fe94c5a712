import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Likelihood } from './switching-likelihood.js';

/** A statistical model with finitely many outcomes. */
export interface OutcomeModel {
  /** Likelihood of what was seen; its value may be −Infinity where the parameters are impossible. */
  likelihood(parameters: readonly number[]): Likelihood;
  /** Probabilities of all that might have been seen: one list an independent experiment. */
  probabilities(parameters: readonly number[]): readonly Float64Array[];
}

/** Where a likelihood is largest, first-order bias taken off, and the covariance of the parameters. */
export interface ScoringFit {
  readonly parameters: readonly number[];
  readonly covariance: Matrix;
}

const MOST_ITERATIONS = 200;
/** Expected gain in ln L of one more step at which the maximum counts as reached. */
const GAIN = 1e-10;
/** Longest step along one parameter. */
const LONGEST = 0.3;
/** Step of the differences of probabilities, in standard errors. */
const STEP = 0.02;
/** Outcomes that are less likely have no weight. */
const LEAST_PROBABILITY = 1e-9;

/**
 * Finds the maximum of a likelihood by Fisher's scoring (steps of I⁻¹U, halved until they rise) and takes off the first-order bias of such an estimate:
 * I. Kosmidis, D. Firth, Biometrika 96 (2009) 793, θ̂ + I⁻¹A with A_r = ½ tr I⁻¹(P_r + Q_r). For outcomes of probability π_k this is
 * A_r = ½ Σ_k (∂ ln π_k/∂θ_r) tr(I⁻¹ ∇²π_k), here by differences along the principal axes of the covariance.
 *
 * @returns undefined when the data do not determine the parameters
 */
export function maximise(model: OutcomeModel, start: readonly number[]): ScoringFit | undefined {
  let parameters = [...start];
  let here = model.likelihood(parameters);
  if (!Number.isFinite(here.value)) return undefined;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const decomposition = new CholeskyDecomposition(here.information);
    if (!decomposition.isPositiveDefinite()) return undefined;
    const step = shortened(decomposition.solve(here.score));
    if (here.score.dot(step) / 2 < GAIN) return withoutBias(model, parameters, here.information);
    let share = 1;
    let next = moved(parameters, step, share);
    let there = model.likelihood(next);
    while (!(there.value > here.value) && share > 1e-6) {
      share /= 2;
      next = moved(parameters, step, share);
      there = model.likelihood(next);
    }
    // No step rises any more: as far as numbers go, this is the top.
    if (!(there.value > here.value)) return withoutBias(model, parameters, here.information);
    [parameters, here] = [next, there];
  }
  return undefined;
}

function withoutBias(model: OutcomeModel, parameters: readonly number[], information: Matrix): ScoringFit | undefined {
  const covariance = inverseOf(information);
  if (covariance === undefined) return undefined;
  const axes = new CholeskyDecomposition(covariance).lowerTriangularMatrix;
  const middle = model.probabilities(parameters);
  const sides = parameters.map((_, m) => {
    const axis = axes.subMatrix(0, axes.rows - 1, m, m);
    return [
      model.probabilities(moved(parameters, axis, STEP)),
      model.probabilities(moved(parameters, axis, -STEP)),
    ] as const;
  });
  const shift = parameters.map(() => 0);
  for (const [record, outcomes] of middle.entries()) {
    for (const [k, p] of outcomes.entries()) {
      if (p < LEAST_PROBABILITY) continue;
      let laplacian = 0;
      for (const [up, down] of sides) laplacian += up[record]![k]! - 2 * p + down[record]![k]!;
      for (const [m, [up, down]] of sides.entries()) {
        const slope = (up[record]![k]! - down[record]![k]!) / (2 * STEP * p);
        shift[m]! += (slope * laplacian) / (2 * STEP ** 2);
      }
    }
  }
  const step = shortened(axes.mmul(Matrix.columnVector(shift)));
  const corrected = moved(parameters, step, 1);
  const after = inverseOf(model.likelihood(corrected).information);
  return after === undefined ? undefined : { parameters: corrected, covariance: after };
}

function inverseOf(information: Matrix): Matrix | undefined {
  const decomposition = new CholeskyDecomposition(information);
  if (!decomposition.isPositiveDefinite()) return undefined;
  const inverse = decomposition.solve(Matrix.eye(information.rows));
  // Symmetric but for rounding; the next decomposition wants it exactly so.
  return inverse.add(inverse.transpose()).mul(0.5);
}

function shortened(step: Matrix): Matrix {
  const longest = Math.max(...step.to1DArray().map(Math.abs));
  return longest > LONGEST ? step.clone().mul(LONGEST / longest) : step;
}

function moved(parameters: readonly number[], step: Matrix, share: number): number[] {
  return parameters.map((value, k) => value + share * step.get(k, 0));
}
