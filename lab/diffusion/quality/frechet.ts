import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Mean and covariance of a set of feature vectors. */
export interface FeatureStatistics {
  readonly count: number;
  readonly mean: Float64Array;
  /** dimension x dimension, row-major, unbiased. */
  readonly covariance: Float64Array;
}

/** Statistics of features (count x dimension); `pick` lists the vectors to use, all by default. */
export function featureStatistics(features: Float32Array, dimension: number, pick?: Uint32Array): FeatureStatistics {
  const count = pick?.length ?? features.length / dimension;
  if (count < 2) throw new RangeError(`${count} feature vectors: a covariance needs at least 2`);
  const mean = new Float64Array(dimension);
  const row = (i: number): number => (pick ? (pick[i] ?? 0) : i) * dimension;
  for (let i = 0; i < count; i++) {
    for (let d = 0, at = row(i); d < dimension; d++, at++) mean[d] = (mean[d] ?? 0) + (features[at] ?? 0) / count;
  }
  const covariance = new Float64Array(dimension * dimension);
  const centred = new Float64Array(dimension);
  for (let i = 0; i < count; i++) {
    for (let d = 0, at = row(i); d < dimension; d++, at++) centred[d] = (features[at] ?? 0) - (mean[d] ?? 0);
    for (let a = 0; a < dimension; a++) {
      const ca = (centred[a] ?? 0) / (count - 1);
      for (let b = 0; b <= a; b++)
        covariance[a * dimension + b] = (covariance[a * dimension + b] ?? 0) + ca * (centred[b] ?? 0);
    }
  }
  for (let a = 0; a < dimension; a++) {
    for (let b = 0; b < a; b++) covariance[b * dimension + a] = covariance[a * dimension + b] ?? 0;
  }
  return { count, mean, covariance };
}

/**
 * Fréchet distance of two normal distributions (Dowson and Landau, J. Multivariate Anal. 12, 1982; as a quality figure:
 * Heusel et al., NeurIPS 2017): |m1 - m2|^2 + tr(C1 + C2 - 2 (C1^1/2 C2 C1^1/2)^1/2). In whatever feature space the
 * statistics are; with n samples a side the estimate is biased upwards by about 1/n.
 */
export function frechetDistance(a: FeatureStatistics, b: FeatureStatistics): number {
  const dimension = a.mean.length;
  let distance = 0;
  for (let d = 0; d < dimension; d++) distance += ((a.mean[d] ?? 0) - (b.mean[d] ?? 0)) ** 2;
  const first = matrix(a.covariance, dimension);
  const second = matrix(b.covariance, dimension);
  const root = symmetricRoot(first);
  const product = root.mmul(second).mmul(root);
  const eigenvalues = new EigenvalueDecomposition(symmetrised(product), { assumeSymmetric: true }).realEigenvalues;
  const cross = eigenvalues.reduce((sum, e) => sum + Math.sqrt(Math.max(0, e)), 0);
  return distance + first.trace() + second.trace() - 2 * cross;
}

function matrix(values: Float64Array, dimension: number): Matrix {
  return Matrix.from1DArray(dimension, dimension, Array.from(values));
}

function symmetrised(m: Matrix): Matrix {
  return Matrix.add(m, m.transpose()).mul(0.5);
}

function symmetricRoot(m: Matrix): Matrix {
  const { eigenvectorMatrix: vectors, realEigenvalues } = new EigenvalueDecomposition(m, { assumeSymmetric: true });
  const roots = Matrix.diag(realEigenvalues.map((e) => Math.sqrt(Math.max(0, e))));
  return vectors.mmul(roots).mmul(vectors.transpose());
}
