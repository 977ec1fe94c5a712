import { checkNumber, type RandomStream } from '../../base/index.js';
import { type Lorentzian, lorentzianDensity, lorentzianVariance } from './lorentzian.js';

/** 1/f noise of the read current: S_I/I² = α_H/(A f) between two frequencies. Its numbers are the user's to give. */
export interface FlickerModel {
  /** α_H, m². (Hooge's parameter in the form used for tunnel junctions, where the area takes the place of the carriers' number.) */
  readonly hoogeParameter: number;
  /** Hz. */
  readonly lowFrequency: number;
  /** Hz. Choose the bandwidth of the read: what is faster averages out in it. */
  readonly highFrequency: number;
}

/** Two Lorentzians a decade ripple by less than 0.1 % about 1/f. */
const PROCESSES_PER_DECADE = 2;

/**
 * The Ornstein–Uhlenbeck processes whose sum is the noise: corners evenly spaced in ln f over the band, equal variances, together
 * exactly (α_H/A) ln(f_high/f_low), the integral of α_H/(A f) over the band.
 */
export function flickerProcesses(model: FlickerModel, areaM2: number): readonly Lorentzian[] {
  const span = Math.log(model.highFrequency / model.lowFrequency);
  const count = Math.max(1, Math.ceil((PROCESSES_PER_DECADE * span) / Math.LN10));
  const variance = (model.hoogeParameter / areaM2) * (span / count);
  return Array.from({ length: count }, (_, k) => ({
    variance,
    rate: 2 * Math.PI * model.lowFrequency * Math.exp((span * (k + 0.5)) / count),
  }));
}

/** One-sided density of the relative current noise that the sum of processes has, 1/Hz. */
export function flickerDensity(model: FlickerModel, areaM2: number, frequencyHz: number): number {
  return flickerProcesses(model, areaM2).reduce((sum, process) => sum + lorentzianDensity(process, frequencyHz), 0);
}

/** Variance of the relative current noise between two frequencies. */
export function flickerVariance(model: FlickerModel, areaM2: number, fromHz: number, toHz: number): number {
  return flickerProcesses(model, areaM2).reduce((sum, process) => sum + lorentzianVariance(process, fromHz, toHz), 0);
}

/**
 * 1/f noise at any times, as a sum of Ornstein–Uhlenbeck processes. Every process is advanced by its exact transition, so the
 * joint distribution of the samples does not depend on where else the noise was looked at. It starts stationary.
 */
export class FlickerNoise {
  readonly #rates: Float64Array;
  readonly #deviations: Float64Array;
  readonly #values: Float64Array;
  readonly #random: RandomStream;
  #timeS: number | undefined;

  constructor(model: FlickerModel, areaM2: number, random: RandomStream) {
    const processes = flickerProcesses(model, areaM2);
    this.#rates = Float64Array.from(processes, ({ rate }) => rate);
    this.#deviations = Float64Array.from(processes, ({ variance }) => Math.sqrt(variance));
    this.#random = random;
    this.#values = this.#deviations.map((deviation) => deviation * random.gaussian());
  }

  /** Relative deviation of the current at a time. @throws RangeError when the time lies before the last one */
  at(timeS: number): number {
    const elapsed = checkNumber('timeS', timeS, { min: this.#timeS ?? -Infinity }) - (this.#timeS ?? timeS);
    this.#timeS = timeS;
    let sum = 0;
    for (let k = 0; k < this.#values.length; k++) {
      if (elapsed > 0) {
        const decay = this.#rates[k]! * elapsed;
        const fresh = this.#deviations[k]! * Math.sqrt(-Math.expm1(-2 * decay));
        this.#values[k] = this.#values[k]! * Math.exp(-decay) + fresh * this.#random.gaussian();
      }
      sum += this.#values[k]!;
    }
    return sum;
  }
}
