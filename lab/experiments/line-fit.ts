/** A straight line y = intercept + slope·x through points with known errors. */
export interface LineFit {
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors and covariance as the errors of the points make them; not scaled by the scatter about the line. */
  readonly interceptError: number;
  readonly slopeError: number;
  readonly covariance: number;
  /** Σ((y − line)/σ)². */
  readonly chiSquare: number;
  /** Points less two. */
  readonly degrees: number;
}

/**
 * Weighted least squares. x is centred first, so that nothing cancels.
 * @param sigma standard error of each y, above 0
 * @throws RangeError for fewer than two points, arrays of different length, a σ that is not above 0, or all x alike
 */
export function fitLine(x: readonly number[], y: readonly number[], sigma: readonly number[]): LineFit {
  if (x.length < 2 || y.length !== x.length || sigma.length !== x.length)
    throw new RangeError(`a line needs two points with y and sigma, got ${x.length}, ${y.length}, ${sigma.length}`);
  const weights = sigma.map((value) => {
    if (!(value > 0)) throw new RangeError(`sigma must be above 0, got ${value}`);
    return 1 / (value * value);
  });
  const sum = (terms: (k: number) => number): number => weights.reduce((total, w, k) => total + w * terms(k), 0);
  const total = sum(() => 1);
  const centre = sum((k) => x[k]!) / total;
  const mean = sum((k) => y[k]!) / total;
  const spread = sum((k) => (x[k]! - centre) ** 2);
  if (!(spread > 0)) throw new RangeError('a line needs two different x');
  const slope = sum((k) => (x[k]! - centre) * (y[k]! - mean)) / spread;
  const intercept = mean - slope * centre;
  return {
    intercept,
    slope,
    interceptError: Math.sqrt(1 / total + (centre * centre) / spread),
    slopeError: Math.sqrt(1 / spread),
    covariance: -centre / spread,
    chiSquare: sum((k) => (y[k]! - intercept - slope * x[k]!) ** 2),
    degrees: x.length - 2,
  };
}

/** Where a line reaches a value, with the standard error that the fit's covariance gives (first order). */
export function crossingOf(fit: LineFit, value: number): { readonly x: number; readonly sigma: number } {
  const x = (value - fit.intercept) / fit.slope;
  const variance = fit.interceptError ** 2 + 2 * x * fit.covariance + (x * fit.slopeError) ** 2;
  return { x, sigma: Math.sqrt(Math.max(0, variance)) / Math.abs(fit.slope) };
}
