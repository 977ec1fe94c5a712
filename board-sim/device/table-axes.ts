/**
 * Axes of the master switching table and interpolation along them.
 *
 * Widths are stored on an axis that is stretched for every pulse-Hk: u = width · (Hx − c Hk)/Hx. The precession during the
 * pulse runs at about γ0 (Hx − c Hk) (fitted by eye to the computed curves, c = 0.26), so equal u is nearly equal phase for
 * all Hk and the table stays smooth along Hk although it oscillates along the width. The factor changes where table points
 * fall, never what is computed there.
 */

/** In-plane field of the board's permanent magnet for which the table was made, A/m. */
export const TABLE_IN_PLANE_FIELD = 12e3;

const STRETCH = 0.26;

/** Resting Hk, A/m. */
export const restAxis: Float64Array = Float64Array.of(38e3, 50e3, 62e3);
/** Out-of-plane field, A/m. */
export const hzAxis: Float64Array = Float64Array.of(-3e3, -2e3, -1e3, 0, 1e3, 2e3, 3e3);
/** Hk during the pulse, A/m: dense where the precession is coherent. */
export const pulseAxis: Float64Array = Float64Array.from(
  [range(-95, -55, 10), range(-50, -35, 5), range(-30, 17.5, 2.5), range(20, 35, 5), [42, 50, 62]].flat(),
  (kiloampere) => 1e3 * kiloampere,
);
/** Stretched width, s. The first point is width 0. */
export const widthAxis: Float64Array = Float64Array.from(
  [range(0, 2.45, 0.05), range(2.5, 9.9, 0.1), range(10, 19.8, 0.2), range(20, 44, 0.3)].flat(),
  (nanosecond) => 1e-9 * nanosecond,
);
/** Every point of {@link widthAxis} is a whole multiple of this. */
export const WIDTH_UNIT = 0.05e-9;

/** One period of the precession on the stretched axis, s. */
export const STRETCHED_PERIOD = 2.4e-9;

/** Factor from a real width to the stretched axis; at least 0.5 (on the high side there is no precession to follow). */
export function widthStretch(hkPulse: number): number {
  const factor = (TABLE_IN_PLANE_FIELD - STRETCH * hkPulse) / TABLE_IN_PLANE_FIELD;
  return factor < 0.5 ? 0.5 : factor;
}

/** Values in a table over all four axes, in the order rest, hz, pulse, width. */
export const TABLE_SIZE = restAxis.length * hzAxis.length * pulseAxis.length * widthAxis.length;

/** Up to four neighbouring points of an axis with their Lagrange weights. */
export class Stencil {
  first = 0;
  readonly size: number;
  readonly weights: Float64Array;
  readonly #axis: Float64Array;

  constructor(axis: Float64Array) {
    this.#axis = axis;
    this.size = Math.min(4, axis.length);
    this.weights = new Float64Array(this.size);
  }

  /** Aims the stencil at x, which is clamped to the axis. */
  aim(x: number): void {
    const axis = this.#axis;
    const { size, weights } = this;
    const last = axis.length - 1;
    const at = Math.min(Math.max(x, axis[0] as number), axis[last] as number);
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((axis[middle] as number) <= at) low = middle;
      else high = middle;
    }
    // Cell [low, low+1] in the middle of four points, or among three.
    const first = Math.min(Math.max(low - (size === 4 ? 1 : 0), 0), axis.length - size);
    this.first = first;
    for (let i = 0; i < size; i++) {
      const xi = axis[first + i] as number;
      let weight = 1;
      for (let j = 0; j < size; j++) {
        if (j !== i) weight *= (at - (axis[first + j] as number)) / (xi - (axis[first + j] as number));
      }
      weights[i] = weight;
    }
  }
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toFixed(6)));
}
