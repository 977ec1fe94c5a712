import { createCipheriv } from 'node:crypto';

/** Fair pseudo-random bytes, fast: AES in counter mode under a key that is the seed. */
export class FairBytes {
  readonly #cipher;

  constructor(seed: number) {
    const key = Buffer.alloc(16);
    key.writeUInt32BE(seed);
    this.#cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  }

  next(length: number): Uint8Array {
    return this.#cipher.update(new Uint8Array(length));
  }
}

/** Makes the bits from a fault on: bit `i` since it began, of `n` random bits a time and what came before it. */
export interface Fault {
  readonly name: string;
  /** Most samples from the beginning of the fault to the alarm. */
  readonly within: number;
  /** @param u uniform in [0, 1) @param past samples before this one, newest last, and their number */
  readonly bit: (i: number, u: number, past: Uint8Array, at: number) => number;
}

/** A source that claims 0.8 bit and is fair until the fault begins; what docs/entropy-tap.md states of each is `within`. */
export const FAULTS: readonly Fault[] = [
  { name: 'stuck at one', within: 80, bit: () => 1 },
  { name: 'biased to 0.75', within: 8192, bit: (_i, u) => (u < 0.75 ? 1 : 0) },
  { name: 'biased to 0.62', within: 32_768, bit: (_i, u) => (u < 0.62 ? 1 : 0) },
  {
    name: 'correlated: 0.7 like the one before',
    within: 32_768,
    bit: (_i, u, past, at) => (u < 0.7 ? past[at - 1]! : 1 - past[at - 1]!),
  },
  {
    name: 'correlated: 0.7 like the one 64 before',
    within: 131_072,
    bit: (_i, u, past, at) => (u < 0.7 ? past[at - 64]! : 1 - past[at - 64]!),
  },
  { name: 'period of 2', within: 16_384, bit: (i) => i & 1 },
  { name: 'period of 7', within: 16_384, bit: (i) => (0b0011001 >> (i % 7)) & 1 },
  { name: 'period of 100', within: 131_072, bit: (_i, _u, past, at) => past[at - 100]! },
  { name: 'slow drift, 0.1 a million samples', within: 1_200_000, bit: (i, u) => (u < 0.5 + i / 1e7 ? 1 : 0) },
  {
    name: 'dead cell of 4,096',
    within: 270_336,
    bit: (i, u, _past, at) => ((at % 262_144) >> 12 === 40 && (at & 63) === 9 ? 0 : u < 0.5 ? i & 0 : 1),
  },
  { name: 'replay of 32 KiB', within: 65_536, bit: (_i, _u, past, at) => past[at - 300_001]! },
  { name: 'burst of 2,000 at 0.9', within: 3072, bit: (i, u) => (i < 2000 ? (u < 0.9 ? 1 : 0) : u < 0.5 ? 1 : 0) },
];
