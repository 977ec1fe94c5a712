/** Numbering of a stream's blocks at its sender, and the check of it at its receiver. */
import { BlockFlag, DATA_OFFSET, sealDataFrame, type DataBlock } from '../data-block.js';

/** What never changes within one stream. */
export interface BlockWriterOptions {
  /** Id of the call that opened the stream. */
  readonly streamId: number;
  /** One of BlockFormat. */
  readonly format: number;
  /** Flags that every block carries, for instance NOT_ENTROPY. */
  readonly flags?: number;
}

/** Numbers the blocks of one stream, counts drops, and marks GAP and PAUSED on the block after. */
export class BlockWriter {
  readonly streamId: number;
  readonly #format: number;
  readonly #flags: number;
  #seq = 0;
  #pendingFlags = 0;
  #blocks = 0;
  #bytes = 0;
  #dropped = 0;
  #pauses = 0;

  constructor(options: BlockWriterOptions) {
    this.streamId = options.streamId;
    this.#format = options.format;
    this.#flags = options.flags ?? 0;
  }

  /** Blocks produced, dropped ones included. */
  get blocks(): number {
    return this.#blocks;
  }
  /** Data bytes sent. */
  get bytes(): number {
    return this.#bytes;
  }
  /** Blocks dropped. */
  get dropped(): number {
    return this.#dropped;
  }
  /** Times the generator was noted as standing still. */
  get pauses(): number {
    return this.#pauses;
  }

  /** Writes number, flags and checks into a frame from `newDataFrame` whose data is in place; returns the frame, ready to send. */
  seal<F extends Uint8Array>(frame: F, timeUs: number, flags = 0, tail = 0): F {
    sealDataFrame(frame, {
      streamId: this.streamId,
      seq: this.#seq,
      timeUs: timeUs >>> 0,
      flags: this.#flags | this.#pendingFlags | flags,
      format: this.#format,
      tail,
    });
    this.#bytes += frame.length - DATA_OFFSET;
    this.#pendingFlags = 0;
    this.#advance();
    return frame;
  }

  /** A block was produced and lost: its number is used up, and the next one carries GAP. */
  drop(): void {
    this.#dropped++;
    this.#pendingFlags |= BlockFlag.GAP;
    this.#advance();
  }

  /** The generator stands still for want of credit: the next block carries PAUSED. Counted once until then. */
  pause(): void {
    if (!(this.#pendingFlags & BlockFlag.PAUSED)) this.#pauses++;
    this.#pendingFlags |= BlockFlag.PAUSED;
  }

  #advance(): void {
    this.#seq = (this.#seq + 1) >>> 0;
    this.#blocks++;
  }
}

/** Follows the numbers of the blocks that arrive and counts what is missing. */
export class BlockReader {
  #next = 0;
  #blocks = 0;
  #bytes = 0;
  #missing = 0;
  #ended = false;

  /** Blocks that arrived. */
  get blocks(): number {
    return this.#blocks;
  }
  /** Data bytes that arrived. */
  get bytes(): number {
    return this.#bytes;
  }
  /** Blocks that were numbered and did not arrive. */
  get missing(): number {
    return this.#missing;
  }
  /** True after a block with END. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Takes note of a block; returns how many are missing just before it, or -1 if it must be ignored (after END, or numbered backwards).
   */
  accept(block: DataBlock): number {
    const missing = (block.seq - this.#next) >>> 0;
    if (this.#ended || missing >= 0x80000000) return -1;
    this.#next = (block.seq + 1) >>> 0;
    this.#blocks++;
    this.#bytes += block.data.length;
    this.#missing += missing;
    this.#ended = (block.flags & BlockFlag.END) !== 0;
    return missing;
  }
}
