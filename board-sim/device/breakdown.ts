import { checkNumber } from '../../base/index.js';
import type { BarrierWearLaw } from './barrier-wear.js';
import type { DeviceParameters } from './parameters.js';

/** Dielectric breakdown of the barrier. All its numbers are modelling choices: no published model was found. */
export interface BreakdownModel {
  /** Largest field that the guard lets pass, V/m. */
  readonly maxBarrierField: number;
  /** Absent: the barrier never breaks. */
  readonly wear?: BarrierWearLaw;
}

/** Guard of a simulated junction, V/m; a modelling choice that just lets S3 reach its critical voltage (1.07 V/nm). */
export const DEFAULT_MAX_BARRIER_FIELD = 1.2e9;

/** Largest voltage in V, of either sign, that the guard lets pass: maxBarrierField · tox. */
export function barrierLimitVoltage(p: DeviceParameters): number {
  return (p.breakdown?.maxBarrierField ?? DEFAULT_MAX_BARRIER_FIELD) * p.oxideThickness;
}

/**
 * The guard: returns the voltage when the barrier may see it. It stands at the door of a device or board; the integrators
 * accept any voltage.
 * @throws TypeError when it is no number; RangeError, naming the limit, when the field would exceed `maxBarrierField`
 */
export function checkBarrierVoltage(p: DeviceParameters, voltageV: number): number {
  const limit = barrierLimitVoltage(p);
  // The slack is for the rounding of the limit itself.
  if (Math.abs(checkNumber('voltageV', voltageV)) <= limit * (1 + 1e-12)) return voltageV;
  const shown = Number(limit.toPrecision(6));
  throw new RangeError(
    `voltageV must be from -${shown} to ${shown}, where ${p.name} has ${limit / p.oxideThickness} V/m across its oxide, got ${voltageV}`,
  );
}
