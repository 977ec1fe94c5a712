/**
 * A running sum whose rounding error does not grow with the number of terms (Neumaier's variant of Kahan summation:
 * A. Neumaier, ZAMM 54 (1974) 39–51).
 */
export class CompensatedSum {
  #sum = 0;
  #compensation = 0;

  /** Adds one finite term. Returns itself, so that calls chain. */
  add(term: number): this {
    const next = this.#sum + term;
    // Whichever of the two is smaller lost its low bits in the addition: recover them exactly.
    if (Math.abs(this.#sum) >= Math.abs(term)) this.#compensation += this.#sum - next + term;
    else this.#compensation += term - next + this.#sum;
    this.#sum = next;
    return this;
  }

  /** The sum so far. */
  get value(): number {
    return this.#sum + this.#compensation;
  }

  /** Another sum with the same value that goes on independently. */
  clone(): CompensatedSum {
    const copy = new CompensatedSum();
    copy.#sum = this.#sum;
    copy.#compensation = this.#compensation;
    return copy;
  }
}

/** The compensated sum of a list of finite numbers. */
export function compensatedSum(terms: Iterable<number>): number {
  const sum = new CompensatedSum();
  for (const term of terms) sum.add(term);
  return sum.value;
}
