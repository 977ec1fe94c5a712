import { checkNumber } from '../../base/index.js';

/**
 * First-order self-heating. Both numbers belong to a stack and its surroundings and are the user's to give: a published layer
 * stack comes to 5.2 K/mW for 50 nm, and the 0.8 ps computed with it are doubtful, since heat usually leaves in nanoseconds.
 */
export interface SelfHeating {
  /** Rth, K/W. */
  readonly thermalResistance: number;
  /** τth, s. */
  readonly timeConstant: number;
}

/**
 * Temperature in K after a step at constant power, exact for any step: dT/dt = (Rth P − (T − T0))/τth, so
 * T ← T∞ + (T − T∞) exp(−dt/τth) with T∞ = T0 + Rth P.
 *
 * @param temperatureK at the start of the step
 * @param ambientK T0
 * @param powerW V²/R in the junction, constant over the step
 * @param dtS 0 or more
 * @throws TypeError, RangeError
 */
export function selfHeatingStep(
  heating: SelfHeating,
  temperatureK: number,
  ambientK: number,
  powerW: number,
  dtS: number,
): number {
  checkNumber('powerW', powerW, { min: 0 });
  checkNumber('dtS', dtS, { min: 0 });
  const settled = ambientK + heating.thermalResistance * powerW;
  return temperatureK - (settled - temperatureK) * Math.expm1(-dtS / heating.timeConstant);
}
