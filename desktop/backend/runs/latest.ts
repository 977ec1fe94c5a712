/** The latest of a value that changes, for a reader that may be slower. */
export class Latest<T> implements AsyncIterable<T> {
  #value: { readonly value: T } | undefined;
  #ended = false;
  #wake: () => void = () => undefined;

  /** Replaces the value that waits to be read. */
  put(value: T): void {
    this.#value = { value };
    this.#wake();
  }

  /** Ends the iteration when the last value has been read. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const waiting = this.#value;
      if (waiting !== undefined) {
        this.#value = undefined;
        yield waiting.value;
        continue;
      }
      if (this.#ended) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
