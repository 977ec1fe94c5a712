/** Bytes of a stream that wait for their tests, addressed by their place in the stream. */
export class HeldBytes {
  #buffer = new Uint8Array(65536);
  #start = 0;
  #length = 0;
  /** Bytes to come before this place are dropped. */
  #skip = 0;

  /** Place of the first byte that is held, and of the next to come. */
  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#start + this.#length;
  }

  append(all: Uint8Array): void {
    const dropped = Math.max(0, Math.min(this.#skip - this.end, all.length));
    if (dropped > 0) this.clear(this.end + dropped);
    const bytes = all.subarray(dropped);
    if (this.#length + bytes.length > this.#buffer.length) {
      const larger = new Uint8Array(2 * (this.#length + bytes.length));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Removes and returns the bytes before place `to`. */
  take(to: number): Uint8Array {
    const n = Math.max(0, Math.min(to - this.#start, this.#length));
    const out = this.#buffer.slice(0, n);
    this.#buffer.copyWithin(0, n, this.#length);
    this.#buffer.fill(0, this.#length - n, this.#length);
    this.#start += n;
    this.#length -= n;
    return out;
  }

  /** Drops the bytes before place `to`, those to come included. */
  skipTo(to: number): void {
    this.take(to);
    this.#skip = to;
  }

  /** Forgets everything; the next byte has place `at`. */
  clear(at = this.end): void {
    this.#buffer.fill(0, 0, this.#length);
    this.#start = at;
    this.#length = 0;
    if (at === 0) this.#skip = 0;
  }
}
