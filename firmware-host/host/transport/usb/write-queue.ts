/** What waits to be written to a pipe that takes one write at a time. */

/** How a queue is set up. */
export interface WriteQueueOptions {
  /** Writes bytes; one call at a time. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The queue has emptied by half after {@link WriteQueue.push} returned false. */
  readonly onDrain: () => void;
  /** A write failed; called once. Nothing is written after it. */
  readonly onFail: (error: unknown) => void;
  /** Bytes waiting or under way at which a sender is told to hold. */
  readonly highWater: number;
  /** Small arrays that wait are written together, up to this many bytes. */
  readonly joinBytes: number;
  /** Bytes that may wait at most: a sender that does not hold is cut off here. */
  readonly most: number;
}

/** Writes arrays in the order in which they came. Frames carry their own length, so what is written together need not be taken apart again. */
export class WriteQueue {
  readonly #options: WriteQueueOptions;
  #queue: Uint8Array[] = [];
  #head = 0;
  #waiting = 0;
  #held = false;
  #running = false;
  #over = false;
  #idle: (() => void)[] = [];

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  /** Bytes that were pushed and not yet written. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Takes an array, which is given away. False = hold until drained. After {@link stop} or a failure it is dropped. */
  push(bytes: Uint8Array): boolean {
    if (this.#over || bytes.length === 0) return true;
    if (this.#waiting + bytes.length > this.#options.most) {
      this.#fail(new Error(`more than ${this.#options.most} bytes wait to be sent`));
      return true;
    }
    this.#queue.push(bytes);
    this.#waiting += bytes.length;
    if (this.#waiting >= this.#options.highWater) this.#held = true;
    if (!this.#running) {
      this.#running = true;
      void this.#run();
    }
    return !this.#held;
  }

  /** Resolves when everything pushed so far was written, or nothing will be. */
  flushed(): Promise<void> {
    if (!this.#running || this.#over) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Drops what waits; a write under way is left to itself. */
  stop(): void {
    this.#over = true;
    this.#queue = [];
    this.#head = this.#waiting = 0;
    this.#wake();
  }

  async #run(): Promise<void> {
    while (!this.#over && this.#head < this.#queue.length) {
      const bytes = this.#next();
      try {
        await this.#options.write(bytes);
      } catch (error) {
        this.#fail(error);
        return;
      }
      if (this.#isOver()) return;
      this.#waiting -= bytes.length;
      if (this.#held && this.#waiting <= this.#options.highWater / 2) {
        this.#held = false;
        this.#options.onDrain();
      }
    }
    this.#running = false;
    this.#wake();
  }

  /** The next array, with as many that follow as may be written together. */
  #next(): Uint8Array {
    const first = this.#queue[this.#head++]!;
    let bytes = first.length;
    const from = this.#head;
    while (this.#head < this.#queue.length && bytes + this.#queue[this.#head]!.length <= this.#options.joinBytes)
      bytes += this.#queue[this.#head++]!.length;
    let joined = first;
    if (this.#head > from) {
      joined = new Uint8Array(bytes);
      joined.set(first);
      let at = first.length;
      for (const part of this.#queue.slice(from, this.#head)) {
        joined.set(part, at);
        at += part.length;
      }
    }
    if (this.#head === this.#queue.length) {
      this.#queue = [];
      this.#head = 0;
    }
    return joined;
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.stop();
    this.#options.onFail(error);
  }

  /** Asked anew after a wait. */
  #isOver(): boolean {
    return this.#over;
  }

  #wake(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
