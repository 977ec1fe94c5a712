import { checkNumber } from '../../../../base/check.js';
import { outputEntropy, type ConditioningSizes } from './output-entropy.js';

/** Bits of input entropy beyond the output's size that a claim of full entropy asks for (FIPS 140-3 IG D.K, resolution 19). */
export const FULL_ENTROPY_MARGIN = 64;
/** Largest part of its size that a function which is not vetted is credited with (SP 800-90B, 3.1.5.2). */
export const NON_VETTED_CREDIT = 0.999;

/** A conditioning function and its input. */
export interface Conditioning extends ConditioningSizes {
  /** Whether the function is on SP 800-90B's list (HMAC, CMAC, CBC-MAC, approved hash, Hash_df, Block_Cipher_df); default true. XOR and von Neumann are not. */
  readonly vetted?: boolean;
  /** Only without `vetted`: assessed min-entropy of a bit of the output, from at least 1,000,000 bits of it as a bit string; 0 to 1. */
  readonly hPrime?: number;
}

/** What an output of a conditioning function is worth; bits. */
export interface ConditionedEntropy {
  /** Credited min-entropy of one output. */
  readonly hOut: number;
  /** The same for one of its bits. */
  readonly perBit: number;
  readonly vetted: boolean;
  /** Whether full entropy may be claimed: a vetted function, as wide as its output, with at least nOut + 64 bits in. */
  readonly fullEntropy: boolean;
  /** −log₂ ε, where hOut = (1 − ε) nOut. */
  readonly minusLog2Epsilon: number;
  /** The bounds whose smallest is hOut; those of a function that is not vetted are null for one that is. */
  readonly bounds: {
    readonly outputEntropy: number;
    readonly nonVetted: number | null;
    readonly assessed: number | null;
  };
}

/**
 * Min-entropy to credit to a conditioned output (SP 800-90B, 3.1.5.1.2 and 3.1.5.2): Output_Entropy for a vetted function, else the smallest of
 * Output_Entropy, 0.999 nOut and h′ nOut.
 * @throws as {@link outputEntropy}; RangeError for hPrime outside 0 … 1, missing where it is wanted or given where it is not
 */
export function conditionedEntropy(conditioning: Conditioning): ConditionedEntropy {
  const { nOut, nw, nIn, hIn, vetted = true } = conditioning;
  const own = outputEntropy(conditioning);
  if (vetted) {
    if (conditioning.hPrime !== undefined)
      throw new RangeError(
        `hPrime must be left out for a vetted function, which is not assessed, got ${conditioning.hPrime}`,
      );
    const short = nOut - Math.min(nOut, nw, nIn);
    return {
      hOut: own.hOut,
      perBit: own.hOut / nOut,
      vetted,
      fullEntropy: short === 0 && hIn >= nOut + FULL_ENTROPY_MARGIN,
      minusLog2Epsilon: -Math.log2((short + own.deficit) / nOut),
      bounds: { outputEntropy: own.hOut, nonVetted: null, assessed: null },
    };
  }
  const { hPrime } = conditioning;
  if (hPrime === undefined)
    throw new RangeError(
      'hPrime must be a number from 0 to 1 for a function that is not vetted: the assessed min-entropy of a bit of its output; got nothing',
    );
  const bounds = {
    outputEntropy: own.hOut,
    nonVetted: NON_VETTED_CREDIT * nOut,
    assessed: checkNumber('hPrime', hPrime, { min: 0, max: 1 }) * nOut,
  };
  const hOut = Math.min(bounds.outputEntropy, bounds.nonVetted, bounds.assessed);
  return {
    hOut,
    perBit: hOut / nOut,
    vetted,
    fullEntropy: false,
    minusLog2Epsilon: -Math.log2(1 - hOut / nOut),
    bounds,
  };
}

/**
 * Samples that one output needs so that full entropy may be claimed: ⌈(nOut + 64)/H⌉, as 640 for SHA-256 at H = 0.5.
 * @param nOut bits of one output
 * @param minEntropy assessed min-entropy of a sample, bits, above 0 and not above 8
 * @throws RangeError
 */
export function samplesForFullEntropy(nOut: number, minEntropy: number): number {
  checkNumber('nOut', nOut, { min: 1, integer: true });
  checkNumber('minEntropy', minEntropy, { min: Number.MIN_VALUE, max: 8 });
  return Math.ceil((nOut + FULL_ENTROPY_MARGIN) / minEntropy);
}
