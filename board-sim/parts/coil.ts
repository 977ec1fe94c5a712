/** Field of the coil, µT per ampere. */
export const COIL_UT_PER_A = 30_000;
/** Copper resistance of the coil, Ω. A choice. */
export const COIL_OHM = 1.5;
/** What the coil may carry for good, A. */
const CONTINUOUS_A = 0.5;
/** What it may take in above that before it must cool, A²s. */
export const COIL_BUDGET_A2S = 20;

/** The I²t guard of the coil: heat above what it gives off at its continuous current, in A²s. */
export class CoilGuard {
  #heat = 0;

  /** Heat stored, A²s. */
  get heat(): number {
    return this.#heat;
  }

  get overloaded(): boolean {
    return this.#heat > COIL_BUDGET_A2S;
  }

  /** The coil holds a field for a time. */
  advance(seconds: number, fieldUt: number): void {
    const current = fieldUt / COIL_UT_PER_A;
    this.#heat = Math.max(0, this.#heat + (current * current - CONTINUOUS_A * CONTINUOUS_A) * seconds);
  }
}
