/** Warming of the array by the board, K per W, and how slowly it follows, s. Modelling choices. */
const KELVIN_PER_WATT = 4;
const TIME_CONSTANT_S = 90;

/** The array's temperature: a first-order lag behind ambient plus what the board's power adds. */
export class ThermalModel {
  readonly #ambientC: number;
  #celsius: number;

  constructor(ambientC: number) {
    this.#ambientC = ambientC;
    this.#celsius = ambientC;
  }

  get celsius(): number {
    return this.#celsius;
  }

  /** Brings the array to a temperature at once, as a hot-air gun does in the end; the lag goes on from there. */
  bringTo(celsius: number): void {
    this.#celsius = celsius;
  }

  /** Exact step of the lag over a stretch of constant power. */
  advance(seconds: number, powerW: number): void {
    const settled = this.#ambientC + KELVIN_PER_WATT * powerW;
    this.#celsius = settled + (this.#celsius - settled) * Math.exp(-seconds / TIME_CONSTANT_S);
  }
}
