import { RandomStream } from '../../../../base/index.js';

/** A sequence that NIST's program was run on; its p-values are in test/vectors/sp800-22. */
export interface ReferenceSet {
  readonly name: string;
  readonly length: number;
  /** Bits, one a byte, from a seed. */
  readonly samples: () => Uint8Array;
}

const independent = (seed: number, length: number, p: number): Uint8Array => {
  const stream = RandomStream.from(seed, 'sp800-22 reference');
  return Uint8Array.from({ length }, () => Number(stream.uniform() < p));
};

/** Each bit repeats the one before with probability `stay`. */
const sticky = (seed: number, length: number, stay: number): Uint8Array => {
  const bits = independent(seed, length, 1 - stay);
  for (let i = 1; i < length; i++) bits[i] = bits[i]! ^ bits[i - 1]!;
  return bits;
};

/** The bytes 0, 1, 2, … 255, 0, …, most significant bit first. */
const counter = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => ((i >> 3) >> (~i & 7)) & 1);

const set = (name: string, length: number, samples: () => Uint8Array): ReferenceSet => ({ name, length, samples });

/** Fair, biased, correlated, constructed; long, short, of odd length and of lengths with large prime factors. */
export const REFERENCE_SETS: readonly ReferenceSet[] = [
  set('fair', 1_000_000, () => independent(1, 1_000_000, 0.5)),
  set('another fair', 1_000_000, () => independent(2, 1_000_000, 0.5)),
  set('slightly biased', 1_000_000, () => independent(3, 1_000_000, 0.501)),
  set('biased', 1_000_000, () => independent(4, 1_000_000, 0.52)),
  set('sticky', 1_000_000, () => sticky(5, 1_000_000, 0.502)),
  set('byte counter', 1_000_000, () => counter(1_000_000)),
  set('short', 100_000, () => independent(7, 100_000, 0.5)),
  set('odd', 777_777, () => independent(8, 777_777, 0.5)),
  set('twice a prime', 400_006, () => independent(9, 400_006, 0.5)),
  set('power of two', 1_048_576, () => independent(10, 1_048_576, 0.5)),
];
