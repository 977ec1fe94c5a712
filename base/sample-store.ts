const CHUNK = 65_536;

/** A growing record of doubles in chunks, so that it never copies what it holds. */
export class SampleStore {
  readonly #chunks: Float64Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const offset = this.#length % CHUNK;
    if (offset === 0) this.#chunks.push(new Float64Array(CHUNK));
    this.#chunks.at(-1)![offset] = value;
    this.#length += 1;
  }

  /** Sample `index`; NaN outside the record. */
  at(index: number): number {
    return index < this.#length ? (this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK] ?? NaN) : NaN;
  }
}
