import { UsageError } from '../../../base/index.js';
import { conditionedEntropy } from '../../../lab/entropy/sp800-90b/conditioning/index.js';
import type { CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { pairs } from '../../table.js';

/** The flags of `spindrift assess conditioning`. */
export interface AssessConditioningFlags {
  readonly nIn: number;
  readonly nOut: number;
  readonly nw: number;
  readonly hIn: number;
  readonly vetted?: 'true' | 'false';
  readonly hPrime?: number;
}

const UNDERFLOW = 'ε is below 2^−1074';

/** `spindrift assess conditioning`: what an output of a conditioning function is worth. */
export const assessConditioning: CommandAction<AssessConditioningFlags> = async ({ out }, flags) => {
  const { nIn, nOut, nw, hIn, hPrime } = flags;
  const vetted = flags.vetted !== 'false';
  if (vetted !== (hPrime === undefined))
    throw new UsageError(
      vetted
        ? '--h-prime belongs to a function that is not vetted'
        : 'a function that is not vetted needs --h-prime, the assessed min-entropy of a bit of its output',
      { nextStep: vetted ? 'Leave --h-prime out, or say --vetted false.' : 'Assess at least 1,000,000 output bits.' },
    );
  const found = conditionedEntropy({ nIn, nOut, nw, hIn, vetted, ...(hPrime === undefined ? {} : { hPrime }) });
  // ε of an output that is as good as fair underflows.
  const { minusLog2Epsilon } = found;
  const told = Number.isFinite(minusLog2Epsilon)
    ? found
    : { ...found, minusLog2Epsilon: null, reasons: { minusLog2Epsilon: UNDERFLOW } };
  out.result({ nIn, nOut, nw, hIn, ...(hPrime === undefined ? {} : { hPrime }), ...told }, () =>
    pairs([
      ['input', `${nIn} bits with ${hIn} bits of min-entropy`],
      ['function', `${vetted ? 'vetted' : 'not vetted'}, ${nOut} bits out, ${nw} bits wide`],
      ['min-entropy out', `${found.hOut.toPrecision(10)} of ${nOut} bits (${found.perBit.toPrecision(6)} a bit)`],
      ['1 − ε', Number.isFinite(minusLog2Epsilon) ? `ε = 2^−${minusLog2Epsilon.toFixed(2)}` : UNDERFLOW],
      ['full entropy', fullEntropyText(found.fullEntropy, vetted, nOut, Math.min(nw, nIn), hIn)],
    ]),
  );
  return EXIT.done;
};

function fullEntropyText(full: boolean, vetted: boolean, nOut: number, width: number, hIn: number): string {
  if (full) return `may be claimed: at least ${nOut} + 64 bits of min-entropy in`;
  if (!vetted) return 'may not be claimed: the function is not vetted';
  if (width < nOut) return `may not be claimed: ${width} bits pass through the function, ${nOut} come out`;
  return `may not be claimed: it takes ${nOut} + 64 = ${nOut + 64} bits of min-entropy in, ${hIn} are there`;
}
