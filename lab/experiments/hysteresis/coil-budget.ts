/** What a coil takes for good and beyond. */
export interface CoilRating {
  /** Field that it holds for good, A/m. */
  readonly continuousAPerM: number;
  /** Heat that it stores, as the time that √2 times the continuous field would take to fill it, s: the rest of I²t over the continuous I². */
  readonly budgetS: number;
}

/** Share of the budget that is used; the rest is for what the host does not see. */
const USED_SHARE = 0.85;

/**
 * Keeps account of the heat that a coil has taken in beyond what it gives off, as the board's own guard does, so that the host rests it before that trips:
 * dQ/dt = (H/Hc)² − 1, never below 0.
 */
export class CoilBudget {
  readonly #rating: CoilRating;
  #heatS: number;

  /** @param heatS heat that is in the coil already; 0 is a cold one */
  constructor(rating: CoilRating, heatS = 0) {
    this.#rating = rating;
    this.#heatS = heatS;
  }

  /** The coil held a field for a time. */
  advance(fieldAPerM: number, seconds: number): void {
    this.#heatS = Math.max(0, this.#heatS + ((fieldAPerM / this.#rating.continuousAPerM) ** 2 - 1) * seconds);
  }

  /**
   * How long the coil must rest without a field before it can pass through some fields, s.
   * @returns Infinity when it never can: they take more than the whole budget
   */
  restFor(fieldsAPerM: readonly number[], secondsEach: number): number {
    const passing = new CoilBudget(this.#rating);
    let most = 0;
    for (const field of fieldsAPerM) {
      passing.advance(field, secondsEach);
      most = Math.max(most, passing.#heatS);
    }
    const allowed = USED_SHARE * this.#rating.budgetS;
    if (most > allowed) return Infinity;
    return Math.max(0, this.#heatS + most - allowed);
  }
}
