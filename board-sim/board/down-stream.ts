import {
  BLOCK_HEADER_BYTES,
  BlockFlag,
  BlockWriter,
  CreditWindow,
  FRAME_HEADER_BYTES,
  newDataFrame,
  type spindrift,
  toU64,
} from '../../proto/index.js';
import { type Call } from './call.js';

/** One block, its data in place behind the headers of `frame`. */
export interface ProducedBlock {
  readonly frame: Uint8Array<ArrayBuffer>;
  /** Board clock of its first sample, microseconds. */
  readonly timeUs: number;
  readonly flags?: number;
  readonly tail?: number;
  /** True for the last block of the stream. */
  readonly last: boolean;
}

/** Where a stream's blocks come from. */
export interface BlockSource {
  /** Whether there is work for a block. Absent = always. */
  ready?(): boolean;
  /** The next block; undefined when there is nothing to send yet. */
  next(): ProducedBlock | undefined;
  /** Sums for the final answer. */
  stats(): StreamSums;
  /** Accounts for `count` blocks that are lost before they are made. Sources that cannot lose blocks have none. */
  skip?(count: number): void;
}

/** What a stream did, for StreamStats. */
export interface StreamSums {
  readonly items: number;
  readonly clipped?: number;
  readonly boardTimeUs: number;
}

/** How a stream goes. */
export interface DownStreamOptions {
  readonly format: spindrift.v1.DataFormat;
  /** Flags of every block. */
  readonly flags?: number;
  /** Blocks that a stalled lossy stream keeps. Absent = lossless: the generator stands still instead. */
  readonly ring?: number;
  /** For lossy streams: blocks that the generator would have made in the time it has been stalled. */
  readonly stalledBlocks?: (sinceS: number) => number;
  readonly now?: () => number;
}

/** Data bytes worked on in one turn of the event loop while credit is without limit. */
const TURN_BYTES = 65_536;
/** What headers add to the data of a block. */
export const BLOCK_OVERHEAD = FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES;

/**
 * The sending half of a downward stream. Granted blocks are made at once, in the turn that brings the credit, so that what a stream has done
 * when the next request arrives depends on the requests alone. Without credit a lossless stream stands still.
 */
export class DownStream {
  readonly #call: Call;
  readonly #source: BlockSource;
  readonly #options: DownStreamOptions;
  readonly #writer: BlockWriter;
  readonly #credit = new CreditWindow();
  #deferred = false;
  #stalledAt: number | undefined;

  constructor(call: Call, source: BlockSource, options: DownStreamOptions) {
    this.#call = call;
    this.#source = source;
    this.#options = options;
    this.#writer = new BlockWriter({ streamId: call.id, format: options.format, flags: options.flags ?? 0 });
  }

  /** Blocks lost so far. */
  get dropped(): number {
    return this.#writer.dropped;
  }

  /** Blocks that may be sent now. */
  get credit(): number {
    return this.#credit.available;
  }

  grant(blocks: number): void {
    this.#credit.grant(blocks);
    this.pump();
  }

  /** Makes and sends what credit and transport allow. */
  pump(): void {
    const unlimited = this.#credit.available === Infinity;
    let given = 0;
    while (!this.#call.ended && this.#source.ready?.() !== false) {
      if (!this.#call.host.writable || this.#credit.available < 1) {
        this.#stall();
        return;
      }
      if (this.#stalledAt !== undefined) this.#resume();
      if (unlimited && given >= TURN_BYTES) {
        this.#again();
        return;
      }
      const block = this.#source.next();
      if (block === undefined) return;
      this.#credit.take();
      given += block.frame.length;
      this.#send(block);
    }
  }

  /** The orderly end: an empty block with END if there is credit for one, then the final answer. */
  close(timeUs: number): void {
    if (this.#call.ended) return;
    if (this.#credit.take()) this.#send({ frame: newDataFrame(0), timeUs, last: true });
    else this.finish();
  }

  /** The final answer. */
  finish(): void {
    const { items, clipped, boardTimeUs } = this.#source.stats();
    this.#call.finish({
      body: 'streamStats',
      streamStats: {
        blocks: toU64(this.#writer.blocks),
        bytes: toU64(this.#writer.bytes),
        dropped: toU64(this.#writer.dropped),
        clipped: toU64(clipped ?? 0),
        items: toU64(items),
        boardTimeUs: toU64(Math.round(boardTimeUs)),
        pauses: this.#writer.pauses,
      },
    });
  }

  #send(block: ProducedBlock): void {
    const end = block.last ? BlockFlag.END : 0;
    this.#call.host.sendData(this.#writer.seal(block.frame, block.timeUs, (block.flags ?? 0) | end, block.tail ?? 0));
    if (block.last) this.finish();
  }

  #stall(): void {
    if (this.#options.ring === undefined) {
      this.#writer.pause();
      return;
    }
    this.#stalledAt ??= this.#options.now?.() ?? 0;
  }

  /** A lossy generator went on while nobody took its blocks: all but the youngest ring's worth are gone. */
  #resume(): void {
    const since = (this.#options.now?.() ?? 0) - this.#stalledAt!;
    this.#stalledAt = undefined;
    const made = this.#options.stalledBlocks?.(since) ?? 0;
    const lost = Math.max(0, made - (this.#options.ring ?? 0));
    if (lost === 0) return;
    this.#source.skip?.(lost);
    for (let k = 0; k < lost; k++) this.#writer.drop();
  }

  #again(): void {
    if (this.#deferred) return;
    this.#deferred = true;
    this.#call.host.defer(this.#call, () => {
      this.#deferred = false;
      this.pump();
    });
  }
}
