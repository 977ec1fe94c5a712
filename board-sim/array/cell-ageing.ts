import { checkNumber } from '../../base/index.js';
import { BrownianTree } from './brownian-tree.js';
import { type CellArray } from './cell-array.js';

/**
 * How cells change with time, temperature and use. No sourced law is in hand for any of it: all are modelling choices, and 0 by default. Flips
 * by read disturb and loss of retention are no part of it.
 */
export interface AgeingPlan {
  /** σ of ln R after one hour: a random walk of each cell on its own, so it grows with the square root of time. */
  readonly walkPerSqrtHour: number;
  /** Relative change of R and of the zero-bias TMR for a kelvin above `referenceC`. */
  readonly resistancePerK: number;
  readonly tmrPerK: number;
  readonly referenceC: number;
  /** Relative change of R and of the TMR for each decade of pulses beyond `wearPulses`: by the factor 1 + x·log10(1 + n/wearPulses). */
  readonly resistancePerDecade: number;
  readonly tmrPerDecade: number;
  readonly wearPulses: number;
}

/** Cells that stay as they were drawn. */
export const NO_AGEING: AgeingPlan = {
  walkPerSqrtHour: 0,
  resistancePerK: 0,
  tmrPerK: 0,
  referenceC: 25,
  resistancePerDecade: 0,
  tmrPerDecade: 0,
  wearPulses: 1e6,
};

/** What has happened to the cells; one value for all of them, or one for each. */
export interface CellConditions {
  /** Board time, seconds. */
  readonly timeS: number;
  readonly temperatureC: number | Float64Array;
  /** Pulses since the array was new. */
  readonly pulses: number | ArrayLike<number>;
}

/**
 * Keeps an array's resistances and TMR where time, temperature and use have brought them. The result is a function of the conditions alone: it
 * does not depend on what was applied before or how often, so a run can be cut anywhere.
 */
export class CellAgeing {
  readonly #cells: CellArray;
  readonly #plan: AgeingPlan;
  readonly #resistance: Float64Array;
  readonly #tmr: Float64Array;
  readonly #walk: BrownianTree;
  readonly #idle: boolean;

  /** @param cells as they were drawn @param seed, tile as the cells' */
  constructor(cells: CellArray, plan: AgeingPlan, seed: number | bigint, tile = 0) {
    checkNumber('walkPerSqrtHour', plan.walkPerSqrtHour, { min: 0 });
    checkNumber('wearPulses', plan.wearPulses, { min: 1 });
    this.#cells = cells;
    this.#plan = plan;
    this.#resistance = cells.resistanceP.slice();
    this.#tmr = cells.tmr.slice();
    this.#walk = new BrownianTree(cells.resistanceP.length, seed, 'array', tile, 'walk');
    const { walkPerSqrtHour, resistancePerK, tmrPerK, resistancePerDecade, tmrPerDecade } = plan;
    this.#idle = [walkPerSqrtHour, resistancePerK, tmrPerK, resistancePerDecade, tmrPerDecade].every((x) => x === 0);
  }

  /**
   * Brings resistances and TMR up to the conditions and counts up the array's version, so that what was derived from them is derived anew.
   * @returns false when the plan changes nothing: then nothing was done
   * @throws RangeError when the conditions would leave a cell without resistance or TMR
   */
  apply({ timeS, temperatureC, pulses }: CellConditions): boolean {
    if (this.#idle) return false;
    const { walkPerSqrtHour, resistancePerK, tmrPerK, referenceC, resistancePerDecade, tmrPerDecade, wearPulses } =
      this.#plan;
    const walk = walkPerSqrtHour === 0 ? undefined : this.#walk.at(timeS);
    const step = walkPerSqrtHour / 60; // a walk is in √s, an hour has 60² of them
    const { resistanceP, tmr } = this.#cells;
    for (let cell = 0; cell < resistanceP.length; cell++) {
      const warmer = valueAt(temperatureC, cell) - referenceC;
      const decades = Math.log10(1 + valueAt(pulses, cell) / wearPulses);
      const r = (1 + resistancePerK * warmer) * (1 + resistancePerDecade * decades);
      const t = (1 + tmrPerK * warmer) * (1 + tmrPerDecade * decades);
      if (!(r > 0 && t > 0))
        throw new RangeError(
          `conditions leave cell ${cell} no resistance or TMR: ${warmer} K above reference, ${decades} decades of wear`,
        );
      resistanceP[cell] = this.#resistance[cell]! * r * Math.exp(walk === undefined ? 0 : step * walk[cell]!);
      tmr[cell] = this.#tmr[cell]! * t;
    }
    this.#cells.version++;
    return true;
  }
}

function valueAt(values: number | ArrayLike<number>, index: number): number {
  return typeof values === 'number' ? values : values[index]!;
}
