/** The few special functions that the closed forms of the device model need. */

/** Dawson's integral F(x) = e^(−x²) ∫₀ˣ e^(t²) dt, by Rybicki's sum over odd n; absolute error below 1e-15. */
export function dawson(x: number): number {
  // The sum converges like exp(−(π/2h)²), so h = 0.2 leaves 1e-27.
  const h = 0.2;
  const n0 = 2 * Math.round((x / h - 1) / 2) + 1;
  let sum = 0;
  for (let k = -60; k <= 60; k += 2) {
    const n = n0 + k;
    sum += Math.exp(-((x - n * h) ** 2)) / n;
  }
  return sum / Math.sqrt(Math.PI);
}

/** Error function, from its all-positive series (no cancellation); relative error about 1e-15. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  let term = a;
  let sum = a;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * a * a) / (2 * n + 1);
    sum += term;
  }
  return Math.sign(x) * (2 / Math.sqrt(Math.PI)) * Math.exp(-a * a) * sum;
}

/**
 * Modified Bessel function of the first kind, order 0, scaled: e^(−x) I0(x) for x ≥ 0; relative error below 1e-13. The power
 * series, whose terms are all positive, and from x = 20 on the asymptotic one, whose smallest term is then below 1e-17.
 */
export function besselI0Scaled(x: number): number {
  let term = 1;
  let sum = 1;
  if (x < 20) {
    const quarter = 0.25 * x * x;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= quarter / (k * k);
      sum += term;
    }
    return sum * Math.exp(-x);
  }
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (2 * k - 1) ** 2 / (8 * x * k);
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}
