import { escapeRates } from './escape-rates.js';
import type { MacrospinModel } from './macrospin.js';
import { Stencil } from './stencil.js';

/** Logarithm that stands for a rate of 0. */
const NEVER = -745;

/**
 * Escape rates of one magnet over a rectangle of Hk and Hz: {@link escapeRates} on a grid, the logarithms interpolated
 * (Lagrange, up to four points an axis). Fields outside count as the ends.
 */
export class RateGrid {
  readonly #fromP: Float64Array;
  readonly #fromAP: Float64Array;
  readonly #hk: Stencil;
  readonly #hz: Stencil;
  readonly #columns: number;
  /** Rates where {@link aim} was called last, 1/s. */
  fromP = 0;
  fromAP = 0;

  /** @param hkAxis, hzAxis rising, A/m; @throws RangeError as {@link escapeRates} */
  constructor(magnet: MacrospinModel, hxAPerM: number, hkAxis: Float64Array, hzAxis: Float64Array) {
    this.#hk = new Stencil(hkAxis);
    this.#hz = new Stencil(hzAxis);
    this.#columns = hzAxis.length;
    this.#fromP = new Float64Array(hkAxis.length * hzAxis.length);
    this.#fromAP = new Float64Array(this.#fromP.length);
    hkAxis.forEach((hk, i) => {
      hzAxis.forEach((hz, j) => {
        const rates = escapeRates(magnet, { hk, hx: hxAPerM, hz });
        this.#fromP[i * this.#columns + j] = Math.max(NEVER, Math.log(rates.fromP));
        this.#fromAP[i * this.#columns + j] = Math.max(NEVER, Math.log(rates.fromAP));
      });
    });
  }

  /** Works out the rates at a place. */
  aim(hk: number, hz: number): this {
    const [rows, columns] = [this.#hk, this.#hz];
    rows.aim(hk);
    columns.aim(hz);
    let [logP, logAP] = [0, 0];
    for (let i = 0; i < rows.size; i++) {
      const at = (rows.first + i) * this.#columns + columns.first;
      for (let j = 0; j < columns.size; j++) {
        const weight = (rows.weights[i] as number) * (columns.weights[j] as number);
        logP += weight * (this.#fromP[at + j] as number);
        logAP += weight * (this.#fromAP[at + j] as number);
      }
    }
    this.fromP = Math.exp(logP);
    this.fromAP = Math.exp(logAP);
    return this;
  }
}
