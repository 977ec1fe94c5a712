/**
 * Axes of the master switching table and interpolation along them.
 *
 * Widths are stored on an axis that is stretched for every Hk and Hz: u = width · √((1 − c Hk/Hx)² + (H/Hx)²), where H is Hz,
 * for an easy plane diminished to Hz Hx/(Hx − Hk). The precession during the pulse runs at about γ0 Hx times that factor
 * (c = 0.15 gave the smallest interpolation error of computed curves), so equal u is nearly equal phase and the table stays
 * smooth although it oscillates along the width. The factor changes where table points fall, never what is computed there.
 */

/** In-plane field of the board's permanent magnet for which the table was made, A/m. */
export const TABLE_IN_PLANE_FIELD = 12e3;

const STRETCH = 0.15;

/** Resting Hk, A/m. It decides only where a start lies in its well and how the pulse's outcome is kept: a straight line does. */
export const restAxis: Float64Array = Float64Array.of(122e3, 164e3);
/** Out-of-plane field, A/m: dense for stray fields, wide for the coil. */
export const hzAxis: Float64Array = Float64Array.from(
  [-16, -14, -12, -10, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16],
  (kiloampere) => 1e3 * kiloampere,
);
/** Hk during the pulse, A/m: dense where the precession is coherent. Above, the barrier decides (see `switching-table.ts`). */
export const pulseAxis: Float64Array = Float64Array.from(
  [range(-100, -60, 10), range(-55, -40, 5), range(-35, 20, 2.5), range(25, 50, 5)].flat(),
  (kiloampere) => 1e3 * kiloampere,
);
/** Stretched width, s. The first point is width 0. */
export const widthAxis: Float64Array = Float64Array.from(
  [range(0, 2.45, 0.05), range(2.5, 9.9, 0.1), range(10, 19.8, 0.2), range(20, 30, 0.4)].flat(),
  (nanosecond) => 1e-9 * nanosecond,
);
/** Every point of {@link widthAxis} is a whole multiple of this. */
export const WIDTH_UNIT = 0.05e-9;

/** One period of the precession on the stretched axis, s. */
export const STRETCHED_PERIOD = 2.4e-9;

/** Factor from a real width to the stretched axis; Hk counts for at least 0.5 (on the high side there is no precession to follow). */
export function widthStretch(hkPulse: number, hz: number): number {
  const along = Math.max(0.5, 1 - (STRETCH * hkPulse) / TABLE_IN_PLANE_FIELD);
  const across = hz / (TABLE_IN_PLANE_FIELD + Math.max(0, -hkPulse));
  return Math.sqrt(along * along + across * across);
}

/** Values in a table over all four axes, in the order rest, hz, pulse, width. */
export const TABLE_SIZE = restAxis.length * hzAxis.length * pulseAxis.length * widthAxis.length;

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toFixed(6)));
}
