import { dawson, erf } from './special-functions.js';

/**
 * Exact equilibrium mean of mz² of a uniaxial macrospin without field, P(mz) ∝ exp(Δ mz²). Δ may be negative (easy plane).
 * For |Δ| < 1e-3 the closed forms cancel and the series 1/3 + 4Δ/45 + 8Δ²/945 takes over.
 */
export function equilibriumMz2(delta: number): number {
  if (Math.abs(delta) < 1e-3) return 1 / 3 + (4 * delta) / 45 + (8 * delta * delta) / 945;
  if (delta > 0) return 1 / (2 * Math.sqrt(delta) * dawson(Math.sqrt(delta))) - 1 / (2 * delta);
  const a = -delta;
  return 1 / (2 * a) - Math.exp(-a) / (Math.sqrt(Math.PI * a) * erf(Math.sqrt(a)));
}

/** Langevin function coth x − 1/x: mean moment along the field of a spin without anisotropy, x = μ0 Ms H Vol/(kB T). */
export function langevin(x: number): number {
  return Math.abs(x) < 1e-2 ? x / 3 - (x * x * x) / 45 : 1 / Math.tanh(x) - 1 / x;
}

/**
 * Mean stay in one well, s, from the mean first-passage integral (stable at any Δ, within 2e-3 of the exact eigenvalue at
 * Δ = 8 and better above): dwell = 2 τ_N T with T = 2 ∫₀¹ [e^(Δ(1−z²)) F(√Δ) − F(√Δ z)]/(√Δ (1−z²)) dz.
 * Infinite where it overflows. Δ ≤ 0 has no wells: NaN.
 */
export function meanDwellTime(delta: number, diffusionTimeS: number): number {
  if (!(delta > 0)) return Number.NaN;
  // e^Δ overflows from here on.
  if (delta > 700) return Infinity;
  const root = Math.sqrt(delta);
  const f1 = dawson(root);
  const n = 2000;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const z = i / n;
    const rest = 1 - z * z;
    // The limit of the integrand at z = 1 is ½.
    const value = i === n ? 0.5 : (Math.exp(delta * rest) * f1 - dawson(root * z)) / (root * rest);
    sum += value * (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return 2 * diffusionTimeS * ((2 * sum) / (3 * n));
}
