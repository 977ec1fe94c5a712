import { checkNumber, CompensatedSum, RandomStream } from '../../base/index.js';
import type { JunctionElectrics } from './electrical.js';

/** Cumulative wear of a barrier under field, and what is left after it broke. Every number is a modelling choice. */
export interface BarrierWearLaw {
  /** t0, s: the time by which 63 % of all barriers break at the reference field. */
  readonly characteristicTime: number;
  /** E0, V/m. */
  readonly referenceField: number;
  /** s, V/m: this much more field breaks barriers ten times sooner. */
  readonly fieldPerDecade: number;
  /** β of the Weibull distribution of the times to breakdown. */
  readonly weibullShape: number;
  /** Resistance of the broken barrier, Ω. */
  readonly shortResistance: number;
}

/** t63(E) = t0 · 10^(−(E − E0)/s), s: the exponential field acceleration ("E model"). It is finite at E = 0 too. */
export function timeToBreakdown63(law: BarrierWearLaw, fieldVPerM: number): number {
  return law.characteristicTime * 10 ** ((law.referenceField - Math.abs(fieldVPerM)) / law.fieldPerDecade);
}

/** The junction after breakdown: an ohmic short without magnetoresistance. */
export function brokenJunction(junction: JunctionElectrics, law: BarrierWearLaw): JunctionElectrics {
  const { tmrHalfVoltage, capacitance } = junction;
  return { resistanceP: law.shortResistance, tmr: 0, tmrHalfVoltage, capacitance };
}

/**
 * The wear of one barrier. Damage grows by dt/t63(E); the barrier breaks for ever when it reaches the barrier's own strength
 * (−ln U)^(1/β). At constant field the times to breakdown are therefore Weibull distributed, P(t) = 1 − exp(−(t/t63)^β), and under
 * a changing field damage adds up linearly.
 */
export class BarrierWear {
  /** Damage at which this barrier breaks. */
  readonly strength: number;
  readonly #law: BarrierWearLaw;
  readonly #oxideThickness: number;
  readonly #damage = new CompensatedSum();
  #broken = false;

  /**
   * @param oxideThicknessM turns voltages into fields
   * @param seed seed of the device; with `path` it decides U, so a device has the same strength in every run
   * @param path which device of that seed it is, as in `RandomStream.from(seed, …path)`
   */
  constructor(law: BarrierWearLaw, oxideThicknessM: number, seed: number | bigint, ...path: (number | string)[]) {
    this.#law = law;
    this.#oxideThickness = checkNumber('oxideThicknessM', oxideThicknessM, { min: Number.MIN_VALUE });
    // 1 − u lies in (0, 1], so that the strength is finite.
    const u = 1 - RandomStream.from(seed, 'barrier-wear', ...path).uniform();
    this.strength = (-Math.log(u)) ** (1 / law.weibullShape);
  }

  /** Damage so far. */
  get damage(): number {
    return this.#damage.value;
  }

  /** Whether the barrier has broken. */
  get broken(): boolean {
    return this.#broken;
  }

  /** How long the barrier would still last at this voltage, s; 0 once it has broken. */
  remainingTime(voltageV: number): number {
    if (this.#broken) return 0;
    const field = checkNumber('voltageV', voltageV) / this.#oxideThickness;
    return Math.max(0, this.strength - this.damage) * timeToBreakdown63(this.#law, field);
  }

  /**
   * Holds the barrier at a voltage for a time.
   * @returns how much of that time it survived, s: less than `durationS` when it breaks on the way, 0 when it was broken before
   */
  stress(voltageV: number, durationS: number): number {
    checkNumber('durationS', durationS, { min: 0 });
    const remaining = this.remainingTime(voltageV);
    if (this.#broken) return 0;
    this.#damage.add(durationS / timeToBreakdown63(this.#law, voltageV / this.#oxideThickness));
    this.#broken = this.damage >= this.strength;
    return this.#broken ? Math.min(remaining, durationS) : durationS;
  }

  /** The electrical side of the junction as it is now. */
  junction(intact: JunctionElectrics): JunctionElectrics {
    return this.#broken ? brokenJunction(intact, this.#law) : intact;
  }
}
