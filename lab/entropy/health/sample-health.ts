import { checkNumber } from '../../../base/index.js';
import { aptWindow, checkMinEntropy, proportionCutoff, repetitionCutoff, type AptFormula } from './cutoffs.js';

/** What the two approved tests are held against. */
export interface SampleHealthOptions {
  /** Width of a sample, 1 to 8 bits. */
  readonly bits: number;
  /** Claimed min-entropy per sample, bit. */
  readonly minEntropy: number;
  /** a of the level 2^-a of false alarm. */
  readonly exponent: number;
  readonly formula?: AptFormula;
}

/** What the two approved tests made of samples. */
export interface SampleHealthFindings {
  readonly samples: number;
  readonly rct: {
    readonly cutoff: number;
    /** Index of the sample with which a run first was as long as the cutoff. */
    readonly firstFailure: number | null;
    /** Runs that reached it, and the longest run. */
    readonly failures: number;
    readonly longestRun: number;
  };
  readonly apt: {
    readonly cutoff: number;
    readonly window: number;
    /** Index of the sample with which a count first reached the cutoff. */
    readonly firstFailure: number | null;
    /** Windows that reached it, and the largest count. */
    readonly failures: number;
    readonly largestCount: number;
  };
}

/**
 * Repetition count and adaptive proportion (SP 800-90B 4.4.1, 4.4.2) over samples of any width, one a byte, that come in pieces. They go on after a
 * failure; a last window that is not full is tested too.
 */
export class SampleHealth {
  readonly #bits: number;
  readonly #rctCutoff: number;
  readonly #aptCutoff: number;
  readonly #window: number;
  #samples = 0;
  #last = -1;
  #run = 0;
  #longestRun = 0;
  #rctFirst: number | null = null;
  #rctFailures = 0;
  #windowFirst = -1;
  #inWindow = 0;
  #count = 0;
  #largestCount = 0;
  #aptFirst: number | null = null;
  #aptFailures = 0;

  /** @throws RangeError for values out of range */
  constructor({ bits, minEntropy, exponent, formula = 'text' }: SampleHealthOptions) {
    this.#bits = checkNumber('bits', bits, { min: 1, max: 8, integer: true });
    checkMinEntropy(minEntropy, bits);
    this.#rctCutoff = repetitionCutoff(exponent, minEntropy, bits);
    this.#window = aptWindow(bits);
    this.#aptCutoff = proportionCutoff(exponent, minEntropy, bits, { formula });
  }

  /** @throws RangeError for a sample that is wider than it should be; what came before it is counted */
  push(samples: Uint8Array): void {
    const { length } = samples;
    const most = (1 << this.#bits) - 1;
    const base = this.#samples;
    let last = this.#last;
    let run = this.#run;
    let first = this.#windowFirst;
    let inWindow = this.#inWindow;
    let count = this.#count;
    for (let i = 0; i < length; i++) {
      const sample = samples[i]!;
      if (sample > most)
        throw new RangeError(
          `samples[${base + i}] must be an integer from 0 to ${most}, as bits is ${this.#bits}, got ${sample}`,
        );
      if (sample === last) {
        if (++run === this.#rctCutoff) {
          this.#rctFirst ??= base + i;
          this.#rctFailures++;
        }
      } else {
        if (run > this.#longestRun) this.#longestRun = run;
        last = sample;
        run = 1;
      }
      if (inWindow === 0) {
        first = sample;
        count = 1;
      } else if (sample === first && ++count === this.#aptCutoff) {
        this.#aptFirst ??= base + i;
        this.#aptFailures++;
      }
      if (++inWindow === this.#window) {
        if (count > this.#largestCount) this.#largestCount = count;
        inWindow = 0;
      }
    }
    this.#samples += length;
    this.#last = last;
    this.#run = run;
    this.#windowFirst = first;
    this.#inWindow = inWindow;
    this.#count = count;
  }

  /** What was found so far. */
  get findings(): SampleHealthFindings {
    return {
      samples: this.#samples,
      rct: {
        cutoff: this.#rctCutoff,
        firstFailure: this.#rctFirst,
        failures: this.#rctFailures,
        longestRun: Math.max(this.#longestRun, this.#run),
      },
      apt: {
        cutoff: this.#aptCutoff,
        window: this.#window,
        firstFailure: this.#aptFirst,
        failures: this.#aptFailures,
        largestCount: Math.max(this.#largestCount, this.#count),
      },
    };
  }
}
