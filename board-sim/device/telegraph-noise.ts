import { checkNumber, type RandomStream } from '../../base/index.js';
import type { Lorentzian } from './lorentzian.js';

/** A two-level fluctuation of the read current, as one trap in the barrier makes it. Its numbers are the user's to give. */
export interface TelegraphModel {
  /** Mean stay in the level of higher current, s. */
  readonly dwellUpper: number;
  /** Mean stay in the level of lower current, s. */
  readonly dwellLower: number;
  /** Distance of the levels over the mean current. */
  readonly relativeAmplitude: number;
}

/** Share of the time spent in the upper level. */
export function upperOccupancy({ dwellUpper, dwellLower }: TelegraphModel): number {
  return dwellUpper / (dwellUpper + dwellLower);
}

/** Variance a² p (1 − p) and relaxation rate 1/τ_upper + 1/τ_lower, which give the spectrum. */
export function telegraphSpectrum(model: TelegraphModel): Lorentzian {
  const occupancy = upperOccupancy(model);
  return {
    variance: model.relativeAmplitude ** 2 * occupancy * (1 - occupancy),
    rate: 1 / model.dwellUpper + 1 / model.dwellLower,
  };
}

/**
 * The two levels at any times. The state is advanced by its exact transition probability, so that samples have the right joint
 * distribution however far apart; flips between two samples are not lost, merely not seen. The levels lie about a mean of 0.
 */
export class TelegraphNoise {
  readonly #model: TelegraphModel;
  readonly #occupancy: number;
  readonly #rate: number;
  readonly #random: RandomStream;
  #upper: boolean;
  #timeS: number | undefined;

  constructor(model: TelegraphModel, random: RandomStream) {
    this.#model = model;
    this.#occupancy = upperOccupancy(model);
    this.#rate = telegraphSpectrum(model).rate;
    this.#random = random;
    this.#upper = random.uniform() < this.#occupancy;
  }

  /** Whether the level at the last time was the upper one. */
  get upper(): boolean {
    return this.#upper;
  }

  /** Relative deviation of the current at a time. @throws RangeError when the time lies before the last one */
  at(timeS: number): number {
    const elapsed = checkNumber('timeS', timeS, { min: this.#timeS ?? -Infinity }) - (this.#timeS ?? timeS);
    this.#timeS = timeS;
    if (elapsed > 0) {
      const memory = Math.exp(-this.#rate * elapsed);
      const upper = this.#occupancy + ((this.#upper ? 1 : 0) - this.#occupancy) * memory;
      this.#upper = this.#random.uniform() < upper;
    }
    return this.#model.relativeAmplitude * ((this.#upper ? 1 : 0) - this.#occupancy);
  }
}
