import { barrierFromParallel } from './astroid-barrier.js';
import type { MagneticState } from './switching-records.js';

/** A cell as thermally activated switching sees it. */
export interface ThermalCell {
  /** Anisotropy field at V = 0, A/m. */
  readonly hkAPerM: number;
  /** Thermal stability Δ at V = 0 and without a field. */
  readonly delta: number;
  /** Stray field along the axis, A/m: it adds to the coil's. */
  readonly strayAPerM: number;
  /** Relative change of Hk and Δ with the bias, 1/V: Hk(V) = Hk (1 + s V), Δ(V) = Δ (1 + s V). */
  readonly perV: number;
}

/** What the model takes as given. */
export interface ThermalModel {
  /** Attempt rate, 1/s. It cannot be told from Δ by switching fields: fixed, and stated with every result. */
  readonly attemptRateHz: number;
  /** Field across the axis, A/m. It lowers every barrier: the saddle in it is found exactly. */
  readonly inPlaneAPerM: number;
}

/** Parameters of a cell in the order of every derivative: ln Hk, ln Δ, stray field in units of this many A/m, and perV. */
export const STRAY_UNIT = 1000;

/** Rate of escape and the derivatives of its logarithm by the parameters. */
export interface Escape {
  readonly rate: number;
  readonly slopes: readonly [number, number, number, number];
}

/** Rate at which a cell leaves a state in a field and at a voltage, 1/s: f0 exp(−Δ(V) b), b the exact barrier in both fields. */
export function escapeOf(
  cell: ThermalCell,
  model: ThermalModel,
  from: MagneticState,
  fieldAPerM: number,
  voltageV: number,
): Escape {
  const grown = 1 + cell.perV * voltageV;
  const hk = cell.hkAPerM * grown;
  const delta = cell.delta * grown;
  // Without a barrier at all there is nothing to wait for, and nothing to learn.
  if (!(hk > 0)) return { rate: model.attemptRateHz, slopes: [0, 0, 0, 0] };
  const sign = from === 'p' ? 1 : -1;
  const [hz, hx] = [(sign * (fieldAPerM + cell.strayAPerM)) / hk, model.inPlaneAPerM / hk];
  const { height, perHz, perHx } = barrierFromParallel(hz, hx);
  if (height === Infinity) return { rate: 0, slopes: [0, 0, 0, 0] };
  const byScale = perHz * hz + perHx * hx;
  return {
    rate: model.attemptRateHz * Math.exp(-delta * height),
    slopes: [
      delta * byScale,
      -delta * height,
      (-delta * perHz * sign * STRAY_UNIT) / hk,
      ((-delta * voltageV) / grown) * (height - byScale),
    ],
  };
}
