import { checkNumber } from '../../../base/index.js';

/** Waits between attempts: the first, doubled each time, up to the longest. */
export class BackOff {
  readonly #firstS: number;
  readonly #mostS: number;
  #nextS: number;

  constructor({ firstS, mostS }: { readonly firstS: number; readonly mostS: number }) {
    this.#firstS = checkNumber('firstS', firstS, { min: 0.001 });
    this.#mostS = checkNumber('mostS', mostS, { min: firstS });
    this.#nextS = firstS;
  }

  /** The wait before the next attempt, s. */
  next(): number {
    const waitS = this.#nextS;
    this.#nextS = Math.min(this.#mostS, waitS * 2);
    return waitS;
  }

  /** After a success. */
  reset(): void {
    this.#nextS = this.#firstS;
  }
}
