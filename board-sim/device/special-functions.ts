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

/** Modified Bessel function of the first kind, order 0, scaled: e^(−x) I0(x) for x ≥ 0; relative error below 1e-12. */
export function besselI0Scaled(x: number): number {
  // Trapezoid rule on the periodic integrand (1/π)∫₀^π e^(x(cos t − 1)) dt converges geometrically.
  const n = 64 + Math.ceil(8 * Math.sqrt(x));
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(x * (Math.cos((Math.PI * (i + 0.5)) / n) - 1));
  return sum / n;
}
