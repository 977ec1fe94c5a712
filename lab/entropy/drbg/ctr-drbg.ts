import { createCipheriv } from 'node:crypto';
import { checkEntropy, MOST_REQUEST_BYTES, ReseedKeeper, type Drbg, type DrbgOptions } from './drbg.js';

/** Key and block together, bytes: the length of every seed (SP 800-90A table 3, AES-256). */
const SEED = 48;
const BLOCK = 16;
const NOTHING = new Uint8Array(0);
const ZEROS = new Uint8Array(MOST_REQUEST_BYTES + SEED);

/**
 * CTR_DRBG with AES-256, without derivation function (SP 800-90A 10.2.1): the seed must have full entropy, which the conditioned output of a tap has.
 * Security strength 256. A request is one run of AES in counter mode, so it is as fast as the processor's AES.
 */
export class CtrDrbg implements Drbg {
  readonly name = 'CTR_DRBG AES-256';
  readonly seedBytes = SEED;
  readonly reseedBytes = SEED;
  #key: Uint8Array = new Uint8Array(32);
  /** The block that the next cipher starts with, V + 1 in the standard's words. */
  #next: Uint8Array = new Uint8Array(BLOCK);
  readonly #keeper: ReseedKeeper;

  /** 10.2.1.3.1. @throws RangeError unless the entropy is 48 bytes, the personalisation at most so many */
  constructor(entropy: Uint8Array, options: DrbgOptions = {}, keeper?: ReseedKeeper) {
    checkEntropy('seed', entropy, SEED, SEED);
    this.#keeper = keeper ?? new ReseedKeeper(options);
    this.#next[BLOCK - 1] = 1;
    this.#update(this.#stream(SEED), xor(entropy, padded('personalisation', options.personalisation ?? NOTHING)));
  }

  get reseedCounter(): number {
    return this.#keeper.counter;
  }

  get reseeds(): number {
    return this.#keeper.reseeds;
  }

  get bytesSinceReseed(): number {
    return this.#keeper.bytes;
  }

  get needsReseed(): boolean {
    return this.#keeper.due;
  }

  demandReseed(): void {
    this.#keeper.demand();
  }

  /** 10.2.1.4.1. @throws RangeError unless the entropy is 48 bytes */
  reseed(entropy: Uint8Array, additional: Uint8Array = NOTHING): void {
    checkEntropy('entropy', entropy, SEED, SEED);
    this.#update(this.#stream(SEED), xor(entropy, padded('additional', additional)));
    this.#keeper.seeded();
  }

  /** 10.2.1.5.1. */
  generate(bytes: number, additional: Uint8Array = NOTHING): Uint8Array {
    this.#keeper.checkRequest(bytes);
    const input = padded('additional', additional);
    if (additional.length > 0) this.#update(this.#stream(SEED), input);
    // The output's blocks and those of the update that follows lie in one run of the counter.
    const whole = Math.ceil(bytes / BLOCK) * BLOCK;
    const stream = this.#stream(whole + SEED);
    this.#update(stream.subarray(whole), input);
    this.#keeper.served(bytes);
    return stream.slice(0, bytes);
  }

  /** AES over counters from the next block on; the counter is all 16 bytes, as in the standard with ctr_len = 128. */
  #stream(bytes: number): Uint8Array {
    return createCipheriv('aes-256-ctr', this.#key, this.#next).update(ZEROS.subarray(0, bytes));
  }

  /** 10.2.1.2, with the three blocks made already. */
  #update(blocks: Uint8Array, data: Uint8Array): void {
    const fresh = xor(blocks, data);
    this.#key = fresh.slice(0, 32);
    this.#next = fresh.slice(32);
    for (let i = BLOCK - 1; i >= 0; i--) if ((this.#next[i] = (this.#next[i]! + 1) & 255) !== 0) break;
  }
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(SEED);
  for (let i = 0; i < SEED; i++) out[i] = a[i]! ^ b[i]!;
  return out;
}

function padded(name: string, input: Uint8Array): Uint8Array {
  checkEntropy(name, input, 0, SEED);
  const out = new Uint8Array(SEED);
  out.set(input);
  return out;
}
