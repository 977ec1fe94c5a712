/** Downward streams for people: an async iterable of copied blocks. */
import { abortError } from '../../base/index.js';
import { BlockFlag, u64ToNumber, type DataBlock, type ReplyMessage, type RequestBody } from '../../proto/index.js';
import type { Link } from './link/link.js';
import type { CallOptions, VerbMessage } from './link/link-types.js';
import { LinkStream } from './link/stream.js';

/** One block. `bytes` is the receiver's own copy. */
export interface StreamBlock {
  /** Number of the block from 0, lost ones counted. */
  readonly seq: number;
  /** Board clock since boot when its first sample was taken, microseconds. */
  readonly timeUs: number;
  readonly bytes: Uint8Array;
  /** Bits in `bytes`, first in the least significant place (bit streams), else 8 × bytes. */
  readonly bits: number;
  /** The bits come from a stand-in: never entropy. */
  readonly notEntropy: boolean;
  /** Blocks lost just before this one. */
  readonly gap: number;
  /** A health test was failing. */
  readonly unhealthy: boolean;
  /** The generator stood still before this block because nobody read. */
  readonly paused: boolean;
  /** A converter clipped. */
  readonly saturated: boolean;
}

/** What a stream amounted to; known after its end. */
export interface StreamSummary {
  /** Blocks produced, lost ones included. */
  readonly blocks: number;
  readonly bytes: number;
  /** Blocks lost: as the board counted them, and as the numbers showed. */
  readonly dropped: number;
  readonly missing: number;
  readonly clipped: number;
  /** Items worked on (raw bits, shots, cells). */
  readonly items: number;
  readonly boardTimeS: number;
  readonly pauses: number;
}

/** Options that every block stream has. */
export interface BlockStreamOptions extends CallOptions {
  /** Most blocks under way or unread. */
  readonly window?: number | undefined;
  /** True if the board is not silicon: every block is marked not entropy, whatever the board says. */
  readonly standIn: boolean;
}

/** An open downward stream; one reader. It starts at once and pauses when a window of blocks is unread. */
export class WireBlockStream implements AsyncIterable<StreamBlock> {
  readonly #link: Link;
  readonly #standIn: boolean;
  readonly #stream: Promise<LinkStream>;
  readonly #queue: StreamBlock[] = [];
  #open: LinkStream | undefined;
  #summary: StreamSummary | undefined;
  #failure: Error | undefined;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(link: Link, verb: RequestBody, message: VerbMessage<RequestBody>, options: BlockStreamOptions) {
    this.#link = link;
    this.#standIn = options.standIn;
    const { signal, deadlineMs, configHash, window } = options;
    this.#stream = LinkStream.open(link, verb, message, {
      signal,
      deadlineMs,
      configHash,
      ...(window === undefined ? {} : { window }),
      onBlock: (block, missing) => {
        this.#queue.push(this.#keep(block, missing));
        this.#wake?.();
        return 'kept';
      },
    });
    this.#stream
      .then((stream) => this.#follow(stream))
      .catch((error: unknown) => this.#end(error instanceof Error ? error : new Error(String(error))));
  }

  /** What the stream amounted to; undefined until its orderly end. */
  get summary(): StreamSummary | undefined {
    return this.#summary;
  }

  /** What the board said when it opened the stream. */
  get opened(): Promise<ReplyMessage<'streamOpened'>> {
    return this.#stream.then((stream) => stream.opened);
  }

  /**
   * The next block; undefined after the last.
   * @throws whatever ended the stream: DataLossError, HealthError, BoardLostError, an AbortError, …
   */
  async next(): Promise<StreamBlock | undefined> {
    for (;;) {
      const block = this.#queue.shift();
      if (block) {
        this.#open?.consumed();
        return block;
      }
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StreamBlock, void, undefined> {
    try {
      for (;;) {
        const block = await this.next();
        if (!block) return;
        yield block;
      }
    } finally {
      await this.close();
    }
  }

  /** Leaves the stream at once; unread blocks are dropped. Harmless after the end. */
  async close(): Promise<void> {
    this.#queue.length = 0;
    if (this.#ended || this.#failure !== undefined) return;
    this.#ended = true;
    this.#wake?.();
    await this.#stream.then((stream) => stream.cancel(abortError('the stream was left'))).catch(() => undefined);
  }

  /** Asks the board for the orderly end: blocks already made still come, then the stream ends. */
  async finish(): Promise<void> {
    (await this.#stream).close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #follow(stream: LinkStream): Promise<void> {
    this.#open = stream;
    const reply = await stream.done;
    const stats = reply.body === 'streamStats' ? reply.streamStats : undefined;
    this.#summary = {
      blocks: u64ToNumber(stats?.blocks ?? 0),
      bytes: u64ToNumber(stats?.bytes ?? 0),
      dropped: u64ToNumber(stats?.dropped ?? 0),
      missing: stream.reader.missing,
      clipped: u64ToNumber(stats?.clipped ?? 0),
      items: u64ToNumber(stats?.items ?? 0),
      boardTimeS: u64ToNumber(stats?.boardTimeUs ?? 0) / 1e6,
      pauses: stats?.pauses ?? 0,
    };
    this.#end();
  }

  #end(failure?: Error): void {
    if (!this.#ended) this.#failure = failure;
    this.#ended = true;
    this.#wake?.();
  }

  #keep(block: DataBlock, missing: number): StreamBlock {
    return {
      seq: block.seq,
      timeUs: this.#link.boardTime.unwrap(block.timeUs),
      bytes: block.data.slice(),
      bits: block.data.length * 8 - block.tail,
      notEntropy: this.#standIn || (block.flags & BlockFlag.NOT_ENTROPY) !== 0,
      gap: missing,
      unhealthy: (block.flags & BlockFlag.UNHEALTHY) !== 0,
      paused: (block.flags & BlockFlag.PAUSED) !== 0,
      saturated: (block.flags & BlockFlag.SATURATED) !== 0,
    };
  }
}

/** An open downward stream, as its users see it. */
export type BlockStream = Pick<WireBlockStream, keyof WireBlockStream>;
