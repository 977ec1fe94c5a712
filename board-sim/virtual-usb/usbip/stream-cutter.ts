/** Cuts a byte stream into pieces of lengths that are known one at a time. */
export class StreamCutter {
  readonly #onPiece: (piece: Uint8Array) => number;
  #piece: Uint8Array;
  #have = 0;
  #stopped = false;

  /**
   * @param first length of the first piece
   * @param onPiece takes a piece, which is its own from then on; answers with the length of the next, 0 = nothing more is read. It must have
   * judged that length: the room for it is taken at once.
   */
  constructor(first: number, onPiece: (piece: Uint8Array) => number) {
    this.#onPiece = onPiece;
    this.#piece = new Uint8Array(first);
  }

  /** Bytes of the piece that is not complete yet. */
  get pending(): number {
    return this.#have;
  }

  /** Takes the next bytes, cut anywhere; they are copied. What `onPiece` throws comes out here, and nothing is read after it. */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (!this.#stopped && at < bytes.length) {
      const end = Math.min(bytes.length, at + this.#piece.length - this.#have);
      this.#piece.set(bytes.subarray(at, end), this.#have);
      this.#have += end - at;
      at = end;
      if (this.#have === this.#piece.length) this.#complete();
    }
  }

  /** Nothing is read any more. */
  stop(): void {
    this.#stopped = true;
  }

  #complete(): void {
    const piece = this.#piece;
    this.#have = 0;
    let next = 0;
    try {
      next = this.#onPiece(piece);
    } finally {
      if (next > 0) this.#piece = new Uint8Array(next);
      else this.#stopped = true;
    }
  }
}
