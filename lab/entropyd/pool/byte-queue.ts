/** Bytes in order, put in by pieces and taken out by others. What was taken or thrown away is overwritten with zeros. */
export class ByteQueue {
  #pieces: Uint8Array[] = [];
  #at = 0;
  #length = 0;

  /** Bytes in it. */
  get length(): number {
    return this.#length;
  }

  /** Takes over a piece: it must not be used by the caller again. */
  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /** Moves bytes into `out`, as many as there are and fit. @returns how many */
  take(out: Uint8Array): number {
    let done = 0;
    while (done < out.length && this.#pieces.length > 0) {
      const piece = this.#pieces[0]!;
      const part = piece.subarray(this.#at, this.#at + out.length - done);
      out.set(part, done);
      part.fill(0);
      done += part.length;
      this.#at += part.length;
      if (this.#at < piece.length) continue;
      this.#pieces.shift();
      this.#at = 0;
    }
    this.#length -= done;
    return done;
  }

  /** Throws everything away. @returns how many bytes */
  clear(): number {
    const lost = this.#length;
    for (const piece of this.#pieces) piece.fill(0);
    this.#pieces = [];
    this.#at = 0;
    this.#length = 0;
    return lost;
  }
}
