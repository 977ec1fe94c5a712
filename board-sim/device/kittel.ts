import { GAMMA0 } from './constants.js';

/** The fields that pull a small deflection back, about two perpendicular axes, A/m. Both positive: the direction is stable. */
export type StiffnessFields = readonly [h1: number, h2: number];

/** Decay of a small deflection. */
export interface RingDown {
  /** Angular frequency ω, rad/s; NaN when the motion is overdamped or the direction unstable. */
  readonly angularFrequency: number;
  /** Decay rate of the amplitude, 1/s. */
  readonly decayRate: number;
}

/**
 * Stiffness fields about +z with a field along z, or about the tilted rest direction (sin θ0 = Hx/Hk, or the plane when Hx > Hk)
 * with a field along x.
 *
 * @param hkAPerM effective anisotropy field relative to x, Hani − (Nz − Nx) Ms
 * @param inPlaneAPerM (Ny − Nx) Ms; 0 for a round cell
 * @throws RangeError when both fields are given: the rest direction then has no closed form
 */
export function stiffnessFields(
  hkAPerM: number,
  inPlaneAPerM: number,
  field: { readonly hx?: number; readonly hz?: number } = {},
): StiffnessFields {
  const hx = Math.abs(field.hx ?? 0);
  const hz = field.hz ?? 0;
  if (hx === 0) return [hkAPerM + hz, hkAPerM + inPlaneAPerM + hz];
  if (hz !== 0) throw new RangeError(`hx ${field.hx} and hz ${hz} must not both differ from 0.`);
  if (hx < hkAPerM) return [(hkAPerM * hkAPerM - hx * hx) / hkAPerM, hkAPerM + inPlaneAPerM];
  return [hx - hkAPerM, hx + inPlaneAPerM];
}

/** Undamped precession frequency γ0 √(H1 H2)/2π, Hz (Kittel); NaN when the direction is not stable. */
export function kittelFrequency([h1, h2]: StiffnessFields): number {
  return h1 > 0 && h2 > 0 ? (GAMMA0 * Math.sqrt(h1 * h2)) / (2 * Math.PI) : Number.NaN;
}

/** Exact linear ring-down with Gilbert damping: ω = γ'√(H1H2 − α²(H1−H2)²/4), decay rate αγ'(H1+H2)/2, γ' = γ0/(1+α²). */
export function ringDown([h1, h2]: StiffnessFields, damping: number): RingDown {
  const gamma = GAMMA0 / (1 + damping * damping);
  return {
    angularFrequency: gamma * Math.sqrt(h1 * h2 - (damping * damping * (h1 - h2) ** 2) / 4),
    decayRate: (damping * gamma * (h1 + h2)) / 2,
  };
}
