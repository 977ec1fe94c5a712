/** Bits of each chain. */
export const CHAIN_CLOCKS = 8;

/** What the comparators show: byte k holds columns 8k … 8k + 7, bit c for chain c. */
export type SampleComparators = (out: Uint8Array, nanos: number) => void;

/**
 * Eight 74LV165. The wiring gives clock k of chain c column 8k + c, so that the eight bytes of a shot are the columns in order. While SHLD is
 * low the registers follow the comparators (which is not shown at their ends); its rise latches; each rise of FCLK then shifts, and zeros
 * follow the eighth bit. Outputs change after the edge: whoever reads in the cycle of the edge still sees the bit before.
 */
export class ReadOutChains {
  readonly #sample: SampleComparators;
  readonly #bytes = new Uint8Array(CHAIN_CLOCKS);
  readonly #slip: number;
  #shld: 0 | 1 = 1;
  #place = CHAIN_CLOCKS;

  /** @param slip a fault: clocks that the chains are ahead */
  constructor(sample: SampleComparators, slip = 0) {
    this.#sample = sample;
    this.#slip = slip;
  }

  /** Levels of the eight chains' ends, bit c for chain c. */
  get levels(): number {
    return this.#place < CHAIN_CLOCKS ? this.#bytes[this.#place]! : 0;
  }

  /** @returns whether the outputs may have changed */
  shiftOrLoad(level: 0 | 1, nanos: number): boolean {
    const before = this.#shld;
    this.#shld = level;
    if (level === before || level === 0) return false;
    this.#place = this.#slip;
    this.#sample(this.#bytes, nanos);
    return true;
  }

  /** A rise of FCLK. */
  shift(): void {
    if (this.#shld === 1 && this.#place < CHAIN_CLOCKS) this.#place++;
  }
}
