import { createHmac, createSecretKey, hash, randomBytes, type KeyObject } from 'node:crypto';
import { checkOneOf } from '../../../base/index.js';
import { checkMinEntropy } from '../health/cutoffs.js';
import { samplesForFullEntropy } from '../sp800-90b/conditioning/conditioned-entropy.js';
import { Sha256Lanes } from './sha256-lanes.js';

/** Vetted functions (SP 800-90B 3.1.5.1.1) that are offered; both give 256 bits, and none is narrower inside. */
export const CONDITIONERS = ['sha-256', 'hmac-sha-256'] as const;
/** One of {@link CONDITIONERS}. */
export type ConditionerName = (typeof CONDITIONERS)[number];

/** Bytes of a digest. */
export const DIGEST_BYTES = 32;

/**
 * Raw bits that one digest takes so that it counts as full entropy, rounded up to whole bytes.
 * @param minEntropy assessed min-entropy per bit of the input; never an assumed one
 */
export function rawBitsPerDigest(minEntropy: number): number {
  return Math.ceil(samplesForFullEntropy(DIGEST_BYTES * 8, checkMinEntropy(minEntropy)) / 8) * 8;
}

/** Digests from which on the lanes of the SIMD kernel are worth their filling. */
const LEAST_BATCH = 4;

/** Bytes of the block number that every digest begins with. */
const NUMBER_BYTES = 8;

/**
 * Vetted conditioning in batches: bits go in, digests come out, each of its own stretch of input and none of any other. A digest is of the number of
 * the block (eight bytes, most significant first; supplemental data, credited nothing) and its stretch, so that no output repeats even where the input
 * does. The key of HMAC need not be secret (3.1.5.1.1); it is drawn afresh by the system when the conditioner is made.
 */
export class Conditioner {
  readonly name: ConditionerName;
  /** Bytes of input that make a digest. */
  readonly inputBytes: number;
  /** Min-entropy per input bit. */
  readonly minEntropy: number;
  readonly #key: KeyObject | undefined;
  /** Block number and stretch. */
  readonly #message: Uint8Array;
  readonly #number: DataView;
  readonly #lanes: Sha256Lanes | undefined;
  #blocks = 0;
  #fill = 0;

  constructor(minEntropy: number, name: ConditionerName = 'sha-256', key: Uint8Array = randomBytes(32)) {
    this.name = checkOneOf('conditioner', name, CONDITIONERS);
    this.minEntropy = minEntropy;
    this.inputBytes = rawBitsPerDigest(minEntropy) / 8;
    this.#key = name === 'sha-256' ? undefined : createSecretKey(key);
    this.#message = new Uint8Array(NUMBER_BYTES + this.inputBytes);
    this.#number = new DataView(this.#message.buffer);
    this.#lanes = name === 'sha-256' ? new Sha256Lanes(this.#message.length) : undefined;
  }

  /** Bytes that wait for the rest of their digest's input. */
  get pending(): number {
    return this.#fill;
  }

  /** Takes whole bytes of input; returns the digests that are ready now, one after the other. */
  push(bytes: Uint8Array): Uint8Array {
    const need = this.inputBytes;
    const out = new Uint8Array(Math.floor((this.#fill + bytes.length) / need) * DIGEST_BYTES);
    let from = 0;
    for (let at = 0; at < out.length;) {
      const left = (out.length - at) / DIGEST_BYTES;
      if (this.#fill === 0 && this.#lanes !== undefined && left >= LEAST_BATCH) {
        const count = Math.min(left, this.#lanes.batch);
        out.set(this.#batch(this.#lanes, bytes.subarray(from, from + count * need), count), at);
        from += count * need;
        at += count * DIGEST_BYTES;
        continue;
      }
      const take = need - this.#fill;
      this.#message.set(bytes.subarray(from, from + take), NUMBER_BYTES + this.#fill);
      from += take;
      this.#fill = 0;
      out.set(this.#digest(), at);
      at += DIGEST_BYTES;
    }
    this.#message.set(bytes.subarray(from), NUMBER_BYTES + this.#fill);
    this.#fill += bytes.length - from;
    return out;
  }

  /** Throws away what waits. @returns how many bytes that were */
  flush(): number {
    const lost = this.#fill;
    this.#message.fill(0);
    this.#lanes?.wipe();
    this.#fill = 0;
    return lost;
  }

  /** Many digests at once. */
  #batch(lanes: Sha256Lanes, bytes: Uint8Array, count: number): Uint8Array {
    const { messages, stride } = lanes;
    const need = this.inputBytes;
    for (let i = 0; i < count; i++) {
      this.#count();
      const at = i * stride;
      messages.set(this.#message.subarray(0, NUMBER_BYTES), at);
      messages.set(bytes.subarray(i * need, (i + 1) * need), at + NUMBER_BYTES);
    }
    return lanes.digest(count);
  }

  /** Puts the number of the next block before the message. */
  #count(): void {
    this.#number.setUint32(0, Math.floor(this.#blocks / 2 ** 32));
    this.#number.setUint32(4, this.#blocks >>> 0);
    this.#blocks++;
  }

  #digest(): Uint8Array {
    this.#count();
    return this.#key === undefined
      ? hash('sha256', this.#message, 'buffer')
      : createHmac('sha256', this.#key).update(this.#message).digest();
  }
}
