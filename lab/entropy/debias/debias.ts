import { checkNumber, checkOneOf } from '../../../base/index.js';
import { NON_VETTED_CREDIT } from '../sp800-90b/conditioning/conditioned-entropy.js';

/** Debiasing that is offered on the host; neither is vetted conditioning. */
export const DEBIAS_KINDS = ['xor', 'vonNeumann'] as const;
/** One of {@link DEBIAS_KINDS}. */
export type DebiasKind = (typeof DEBIAS_KINDS)[number];

/**
 * Joins bits that lie `distance` apart, in blocks of 2 × distance: bit i meets bit i + distance. `xor` gives one bit of two, p(1−p)·2 of a one;
 * `vonNeumann` gives the first of a pair that differs and nothing of one that is equal, ¼ bit of an input bit at most. Both are as good as the pairs
 * are independent: join distant cells, or one cell far apart in time, and never closer than drift is fast (the bias that drift leaves is about
 * (p1 − p2)/(4p(1−p))). XOR turns a correlation ρ of the two into a bias of ρ/2.
 */
export class Debias {
  readonly kind: DebiasKind;
  readonly distance: number;
  /** The block that is being filled, a bit a byte. */
  readonly #block: Uint8Array;
  #fill = 0;
  #rest = 0;
  #restBits = 0;

  /** @param distance bits between the two that meet, 1 … 1,048,576 */
  constructor(kind: DebiasKind, distance: number) {
    this.kind = checkOneOf('kind', kind, DEBIAS_KINDS);
    this.distance = checkNumber('distance', distance, { min: 1, max: 2 ** 20, integer: true });
    this.#block = new Uint8Array(distance);
  }

  /** Takes the first `bits` bits of `bytes`; returns the whole bytes of output that are ready, first bit in the least significant place. */
  push(bytes: Uint8Array, bits: number): Uint8Array {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    const out = new Uint8Array((bits >> 4) + (this.distance >> 3) + 2);
    let at = 0;
    const { distance } = this;
    for (let i = 0; i < bits; i++) {
      const bit = (bytes[i >> 3]! >> (i & 7)) & 1;
      if (this.#fill < distance) this.#block[this.#fill++] = bit;
      else {
        const first = this.#block[this.#fill - distance]!;
        if (++this.#fill === 2 * distance) this.#fill = 0;
        if (this.kind === 'vonNeumann' && first === bit) continue;
        this.#rest |= (this.kind === 'xor' ? first ^ bit : first) << this.#restBits;
        if (++this.#restBits < 8) continue;
        out[at++] = this.#rest;
        this.#rest = 0;
        this.#restBits = 0;
      }
    }
    return out.slice(0, at);
  }

  /** Forgets the bits that wait for their partners or for a whole byte. */
  flush(): void {
    this.#fill = 0;
    this.#rest = 0;
    this.#restBits = 0;
  }
}

/**
 * Min-entropy credited to a debiased bit: the least of 0.999, the assessment of at least 1,000,000 output bits (h′), and the entropy of the two input
 * bits that made it. Without an assessment of the output there is no credit.
 */
export function debiasedCredit(rawMinEntropy: number, outputMinEntropy: number | undefined): number {
  if (outputMinEntropy === undefined) return 0;
  return Math.min(NON_VETTED_CREDIT, outputMinEntropy, 2 * rawMinEntropy);
}
