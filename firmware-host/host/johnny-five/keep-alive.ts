/** The longest that a timer can wait, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** Keeps the process alive while there is something to wait for: the way to a board does not by itself. */
export class KeepAlive {
  #reasons = 0;
  #handle: NodeJS.Timeout | undefined;

  /** One more reason. @returns what takes it back, once */
  hold(): () => void {
    this.#reasons++;
    this.#handle ??= setInterval(() => undefined, LONGEST_MS);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#reasons > 0) return;
      clearInterval(this.#handle);
      this.#handle = undefined;
    };
  }

  /** Runs a piece of work that the process must not end before. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const release = this.hold();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
