import { checkNumber, checkOneOf } from '../../../base/index.js';
import { CtrDrbg } from '../drbg/ctr-drbg.js';
import { MOST_REQUEST_BYTES, type Drbg } from '../drbg/drbg.js';
import { HmacDrbg } from '../drbg/hmac-drbg.js';

/** Generators of the `drbg` mode. */
export const DRBG_NAMES = ['ctr', 'hmac'] as const;
/** One of {@link DRBG_NAMES}. */
export type DrbgName = (typeof DRBG_NAMES)[number];

/** Output bytes per byte of seed, if nothing else is said. */
export const DEFAULT_EXPANSION = 32;

/**
 * A generator that is reseeded with full entropy ahead of everything it gives: RBG2(P)-shaped in the words of SP 800-90C, its own source, reseeds on
 * schedule, no full entropy. It makes `expansion` bytes of each byte of seed and then waits for more.
 */
export class SeededOutput {
  readonly #make: (seed: Uint8Array) => Drbg;
  readonly #expansion: number;
  #drbg: Drbg | undefined;
  /** Conditioned bytes that are not a whole seed yet. */
  #seed: Uint8Array = new Uint8Array(0);
  #seedings = 0;

  constructor(name: DrbgName = 'ctr', expansion = DEFAULT_EXPANSION, personalisation?: Uint8Array) {
    checkOneOf('drbg', name, DRBG_NAMES);
    this.#expansion = checkNumber('expansion', expansion, { min: 1, max: 65536, integer: true });
    const options = personalisation === undefined ? {} : { personalisation };
    this.#make = (seed) =>
      name === 'ctr' ? new CtrDrbg(seed, options) : new HmacDrbg(seed, new Uint8Array(0), options);
  }

  /** Seedings and reseedings so far. */
  get seedings(): number {
    return this.#seedings;
  }

  get bytesSinceReseed(): number {
    return this.#drbg?.bytesSinceReseed ?? 0;
  }

  /** Takes conditioned bytes of full entropy; returns what the generator gives for them. */
  push(conditioned: Uint8Array): Uint8Array {
    const seed = Buffer.concat([this.#seed, conditioned]);
    const parts: Uint8Array[] = [];
    let at = 0;
    for (let need; at + (need = this.#drbg?.reseedBytes ?? 48) <= seed.length;) {
      const fresh = seed.subarray(at, at + need);
      at += need;
      if (this.#drbg === undefined) this.#drbg = this.#make(fresh);
      else this.#drbg.reseed(fresh);
      this.#seedings++;
      for (let left = need * this.#expansion; left > 0; left -= MOST_REQUEST_BYTES)
        parts.push(this.#drbg.generate(Math.min(left, MOST_REQUEST_BYTES)));
    }
    this.#seed = Uint8Array.from(seed.subarray(at));
    seed.fill(0);
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** Forgets seed material that waits, and gives nothing more before a reseed. */
  forget(): void {
    this.#seed.fill(0);
    this.#seed = new Uint8Array(0);
    this.#drbg?.demandReseed();
  }

  /** Forgets the generator itself. */
  reset(): void {
    this.forget();
    this.#drbg = undefined;
  }
}
