/** A straight line through samples. */
export interface Slope {
  readonly perSecond: number;
  /** Standard error of it, from the residuals; neighbours that depend on each other make it too small. */
  readonly standardError: number;
}

/** Least squares of y over t. @throws RangeError for fewer than three samples, or all at one time */
export function slopeOf(t: readonly number[], y: readonly number[]): Slope {
  const n = t.length;
  if (n < 3 || y.length !== n) throw new RangeError(`samples must be pairs, at least 3; got ${n} and ${y.length}`);
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / n;
  const [mt, my] = [mean(t), mean(y)];
  let [tt, ty] = [0, 0];
  for (let i = 0; i < n; i++) {
    tt += (t[i]! - mt) ** 2;
    ty += (t[i]! - mt) * (y[i]! - my);
  }
  if (tt === 0) throw new RangeError('samples must be of more than one time');
  const perSecond = ty / tt;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (y[i]! - my - perSecond * (t[i]! - mt)) ** 2;
  return { perSecond, standardError: Math.sqrt(rest / (n - 2) / tt) };
}
