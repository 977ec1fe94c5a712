/** Credit: how the receiver of a stream holds back its sender. One block costs one; each grant adds. */
import { UNLIMITED_CREDIT } from '../version.js';

/** The sender's side. Never negative: {@link CreditWindow.take} refuses when nothing is left. */
export class CreditWindow {
  #available = 0;

  /** Blocks that may be sent now; Infinity when unlimited. */
  get available(): number {
    return this.#available;
  }

  /** Adds a grant; {@link UNLIMITED_CREDIT} lifts the limit for good. */
  grant(blocks: number): void {
    this.#available = blocks === UNLIMITED_CREDIT ? Infinity : this.#available + blocks;
  }

  /** Takes the credit of one block; false if there is none. */
  take(): boolean {
    if (this.#available < 1) return false;
    this.#available -= 1;
    return true;
  }
}

/**
 * The receiver's side: grants a window at the start, and again whenever half of it was consumed (by the consumer, not by arrival), so that the
 * sender neither starves nor floods.
 */
export class GrantPolicy {
  readonly window: number;
  readonly #half: number;
  #consumed = 0;

  /** @param window most blocks that may be under way or unread; at least 1. */
  constructor(window: number) {
    if (!Number.isInteger(window) || window < 1)
      throw new RangeError(`window must be a whole number of blocks, 1 or more, got ${window}`);
    this.window = window;
    this.#half = Math.max(1, window >> 1);
  }

  /** One block was consumed; returns how many to grant now (0 = none yet). */
  consumed(): number {
    if (++this.#consumed < this.#half) return 0;
    const blocks = this.#consumed;
    this.#consumed = 0;
    return blocks;
  }
}
