import { BOLTZMANN, ELEMENTARY_CHARGE } from './constants.js';

/**
 * One-sided density of the white noise of a tunnel current, A²/Hz: S = 2 e I coth(eV/2kT) with I = G V. It is Johnson noise 4kTG
 * at V = 0 and shot noise 2eI far above 2kT/e (52 mV at 300 K), the exact crossover of independent tunnelling events
 * (D. Rogovin, D. J. Scalapino, Ann. Phys. 86, 1 (1974)).
 *
 * @param conductanceS G at that voltage
 */
export function whiteNoiseDensity(conductanceS: number, voltageV: number, temperatureK: number): number {
  const shot = 2 * ELEMENTARY_CHARGE * conductanceS * Math.abs(voltageV);
  if (temperatureK === 0) return shot;
  const x = (ELEMENTARY_CHARGE * Math.abs(voltageV)) / (2 * BOLTZMANN * temperatureK);
  // x coth x → 1 as x → 0; the quotient loses nothing above 1e-8, where 1 + x²/3 is 1 to rounding.
  const crossover = x < 1e-8 ? 1 : x / Math.tanh(x);
  return 4 * BOLTZMANN * temperatureK * conductanceS * crossover;
}
