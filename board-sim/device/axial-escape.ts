import { BOLTZMANN, GAMMA0 } from './constants.js';
import type { KeepingFields } from './energy-wells.js';
import type { MacrospinModel } from './macrospin.js';

/** Points in the polar angle; the eigenvalue is then within 1e-5 of its limit at Δ = 60. */
const POINTS = 4000;
/** Inverse iterations from a step function: each divides the error by the square of the ratio of the second eigenvalue to the first. */
const ITERATIONS = 6;

/**
 * Slowest rate λ1 of a round cell without in-plane field, in 1/s: escape from parallel plus escape from antiparallel. It is
 * the first eigenvalue of the Fokker–Planck operator (Brown, Phys. Rev. 130, 1677, 1963)
 *
 *     L φ = 1/(2τN) · (1/w) d/dz [ (1−z²) w dφ/dz ],   w = exp(−e μ0MsVol/kBT),   τN = μ0MsVol (1+α²)/(2 α γ0 kBT)
 *
 * found by inverse iteration: L⁻¹ is two integrals, which stay exact to rounding at any barrier, where a matrix of the
 * operator loses the eigenvalue below its own noise. In the limit of one iteration this is the mean first-passage integral.
 * 0 where it lies below the smallest number. For |Hz| < Hk.
 */
export function axialRelaxationRate(magnet: MacrospinModel, { hk, hz }: Omit<KeepingFields, 'hx'>): number {
  const { damping, moment, temperature } = magnet;
  const perField = moment / (BOLTZMANN * temperature);
  const tauN = (perField * (1 + damping * damping)) / (2 * damping * GAMMA0);
  const logWeight = (z: number): number => perField * (0.5 * hk * z * z + hz * z);
  const lowest = logWeight(-hz / hk);
  const step = Math.PI / POINTS;
  // Midpoints carry the weights, the boundaries between them the flux.
  const mass = new Float64Array(POINTS);
  const conductance = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    const [middle, edge] = [(i + 0.5) * step, i * step];
    mass[i] = Math.exp(logWeight(Math.cos(middle)) - lowest) * Math.sin(middle) * step;
    conductance[i] = (Math.exp(logWeight(Math.cos(edge)) - lowest) * Math.sin(edge)) / step;
  }
  const total = mass.reduce((sum, m) => sum + m, 0);
  if (!Number.isFinite(total * total)) return 0;
  let phi = Float64Array.from({ length: POINTS }, (_, i) => (Math.cos((i + 0.5) * step) > -hz / hk ? 1 : -1));
  let lambda = 0;
  for (let n = 0; n < ITERATIONS; n++) {
    const mean = phi.reduce((sum, f, i) => sum + f * (mass[i] as number), 0) / total;
    const next = new Float64Array(POINTS);
    let [flux, value] = [0, 0];
    for (let i = 0; i < POINTS; i++) {
      if (i > 0) value -= flux / (conductance[i] as number);
      next[i] = value;
      flux += ((phi[i] as number) - mean) * (mass[i] as number);
    }
    const shift = next.reduce((sum, f, i) => sum + f * (mass[i] as number), 0) / total;
    let [square, product] = [0, 0];
    next.forEach((f, i) => {
      const centred = (phi[i] as number) - mean;
      square += centred * centred * (mass[i] as number);
      product += centred * (f - shift) * (mass[i] as number);
    });
    lambda = square / product;
    // Scaled, since every iteration multiplies by 1/λ.
    phi = next.map((f) => (f - shift) * lambda);
  }
  return lambda / (2 * tauN);
}
