/** A table with the slopes of its monotone cubic interpolation. */
export interface MonotoneCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slopes: readonly number[];
}

/**
 * Prepares the interpolation of y(x): a cubic on every interval with slopes chosen so that the curve is monotone wherever the
 * table is and never overshoots it (F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984)). It passes through every
 * point and has a continuous slope.
 * @param x ascending, at least two
 * @throws RangeError when lengths differ, there are fewer than two points or x does not ascend
 */
export function monotoneCurve(x: readonly number[], y: readonly number[]): MonotoneCurve {
  if (x.length !== y.length)
    throw new RangeError(`The table has ${x.length} x and ${y.length} y; allowed are as many.`);
  if (x.length < 2) throw new RangeError(`The table has ${x.length} points; allowed are 2 or more.`);
  const widths = differences(x);
  const bad = widths.findIndex((h) => !(h > 0));
  if (bad >= 0) throw new RangeError(`x must ascend, got ${x[bad]!} before ${x[bad + 1]!}`);
  const secants = differences(y).map((dy, i) => dy / widths[i]!);
  const slopes = x.map((_, i) => {
    const [left, right] = [secants[i - 1], secants[i]];
    if (left === undefined) return endSlope(secants, widths, 0, 1);
    if (right === undefined) return endSlope(secants, widths, i - 1, i - 2);
    if (left * right <= 0) return 0;
    // Weighted harmonic mean: the flatter side decides.
    const [h0, h1] = [widths[i - 1]!, widths[i]!];
    const [w0, w1] = [h0 + 2 * h1, 2 * h0 + h1];
    return (w0 + w1) / (w0 / left + w1 / right);
  });
  return { x, y, slopes };
}

/** The curve at x. @throws RangeError outside the table: nothing is extrapolated */
export function evaluateCurve(curve: MonotoneCurve, x: number): number {
  const last = curve.x.length - 1;
  const [min, max] = [curve.x[0]!, curve.x[last]!];
  if (!(x >= min && x <= max)) throw new RangeError(`x must be a number from ${min} to ${max}, got ${x}`);
  let i = 0;
  while (i < last - 1 && x > curve.x[i + 1]!) i++;
  const h = curve.x[i + 1]! - curve.x[i]!;
  const t = (x - curve.x[i]!) / h;
  const s = 1 - t;
  return (
    (1 + 2 * t) * s * s * curve.y[i]! +
    t * s * s * h * curve.slopes[i]! +
    t * t * (3 - 2 * t) * curve.y[i + 1]! -
    t * t * s * h * curve.slopes[i + 1]!
  );
}

/** One-sided three-point slope at an end, held back where it would overshoot. */
function endSlope(secants: readonly number[], widths: readonly number[], near: number, next: number): number {
  const [d0, d1] = [secants[near]!, secants[next]];
  if (d1 === undefined) return d0;
  const [h0, h1] = [widths[near]!, widths[next]!];
  const slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
  if (slope * d0 <= 0) return 0;
  return d0 * d1 <= 0 && Math.abs(slope) > 3 * Math.abs(d0) ? 3 * d0 : slope;
}

function differences(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => value - values[i]!);
}
