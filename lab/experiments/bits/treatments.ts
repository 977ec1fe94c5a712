import { SHOTS_A_TURN } from '../../entropy/bit-record.js';
import { Conditioner } from '../../entropy/condition/conditioner.js';
import { Debias } from '../../entropy/debias/debias.js';

/** What is done to raw bits before they are judged. */
export const TREATMENTS = ['raw', 'xor', 'von-neumann', 'sha-256'] as const;
/** One of {@link TREATMENTS}. */
export type Treatment = (typeof TREATMENTS)[number];

/** Names for people. */
export const TREATMENT_TITLES: Readonly<Record<Treatment, string>> = {
  raw: 'raw',
  xor: 'XOR of 4',
  'von-neumann': 'von Neumann',
  'sha-256': 'SHA-256',
};

/** Packed bits, the first in the least significant place. */
export interface TreatedBits {
  readonly bytes: Uint8Array;
  readonly bits: number;
}

/** What treatments need to know of the source. */
export interface TreatmentPlan {
  /** Columns of a shot: von Neumann pairs successive shots of a cell, XOR pairs cells of different rows. */
  readonly columns: number;
  /** Claimed min-entropy of a raw bit: how many of them a digest takes. */
  readonly minEntropy: number;
}

/** Treats raw bits. XOR and von Neumann are no vetted conditioning; SHA-256 is, and takes (256 + 64)/H bits a digest. */
export function treat({ bytes, bits }: TreatedBits, treatment: Treatment, plan: TreatmentPlan): TreatedBits {
  const { columns, minEntropy } = plan;
  const rowApart = SHOTS_A_TURN * columns;
  const whole = (out: Uint8Array): TreatedBits => ({ bytes: out, bits: out.length * 8 });
  switch (treatment) {
    case 'raw':
      return { bytes, bits };
    case 'xor': {
      const once = new Debias('xor', rowApart).push(bytes, bits);
      return whole(new Debias('xor', rowApart).push(once, once.length * 8));
    }
    case 'von-neumann':
      return whole(new Debias('vonNeumann', columns).push(bytes, bits));
    case 'sha-256':
      return whole(new Conditioner(minEntropy, 'sha-256').push(bytes.subarray(0, bits >> 3)));
  }
}

/** Raw bits that leave at least `wanted` after a treatment, of a fair source; a biased one leaves fewer of von Neumann's. */
export function rawBitsFor(wanted: number, treatment: Treatment, { columns, minEntropy }: TreatmentPlan): number {
  const share = { raw: 1, xor: 0.25, 'von-neumann': 0.24, 'sha-256': (256 / (320 + 8)) * minEntropy * 0.95 }[treatment];
  // Blocks whose bits did not all find their partners.
  const unfinished = 8 * SHOTS_A_TURN * columns;
  return Math.ceil(wanted / share) + unfinished;
}

/**
 * 64-bit numbers that count up, lowest byte first: a source without any entropy. A digest of them shows the hash and nothing else. (A counter of
 * single bytes would come round after 256 of them, and its digests with it.)
 */
export function counterBits(bits: number): TreatedBits {
  const words = Math.ceil(bits / 64);
  const out = new DataView(new ArrayBuffer(words * 8));
  for (let k = 0; k < words; k++) out.setBigUint64(8 * k, BigInt(k), true);
  return { bytes: new Uint8Array(out.buffer), bits };
}
