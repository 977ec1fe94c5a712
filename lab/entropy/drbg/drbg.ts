import { checkNumber, StateError } from '../../../base/index.js';

/** Most bytes of one request: 2^19 bits (SP 800-90A, tables 2 and 3). */
export const MOST_REQUEST_BYTES = 65536;

/** Most requests between reseeds. The standard has 2^48; a counter in doubles could hold it, a source that stands still so long should not. */
export const MOST_REQUESTS = 2 ** 48;

/** Longest entropy input, personalisation or additional input that is taken, bytes; the standard allows 2^32 and more. */
export const MOST_INPUT_BYTES = 2 ** 20;

/** Settings that every generator takes. */
export interface DrbgOptions {
  /** Requests after which it must be reseeded, 1 … 2^48. */
  readonly reseedInterval?: number;
  /** Not secret; makes two generators differ whose seeds were equal by mistake. */
  readonly personalisation?: Uint8Array;
}

/** A deterministic generator of SP 800-90A, security strength 256. Its secret state is in private fields: never shown, written or logged. */
export interface Drbg {
  readonly name: 'HMAC_DRBG SHA-256' | 'CTR_DRBG AES-256';
  /** Bytes of full entropy that a seed and a reseed take. */
  readonly seedBytes: number;
  readonly reseedBytes: number;
  /** Requests since the last seed, from 1 (the standard's reseed_counter). */
  readonly reseedCounter: number;
  readonly reseeds: number;
  readonly bytesSinceReseed: number;
  /** Whether {@link generate} would refuse for want of a reseed. */
  readonly needsReseed: boolean;
  reseed(entropy: Uint8Array, additional?: Uint8Array): void;
  /**
   * @param bytes 0 … 65,536
   * @throws StateError when a reseed is due: the interval is over, {@link demandReseed} was called, or the process is another than that which seeded
   */
  generate(bytes: number, additional?: Uint8Array): Uint8Array;
  /** No more output before a reseed: after the machine slept, or its memory may have been copied. */
  demandReseed(): void;
}

/** What all generators have in common: limits, counters, and the reasons for a reseed. */
export class ReseedKeeper {
  readonly #interval: number;
  readonly #currentProcess: () => number;
  #process: number;
  #due = false;
  counter = 1;
  reseeds = 0;
  bytes = 0;

  /** @param currentProcess which process this is; another number than at the seed means that memory was copied */
  constructor({ reseedInterval = MOST_REQUESTS }: DrbgOptions, currentProcess = () => process.pid) {
    this.#interval = checkNumber('reseedInterval', reseedInterval, { min: 1, max: MOST_REQUESTS, integer: true });
    this.#currentProcess = currentProcess;
    this.#process = currentProcess();
  }

  get due(): boolean {
    return this.#due || this.counter > this.#interval || this.#process !== this.#currentProcess();
  }

  demand(): void {
    this.#due = true;
  }

  /** Checks a request before anything is done. */
  checkRequest(bytes: number): void {
    checkNumber('bytes', bytes, { min: 0, max: MOST_REQUEST_BYTES, integer: true });
    if (this.due)
      throw new StateError('the generator must be reseeded before it gives more', {
        nextStep: 'reseed it with fresh entropy of the source',
      });
  }

  /** A request was served. */
  served(bytes: number): void {
    this.counter++;
    this.bytes += bytes;
  }

  /** A seed was taken in. */
  seeded(): void {
    this.#due = false;
    this.#process = this.#currentProcess();
    this.counter = 1;
    this.bytes = 0;
    this.reseeds++;
  }
}

/** @throws RangeError for an entropy input that is too short or too long */
export function checkEntropy(name: string, entropy: Uint8Array, least: number, most: number): void {
  checkNumber(`${name}.length`, entropy.length, { min: least, max: most, integer: true });
}
