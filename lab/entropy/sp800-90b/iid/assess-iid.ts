import { DataError } from '../../../../base/index.js';
import { WANTED_SAMPLES } from '../assessment.js';
import { literalSequence } from '../samples.js';
import { alphabetOf } from './alphabet.js';
import { goodnessOfFitTest, independenceTest, type ChiSquareResult } from './chi-square.js';
import { longestRepeatTest, type LongestRepeatResult } from './longest-repeat-test.js';
import { permutationTest, type PermutationOptions, type PermutationResult } from './permutation-test.js';

/** Probability that samples which are IID fail one of the tests, about: the permutation test has most of it. */
export const IID_FALSE_ALARM = 0.02;

/** What the tests of the IID assumption make of samples. SP 800-90B-style: only a laboratory validates a source. */
export interface IidAssessment {
  readonly samples: number;
  readonly bitsPerSample: number;
  /** Distinct values that occur. */
  readonly distinct: number;
  /** Whether every test passed; nothing worth when not `valid`. */
  readonly passed: boolean;
  /** Whether there are as many samples as the standard asks for: with fewer the χ² tests can fail good samples. */
  readonly valid: boolean;
  readonly permutation: PermutationResult;
  readonly chiSquare: { readonly independence: ChiSquareResult; readonly goodnessOfFit: ChiSquareResult };
  readonly lrs: LongestRepeatResult;
  /** What a reader must know besides. */
  readonly remarks: readonly string[];
}

/**
 * Tests whether samples may be independent and identically distributed (SP 800-90B, 5). IID samples fail about 2 times in 100; the standard lets no one
 * try until they pass.
 * @param samples one a byte in the low bits, in the order of their production
 * @param bits width of a sample, 1 to 8
 * @throws TypeError, RangeError for a wrong width, a sample that is wider, fewer than 2 samples; DataError for samples that are all the same; the signal's reason
 */
export async function assessIid(
  samples: Uint8Array,
  bits: number,
  options: PermutationOptions = {},
): Promise<IidAssessment> {
  const sequence = literalSequence(samples, bits);
  const { length } = samples;
  if (sequence.alphabet < 2)
    throw new DataError(
      `all ${length} samples are ${samples[0]}: no entropy is awarded, and there is nothing to test`,
      {
        nextStep: 'Look at what the source does: spindrift assess non-iid tells more of samples that hardly change.',
      },
    );
  const alphabet = alphabetOf(samples);
  const independence = independenceTest(samples, alphabet);
  const goodnessOfFit = goodnessOfFitTest(samples, alphabet);
  const lrs = longestRepeatTest(sequence);
  const permutation = await permutationTest(inSharedMemory(samples), options);
  const valid = length >= WANTED_SAMPLES && permutation.rounds >= 10_000;
  return {
    samples: length,
    bitsPerSample: bits,
    distinct: sequence.alphabet,
    passed: independence.passed && goodnessOfFit.passed && lrs.passed && permutation.passed,
    valid,
    permutation,
    chiSquare: { independence, goodnessOfFit },
    lrs,
    remarks: remarksOf(length, permutation.rounds, independence, goodnessOfFit),
  };
}

function remarksOf(
  length: number,
  rounds: number,
  independence: ChiSquareResult,
  goodnessOfFit: ChiSquareResult,
): string[] {
  const remarks: string[] = [];
  if (length < WANTED_SAMPLES)
    remarks.push(
      `${length} samples; SP 800-90B asks for ${WANTED_SAMPLES}: this verdict is not valid, and χ² tests on few samples can fail good ones`,
    );
  if (rounds < 10_000)
    remarks.push(`${rounds} rounds of shuffling; SP 800-90B asks for 10000: this verdict is not valid`);
  if (independence.df < 1) remarks.push('too few samples for the χ² test of independence: it passes and says nothing');
  if (goodnessOfFit.df < 1)
    remarks.push('too few samples for the χ² test of goodness of fit: it passes and says nothing');
  return remarks;
}

function inSharedMemory(samples: Uint8Array): Uint8Array {
  if (samples.buffer instanceof SharedArrayBuffer) return samples;
  const copy = new Uint8Array(new SharedArrayBuffer(samples.length));
  copy.set(samples);
  return copy;
}
