import { createHmac } from 'node:crypto';
import { checkEntropy, MOST_INPUT_BYTES, ReseedKeeper, type Drbg, type DrbgOptions } from './drbg.js';

const NOTHING = new Uint8Array(0);

/**
 * HMAC_DRBG with SHA-256 (SP 800-90A 10.1.2), security strength 256. One request's output depends on how requests are cut, by the standard: buffer
 * above it. Each 32 bytes cost an HMAC of their own, and each waits for the one before.
 */
export class HmacDrbg implements Drbg {
  readonly name = 'HMAC_DRBG SHA-256';
  readonly seedBytes = 48;
  readonly reseedBytes = 32;
  #key: Buffer = Buffer.alloc(32, 0);
  #v: Buffer = Buffer.alloc(32, 1);
  readonly #keeper: ReseedKeeper;

  /**
   * @param entropy at least 256 bit of it (10.1.2.3: entropy input ‖ nonce, the nonce at least 128 bit more)
   * @throws RangeError for fewer than 48 bytes of both together
   */
  constructor(entropy: Uint8Array, nonce: Uint8Array = NOTHING, options: DrbgOptions = {}, keeper?: ReseedKeeper) {
    checkEntropy('seed', Buffer.concat([entropy, nonce]), this.seedBytes, MOST_INPUT_BYTES);
    this.#keeper = keeper ?? new ReseedKeeper(options);
    this.#update(entropy, nonce, options.personalisation ?? NOTHING);
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

  /** 10.1.2.4. @throws RangeError for fewer than 32 bytes */
  reseed(entropy: Uint8Array, additional: Uint8Array = NOTHING): void {
    checkEntropy('entropy', entropy, this.reseedBytes, MOST_INPUT_BYTES);
    checkEntropy('additional', additional, 0, MOST_INPUT_BYTES);
    this.#update(entropy, additional);
    this.#keeper.seeded();
  }

  /** 10.1.2.5. */
  generate(bytes: number, additional: Uint8Array = NOTHING): Uint8Array {
    this.#keeper.checkRequest(bytes);
    checkEntropy('additional', additional, 0, MOST_INPUT_BYTES);
    if (additional.length > 0) this.#update(additional);
    const out = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 32) {
      this.#v = createHmac('sha256', this.#key).update(this.#v).digest();
      out.set(this.#v.subarray(0, Math.min(32, bytes - at)), at);
    }
    this.#update(additional);
    this.#keeper.served(bytes);
    return out;
  }

  /** 10.1.2.2: the pieces are one string. */
  #update(...data: readonly Uint8Array[]): void {
    const empty = data.every((piece) => piece.length === 0);
    for (const round of empty ? [0] : [0, 1]) {
      const hmac = createHmac('sha256', this.#key).update(this.#v).update(Uint8Array.of(round));
      for (const piece of data) hmac.update(piece);
      this.#key = hmac.digest();
      this.#v = createHmac('sha256', this.#key).update(this.#v).digest();
    }
  }
}
