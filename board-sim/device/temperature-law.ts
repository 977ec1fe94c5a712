import { checkNumber } from '../../base/index.js';
import type { DeviceParameters } from './parameters.js';

/** How a set's numbers change with temperature, relative to the temperature at which the set holds. */
export interface TemperatureLaw {
  /** Tc, K. */
  readonly curieTemperature: number;
  /** q in Ms ∝ 1 − (T/Tc)^q. */
  readonly magnetizationExponent: number;
  /** n in Ki ∝ Ms^n; Kbulk follows the same power. */
  readonly anisotropyExponent: number;
  /** Power of Ms that ξ follows; 0 keeps ξ. */
  readonly vcmaExponent: number;
  /** Relative change of the resistance per kelvin, 1/K. */
  readonly resistanceCoefficient: number;
  /** Relative change of the zero-bias TMR per kelvin, 1/K. */
  readonly tmrCoefficient: number;
}

/**
 * Tc, q and n as the utinclab Fortran code has them, where they were fitted to one 2.6 nm device. No law is in hand for ξ, the
 * resistance and the TMR: their coefficients are 0 until somebody measures them.
 */
export const DEFAULT_TEMPERATURE_LAW: TemperatureLaw = {
  curieTemperature: 1453,
  magnetizationExponent: 1.0583,
  anisotropyExponent: 1.804,
  vcmaExponent: 0,
  resistanceCoefficient: 0,
  tmrCoefficient: 0,
};

/**
 * The same junction at another temperature, everything that depends on it recomputed together. With T0 the temperature at which
 * the given set holds:
 *
 *     Ms(T) = Ms(T0) (1−(T/Tc)^q)/(1−(T0/Tc)^q)    Ki(T) = Ki(T0) (Ms(T)/Ms(T0))^n    ξ(T) = ξ(T0) (Ms(T)/Ms(T0))^nξ
 *     R(T) = R(T0) (1 + cR (T−T0))                 TMR(T) = TMR(T0) (1 + cT (T−T0))
 *
 * Ratios instead of absolute slopes, so that every set is reproduced exactly at its own T0. The linear coefficients of the result
 * are restated for its temperature: going there in two moves or in one gives the same set.
 *
 * @param kelvin 0 or more, below the Curie temperature
 * @throws TypeError, RangeError
 */
export function atTemperature(p: DeviceParameters, kelvin: number): DeviceParameters {
  const law = p.temperatureLaw ?? DEFAULT_TEMPERATURE_LAW;
  checkNumber('temperature', kelvin, { min: 0 });
  const ratio = magnetizationShare(law, kelvin) / magnetizationShare(law, p.temperature);
  const rise = kelvin - p.temperature;
  const resistanceFactor = linearFactor('resistanceCoefficient', law.resistanceCoefficient, rise);
  const tmrFactor = linearFactor('tmrCoefficient', law.tmrCoefficient, rise);
  const anisotropyFactor = ratio ** law.anisotropyExponent;
  return {
    ...p,
    saturationMagnetization: p.saturationMagnetization * ratio,
    interfaceAnisotropy: p.interfaceAnisotropy * anisotropyFactor,
    bulkAnisotropy: p.bulkAnisotropy * anisotropyFactor,
    vcmaCoefficient: p.vcmaCoefficient * ratio ** law.vcmaExponent,
    tmr: p.tmr * tmrFactor,
    ...(p.resistanceP !== undefined && { resistanceP: p.resistanceP * resistanceFactor }),
    ...(p.resistanceAreaProduct !== undefined && {
      resistanceAreaProduct: p.resistanceAreaProduct * resistanceFactor,
    }),
    temperature: kelvin,
    ...(p.temperatureLaw !== undefined && {
      temperatureLaw: {
        ...law,
        resistanceCoefficient: law.resistanceCoefficient / resistanceFactor,
        tmrCoefficient: law.tmrCoefficient / tmrFactor,
      },
    }),
  };
}

/** 1 − (T/Tc)^q, the share of the magnetisation at T = 0 that is left. */
function magnetizationShare(law: TemperatureLaw, kelvin: number): number {
  const { curieTemperature, magnetizationExponent } = law;
  if (kelvin >= curieTemperature) {
    throw new RangeError(
      `temperature must be below the Curie temperature of ${curieTemperature} K, where the magnetisation vanishes, got ${kelvin}`,
    );
  }
  return 1 - (kelvin / curieTemperature) ** magnetizationExponent;
}

function linearFactor(name: string, coefficient: number, rise: number): number {
  const factor = 1 + coefficient * rise;
  if (factor > 0) return factor;
  throw new RangeError(
    `temperatureLaw.${name} ${coefficient} over ${rise} K gives a factor of ${factor}; allowed is more than 0`,
  );
}
