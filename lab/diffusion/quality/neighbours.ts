/**
 * Kernel distance and precision / recall of two sets of feature vectors. Features are divided by their standard deviation
 * in the reference set first: raw features of different scale give meaningless distances.
 */
export interface ScaledFeatures {
  readonly count: number;
  readonly dimension: number;
  readonly values: Float32Array;
}

/** Divides every feature by the reference's standard deviation (those that never vary are left out of the sum as zeros). */
export function scaleFeatures(features: Float32Array, dimension: number, deviation: ArrayLike<number>): ScaledFeatures {
  const values = Float32Array.from(features, (f, i) => {
    const d = deviation[i % dimension] ?? 0;
    return d > 1e-6 ? f / d : 0;
  });
  return { count: features.length / dimension, dimension, values };
}

/**
 * Kernel inception-style distance (Bińkowski et al., ICLR 2018) in this feature space: unbiased squared maximum mean
 * discrepancy with the kernel (x·y / dimension + 1)^3.
 */
export function kernelDistance(a: ScaledFeatures, b: ScaledFeatures): number {
  const within = (s: ScaledFeatures): number => {
    let sum = 0;
    for (let i = 0; i < s.count; i++) for (let j = 0; j < i; j++) sum += cubic(s, i, s, j);
    return (2 * sum) / (s.count * (s.count - 1));
  };
  let between = 0;
  for (let i = 0; i < a.count; i++) for (let j = 0; j < b.count; j++) between += cubic(a, i, b, j);
  return within(a) + within(b) - (2 * between) / (a.count * b.count);
}

function cubic(a: ScaledFeatures, i: number, b: ScaledFeatures, j: number): number {
  let dot = 0;
  for (let d = 0, x = i * a.dimension, y = j * b.dimension; d < a.dimension; d++, x++, y++) {
    dot += (a.values[x] ?? 0) * (b.values[y] ?? 0);
  }
  return (dot / a.dimension + 1) ** 3;
}

/** Share of generated images near real ones, and of real images near generated ones. */
export interface Coverage {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Improved precision and recall (Kynkäänniemi et al., NeurIPS 2019): a vector is covered by a set when it lies within the
 * distance to the k-th neighbour of any of the set's members.
 */
export function coverage(generated: ScaledFeatures, real: ScaledFeatures, k = 3): Coverage {
  return {
    precision: coveredShare(generated, real, neighbourRadii(real, k)),
    recall: coveredShare(real, generated, neighbourRadii(generated, k)),
  };
}

function neighbourRadii(s: ScaledFeatures, k: number): Float64Array {
  const radii = new Float64Array(s.count);
  for (let i = 0; i < s.count; i++) {
    const nearest = new Float64Array(k).fill(Infinity);
    for (let j = 0; j < s.count; j++) {
      if (j === i) continue;
      const d = squaredDistance(s, i, s, j);
      if (d < (nearest[k - 1] ?? 0)) {
        nearest[k - 1] = d;
        nearest.sort();
      }
    }
    radii[i] = nearest[k - 1] ?? 0;
  }
  return radii;
}

function coveredShare(points: ScaledFeatures, set: ScaledFeatures, radii: Float64Array): number {
  let covered = 0;
  for (let i = 0; i < points.count; i++) {
    for (let j = 0; j < set.count; j++) {
      if (squaredDistance(points, i, set, j) <= (radii[j] ?? 0)) {
        covered++;
        break;
      }
    }
  }
  return covered / points.count;
}

function squaredDistance(a: ScaledFeatures, i: number, b: ScaledFeatures, j: number): number {
  let sum = 0;
  for (let d = 0, x = i * a.dimension, y = j * b.dimension; d < a.dimension; d++, x++, y++) {
    sum += ((a.values[x] ?? 0) - (b.values[y] ?? 0)) ** 2;
  }
  return sum;
}
