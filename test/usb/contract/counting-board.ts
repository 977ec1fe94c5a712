/** A board that counts what goes in and out, so that who waits for quiet need not guess. */
import type { SimulatedBoard } from '../../../board-sim/index.js';

export class CountingBoard implements SimulatedBoard {
  readonly #board: SimulatedBoard;
  readonly core: SimulatedBoard['core'];
  readonly header: SimulatedBoard['header'];
  /** Of the session that runs. */
  received = 0;
  sent = 0;
  /** The board has closed the link by itself; what was under way is lost. */
  hungUp = false;

  constructor(board: SimulatedBoard) {
    this.#board = board;
    this.core = board.core;
    this.header = board.header;
  }

  receive(bytes: Uint8Array): void {
    this.received += bytes.length;
    this.#board.receive(bytes);
  }

  onSend(fn: (bytes: Uint8Array) => boolean | void): void {
    this.#board.onSend((bytes) => {
      this.sent += bytes.length;
      return fn(bytes);
    });
  }

  onHangUp(fn: (reason: string) => void): void {
    this.#board.onHangUp((reason) => {
      this.hungUp = true;
      fn(reason);
    });
  }

  drained(): void {
    this.#board.drained?.();
  }

  close(): void {
    this.received = this.sent = 0;
    this.hungUp = false;
    this.#board.close();
  }
}
