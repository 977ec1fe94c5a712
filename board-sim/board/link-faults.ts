import { FRAME_HEADER_BYTES, FrameType, readU32, type SendBytes } from '../../proto/index.js';

/** Trouble of the link that tests ask for. Frames are counted from the first one the board sends. */
export interface LinkFaultOptions {
  /** Close the link after this many frames. */
  readonly closeAfterFrames?: number;
  /** Send nothing more after this many frames, and stay open. */
  readonly silentAfterFrames?: number;
  /** Lose the data blocks with these numbers, of any stream. */
  readonly dropBlocks?: readonly number[];
}

/** Lets frames through, or not. */
export class LinkFaults {
  readonly #options: LinkFaultOptions;
  readonly #close: (reason: string) => void;
  readonly #dropped: ReadonlySet<number>;
  #frames = 0;
  #closed = false;

  constructor(options: LinkFaultOptions, close: (reason: string) => void) {
    this.#options = options;
    this.#close = close;
    this.#dropped = new Set(options.dropBlocks ?? []);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Passes a frame on, unless a fault takes it. */
  pass(frame: Uint8Array, send: SendBytes): boolean | void {
    const { closeAfterFrames, silentAfterFrames } = this.#options;
    if (this.#closed) return true;
    if (closeAfterFrames !== undefined && this.#frames >= closeAfterFrames) {
      this.#closed = true;
      // The frame is being sent from deep inside a call: close when that is over.
      queueMicrotask(() => this.#close('fault: the link closes'));
      return true;
    }
    if (silentAfterFrames !== undefined && this.#frames >= silentAfterFrames) return true;
    this.#frames++;
    if (frame[2] === FrameType.DATA && this.#dropped.has(readU32(frame, FRAME_HEADER_BYTES + 4))) return true;
    return send(frame);
  }
}
