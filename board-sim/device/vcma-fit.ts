import { DataError } from '../../base/index.js';
import { BOLTZMANN, MU0 } from './constants.js';
import type { FieldLoop, FieldLoops, SwitchingFields } from './field-loop.js';
import { spinOf } from './spin-of.js';
import { sweptSwitching } from './swept-switching.js';

/** A value with its standard error. */
export interface FittedValue {
  readonly value: number;
  readonly standardError: number;
}

/** A straight line y = at0 + slope·x. */
export interface FittedLine {
  readonly at0: FittedValue;
  readonly slope: FittedValue;
  /** Covariance of the two. */
  readonly covariance: number;
  /** Weighted sum of squared residuals, and the degrees of freedom it has. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
}

/** What the loop at one voltage says. */
export interface VcmaPoint {
  readonly voltage: number;
  /** Half the distance between the mean switching fields of the two ways, A/m. */
  readonly coerciveField: FittedValue;
  /** Middle between them, A/m: a stray field with the sign turned. */
  readonly offset: FittedValue;
  /** The anisotropy field whose thermally activated switching has that coercive field, A/m; at 0 K the coercive field itself. */
  readonly hk: FittedValue;
}

/** Result of {@link fitVcma}. */
export interface VcmaFit {
  readonly points: readonly VcmaPoint[];
  /** Voltages left out, each with the reason. */
  readonly leftOut: readonly { readonly voltage: number; readonly reason: string }[];
  /** Hk against V. */
  readonly hk: FittedLine;
  /** ξ = −(dHk/dV) µ0 Ms tf tox/2, J/(V m). */
  readonly xi: FittedValue;
  /** dΔ/dV = dHk/dV µ0 Ms Vol/(2 kB T), 1/V at the device's temperature. */
  readonly deltaSlope: FittedValue;
  /** The same from the coercive fields as they are: what the sweep rate does to a fit that leaves it out. */
  readonly uncorrected: { readonly coerciveField: FittedLine; readonly xi: FittedValue };
  /** The device's own ξ and dHk/dV, to compare with. */
  readonly device: { readonly xi: number; readonly hkSlope: number; readonly hk: number };
}

/**
 * Fits the VCMA coefficient to loops at two voltages or more. Thermal motion turns a junction over before its well is gone, the more so the slower
 * the field: each mean coercive field is therefore turned into the Hk for which the Fokker–Planck equation of the same staircase
 * ({@link sweptSwitching}) gives that field. Taken as known: Ms, volume, damping, temperature, tf and tox. A line through Hk(V) by weighted
 * least squares gives the slope.
 *
 * Holds for fields along the axis of a round junction.
 * @throws DataError when fewer than two voltages are usable; RangeError for a junction that is not round
 */
export function fitVcma(loops: FieldLoops): VcmaFit {
  const { device } = loops;
  const spin = spinOf(device);
  if (spin.inPlaneAnisotropy !== 0)
    throw new RangeError(
      `demag has Ny − Nx = ${device.demag[1] - device.demag[0]}; the fit allows 0 only (a round pillar)`,
    );
  const leftOut: { voltage: number; reason: string }[] = [];
  const points: VcmaPoint[] = [];
  for (const loop of loops.loops) {
    const reason = unusable(loop, loops);
    const point = reason === undefined ? pointOf(loop, loops) : undefined;
    if (point !== undefined) points.push(point);
    else leftOut.push({ voltage: loop.voltage, reason: reason ?? 'no Hk gives these switching fields' });
  }
  if (new Set(points.map(({ voltage }) => voltage)).size < 2)
    throw new DataError(
      `the fit needs loops at two voltages or more, ${points.length} can be used` +
        leftOut.map(({ voltage, reason }) => `; ${voltage} V: ${reason}`).join(''),
      { nextStep: 'Widen the field range, or choose voltages at which the junction has two states.' },
    );
  const line = fitLine(points.map(({ voltage, hk }) => ({ x: voltage, y: hk })));
  const raw = fitLine(points.map(({ voltage, coerciveField }) => ({ x: voltage, y: coerciveField })));
  const { saturationMagnetization: ms, freeLayerThickness: tf, oxideThickness: tox, temperature } = device;
  const toXi = scaled((-MU0 * ms * tf * tox) / 2);
  return {
    points,
    leftOut,
    hk: line,
    xi: toXi(line.slope),
    deltaSlope: scaled(spin.moment / (2 * BOLTZMANN * temperature))(line.slope),
    uncorrected: { coerciveField: raw, xi: toXi(raw.slope) },
    device: { xi: device.vcmaCoefficient, hkSlope: spin.hkPerVolt, hk: spin.hk },
  };
}

/** Weighted least squares through points with standard errors; the weights are taken as known. */
export function fitLine(points: readonly { readonly x: number; readonly y: FittedValue }[]): FittedLine {
  let [s, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (const { x, y } of points) {
    const weight = 1 / y.standardError ** 2;
    s += weight;
    sx += weight * x;
    sy += weight * y.value;
    sxx += weight * x * x;
    sxy += weight * x * y.value;
  }
  const determinant = s * sxx - sx * sx;
  const slope = (s * sxy - sx * sy) / determinant;
  const at0 = (sxx * sy - sx * sxy) / determinant;
  return {
    at0: { value: at0, standardError: Math.sqrt(sxx / determinant) },
    slope: { value: slope, standardError: Math.sqrt(s / determinant) },
    covariance: -sx / determinant,
    chiSquare: points.reduce((sum, { x, y }) => sum + ((y.value - at0 - slope * x) / y.standardError) ** 2, 0),
    degreesOfFreedom: points.length - 2,
  };
}

function unusable(
  { switchingFields: { up, down } }: FieldLoop,
  { spins, temperature }: FieldLoops,
): string | undefined {
  const thermal = temperature > 0;
  if (up.n < spins || down.n < spins) {
    const [seen, all] = [up.n + down.n, 2 * spins];
    return `${seen} of ${all} switchings lie inside the field range, allowed is all of them`;
  }
  if (thermal && spins < 2) return 'a standard error needs two junctions or more';
  if (!(up.mean > 0 && down.mean < 0)) return 'it has no hysteresis';
  return undefined;
}

function pointOf(loop: FieldLoop, loops: FieldLoops): VcmaPoint | undefined {
  const { up, down } = loop.switchingFields;
  const step = (loop.field.at(-1)! - loop.field[0]!) / (loop.field.length - 1);
  const thermal = loops.temperature > 0;
  // A field lies anywhere in its step: without noise, where both ways are alike, that is all the error there is, and with it the least.
  const within = step ** 2 / 12;
  const variance = ({ sd, n }: SwitchingFields): number => Math.max(sd * sd, within) / n;
  const half = thermal ? Math.sqrt(variance(up) + variance(down)) / 2 : Math.sqrt(within);
  const coerciveField = { value: (up.mean - down.mean) / 2, standardError: half };
  const offset = { value: (up.mean + down.mean) / 2, standardError: half };
  const hk = thermal ? hkOf(coerciveField, loop.field, loops) : coerciveField;
  return hk === undefined ? undefined : { voltage: loop.voltage, coerciveField, offset, hk };
}

/** The Hk that has a mean coercive field, by Newton's steps with differences. */
function hkOf(coercive: FittedValue, fields: readonly number[], loops: FieldLoops): FittedValue | undefined {
  const { moment, damping } = spinOf(loops.device);
  const { temperature, dwellS } = loops;
  const meanAt = (hk: number): number => {
    const p = sweptSwitching({ hk, moment, damping, temperature, fieldsAPerM: fields, dwellS });
    let [mean, total] = [0, 0];
    for (let at = 1; at < p.length; at++) {
      mean += (p[at]! * (fields[at - 1]! + fields[at]!)) / 2;
      total += p[at]!;
    }
    return mean / total;
  };
  let hk = 1.2 * coercive.value;
  for (let iteration = 0; iteration < 30; iteration++) {
    const here = meanAt(hk);
    const slope = (meanAt(hk * 1.01) - here) / (0.01 * hk);
    if (!(slope > 0)) return undefined;
    const step = (coercive.value - here) / slope;
    hk = Math.max(hk / 2, Math.min(2 * hk, hk + step));
    if (Math.abs(step) < 1e-3 * coercive.standardError + 1e-9 * hk)
      return { value: hk, standardError: coercive.standardError / slope };
  }
  return undefined;
}

function scaled(factor: number): (of: FittedValue) => FittedValue {
  return ({ value, standardError }) => ({ value: factor * value, standardError: Math.abs(factor) * standardError });
}
