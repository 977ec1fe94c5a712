import type { Clock } from '../../../base/index.js';

/** A rate that is kept: bytes come at so many a second and at most a second's worth is saved up. Rate 0: no limit. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #rate: number;
  #tokens: number;
  #at: number;

  constructor(clock: Clock, rate: number) {
    this.#clock = clock;
    this.#rate = rate;
    this.#tokens = rate;
    this.#at = clock.now();
  }

  /** Whether `count` bytes may go now, or as many as a second allows: that number, or 0. Never fewer, which would end in single bytes. */
  allow(count: number): number {
    if (this.#rate === 0) return count;
    const now = this.#clock.now();
    this.#tokens = Math.min(this.#rate, this.#tokens + (now - this.#at) * this.#rate);
    this.#at = now;
    const most = Math.min(count, this.#rate);
    // What a sum of times has lost by rounding must not make anybody wait for it.
    return this.#tokens + 1e-6 >= most ? most : 0;
  }

  /** They have gone. */
  spend(count: number): void {
    if (this.#rate > 0) this.#tokens -= count;
  }

  /** Time until `count` bytes may go, or as many as a second allows, s. */
  waitS(count: number): number {
    if (this.#rate === 0) return 0;
    return Math.max(0, Math.min(count, this.#rate) - this.#tokens) / this.#rate;
  }
}
