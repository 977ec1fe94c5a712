import { chiSquareTail } from '../../../../base/gamma-functions.js';
import { type Alphabet, proportionsOf } from './alphabet.js';
import { expectationBins, LEAST_EXPECTED } from './expectation-bins.js';

/** Significance below which a χ² test fails. */
export const CHI_SQUARE_ALPHA = 0.001;
/** Longest tuple of two-valued samples. */
const MOST_TUPLE = 11;
/** Stretches that are held against the whole. */
const BLOCKS = 10;

/** What a χ² test found. */
export interface ChiSquareResult {
  readonly t: number;
  /** Degrees of freedom; below 1 where there are too few samples for enough bins: such a test passes and says nothing. */
  readonly df: number;
  readonly p: number;
  readonly passed: boolean;
}

/** Whether neighbouring samples are independent (SP 800-90B, 5.2.1 and 5.2.3). */
export function independenceTest(samples: Uint8Array, alphabet: Alphabet): ChiSquareResult {
  return alphabet.values.length === 2 ? tuplesTest(samples, alphabet) : pairsTest(samples, alphabet);
}

/** Whether ten stretches of the samples have the distribution of the whole (SP 800-90B, 5.2.2 and 5.2.4). */
export function goodnessOfFitTest(samples: Uint8Array, alphabet: Alphabet): ChiSquareResult {
  const block = Math.floor(samples.length / BLOCKS);
  if (block < 1) return judged(0, 0);
  const cells = Float64Array.from(proportionsOf(alphabet, samples.length), (p) => p * block);
  const symbols = alphabet.values.length;
  // Of two values each is a bin of its own.
  const { binOf, expected } =
    symbols === 2 ? { binOf: Int32Array.of(0, 1), expected: [...cells] } : expectationBins(cells);
  const binOfValue = new Int32Array(256);
  alphabet.values.forEach((value, symbol) => (binOfValue[value] = binOf[symbol]!));
  let t = 0;
  for (let part = 0; part < BLOCKS; part++) {
    const observed = new Float64Array(expected.length);
    for (let i = part * block; i < (part + 1) * block; i++) {
      const bin = binOfValue[samples[i]!]!;
      observed[bin] = observed[bin]! + 1;
    }
    t += chiSquare(observed, expected);
  }
  return judged(t, (BLOCKS - 1) * (expected.length - 1));
}

/** Of pairs that do not overlap. */
function pairsTest(samples: Uint8Array, alphabet: Alphabet): ChiSquareResult {
  const pairs = Math.floor(samples.length / 2);
  const symbols = alphabet.values.length;
  const p = proportionsOf(alphabet, samples.length);
  const cells = new Float64Array(symbols * symbols);
  for (let i = 0; i < symbols; i++) for (let j = 0; j < symbols; j++) cells[i * symbols + j] = p[i]! * p[j]! * pairs;
  const { binOf, expected } = expectationBins(cells);
  const symbolOf = new Int32Array(256);
  alphabet.values.forEach((value, symbol) => (symbolOf[value] = symbol));
  const observed = new Float64Array(expected.length);
  for (let i = 0; i < pairs; i++) {
    const bin = binOf[symbolOf[samples[2 * i]!]! * symbols + symbolOf[samples[2 * i + 1]!]!]!;
    observed[bin] = observed[bin]! + 1;
  }
  return judged(chiSquare(observed, expected), expected.length - symbols);
}

/** Of tuples of two values that do not overlap, as long as the rarest can be expected five times. */
function tuplesTest(samples: Uint8Array, alphabet: Alphabet): ChiSquareResult {
  const { length } = samples;
  const [p0, p1] = proportionsOf(alphabet, length) as [number, number];
  let m = MOST_TUPLE;
  while (m > 1 && Math.min(p0, p1) ** m * Math.floor(length / m) < LEAST_EXPECTED) m--;
  if (m < 2) return judged(0, 0);
  const tuples = Math.floor(length / m);
  const high = alphabet.values[1];
  const observed = new Float64Array(2 ** m);
  for (let i = 0; i < tuples; i++) {
    let tuple = 0;
    for (let j = 0; j < m; j++) tuple = 2 * tuple + (samples[i * m + j] === high ? 1 : 0);
    observed[tuple] = observed[tuple]! + 1;
  }
  const expected = Array.from(observed, (_, tuple) => {
    const ones = onesOf(tuple);
    return p1 ** ones * p0 ** (m - ones) * tuples;
  });
  return judged(chiSquare(observed, expected), 2 ** m - 2);
}

function onesOf(word: number): number {
  let ones = 0;
  for (let left = word; left > 0; left &= left - 1) ones++;
  return ones;
}

function chiSquare(observed: Float64Array, expected: readonly number[]): number {
  return expected.reduce((sum, e, bin) => sum + (observed[bin]! - e) ** 2 / e, 0);
}

function judged(t: number, df: number): ChiSquareResult {
  const p = df < 1 ? 1 : chiSquareTail(t, df);
  return { t, df, p, passed: p >= CHI_SQUARE_ALPHA };
}
