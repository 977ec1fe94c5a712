/** A stream: blocks down, up or both, under credit. */
import { DataLossError, ProtocolError, abortError } from '../../../base/index.js';
import {
  BlockReader,
  BlockWriter,
  CreditWindow,
  GrantPolicy,
  u64ToNumber,
  type DataBlock,
  type Reply,
  type ReplyMessage,
  type RequestBody,
} from '../../../proto/index.js';
import type { CallOptions, VerbMessage } from './link-types.js';
import type { Exchange } from './exchange.js';
import type { Link } from './link.js';

/** How a stream is opened. */
export interface StreamOptions extends CallOptions {
  /** Most downward blocks under way or unread (default 16); grants follow consumption. */
  readonly window?: number;
  /** Format of the upward blocks (BlockFormat). */
  readonly upFormat?: number;
  /**
   * Takes a downward block; its data is a view, valid during the call. `missing` blocks were lost just before it. Return `'kept'` if
   * {@link LinkStream.consumed} will be called later; else the block counts as consumed.
   */
  readonly onBlock?: (block: DataBlock, missing: number) => 'kept' | void;
  /** Other frames with end = false (telemetry, progress). */
  readonly onReply?: (reply: Reply) => void;
}

/** Default window: enough for a local socket or port with 64 KiB blocks. */
const DEFAULT_WINDOW = 16;

/** An open stream. */
export class LinkStream {
  /** What the board said when it opened the stream. */
  readonly opened: ReplyMessage<'streamOpened'>;
  /** Follows the numbers of the downward blocks. */
  readonly reader: BlockReader;
  /** Resolves with the final frame (status OK); rejects with whatever else ended the stream. */
  readonly done: Promise<Reply>;
  readonly #core: StreamCore;
  readonly #up: BlockWriter;

  private constructor(core: StreamCore, opened: ReplyMessage<'streamOpened'>, upFormat: number) {
    this.#core = core;
    this.opened = opened;
    this.reader = core.reader;
    this.done = core.done;
    this.#up = new BlockWriter({ streamId: core.exchange.id, format: upFormat });
  }

  /** Calls a verb that opens a stream, and waits for StreamOpened. */
  static async open<K extends RequestBody>(
    link: Link,
    verb: K,
    message: VerbMessage<K>,
    options: StreamOptions,
  ): Promise<LinkStream> {
    const core = new StreamCore(link, verb, message, options);
    const opened = await core.opened;
    return new LinkStream(core, opened, options.upFormat ?? 0);
  }

  /** Id of the stream. */
  get id(): number {
    return this.#core.exchange.id;
  }
  /** True once the stream ended, in whatever way. */
  get ended(): boolean {
    return this.#core.exchange.ended;
  }
  /** Upward blocks that may be sent now. */
  get upCredit(): number {
    return this.#core.upCredit.available;
  }

  /** A block that was `'kept'` has been consumed. */
  consumed(): void {
    this.#core.consumed();
  }

  /** Asks for the orderly end: a last block with END, then the final frame. */
  close(): void {
    if (!this.ended) this.#core.link.notify('streamClose', { streamId: this.id });
  }

  /** Ends the stream at once; `done` rejects with `reason`, an AbortError by default. */
  cancel(reason: Error = abortError('the stream was left')): void {
    this.#core.exchange.cancel(reason);
  }

  /** True if an upward block may be sent without waiting. */
  get canSend(): boolean {
    return this.#core.canSend;
  }

  /**
   * Sends an upward block: a frame from `newDataFrame` with its data in place, which is given away. Check {@link canSend} or await
   * {@link sendable} first.
   * @throws ProtocolError if there is no credit (a mistake of the caller).
   */
  send(frame: Uint8Array, flags = 0): void {
    if (this.ended) return;
    if (!this.#core.upCredit.take()) throw new ProtocolError('an upward block was sent without credit');
    this.#core.link.send(this.#up.seal(frame, 0, flags));
  }

  /** Resolves true when an upward block may be sent, false when the stream has ended. */
  async sendable(): Promise<boolean> {
    while (!this.ended) {
      if (this.canSend) return true;
      await this.#core.change();
    }
    return false;
  }
}

/** The part of a stream that exists before StreamOpened has arrived. */
class StreamCore {
  readonly link: Link;
  readonly exchange: Exchange;
  readonly reader = new BlockReader();
  readonly upCredit = new CreditWindow();
  readonly opened: Promise<ReplyMessage<'streamOpened'>>;
  readonly done: Promise<Reply>;
  readonly #policy: GrantPolicy;
  readonly #options: StreamOptions;
  #waiters: (() => void)[] = [];
  #lossless = true;
  #hasDown = false;
  #resolveOpened!: (message: ReplyMessage<'streamOpened'>) => void;
  #rejectOpened!: (error: Error) => void;

  constructor(link: Link, verb: RequestBody, message: VerbMessage<RequestBody>, options: StreamOptions) {
    this.link = link;
    this.#options = options;
    this.#policy = new GrantPolicy(options.window ?? DEFAULT_WINDOW);
    this.opened = new Promise((resolve, reject) => {
      this.#resolveOpened = resolve;
      this.#rejectOpened = reject;
    });
    let resolveDone!: (reply: Reply) => void;
    let rejectDone!: (error: Error) => void;
    this.done = new Promise((resolve, reject) => {
      resolveDone = resolve;
      rejectDone = reject;
    });
    // Whoever iterates learns of a failure there; `done` is for those who ask.
    this.done.catch(() => undefined);
    this.opened.catch(() => undefined);
    this.exchange = link.exchange(verb, message, options, {
      onReply: (reply) => this.#reply(reply),
      onBlock: (block) => this.#block(block),
      onEnd: (reply) => {
        const lost = this.#lossAtEnd(reply);
        if (lost) rejectDone(lost);
        else resolveDone(reply);
        this.#rejectOpened(lost ?? new ProtocolError(`${verb}: the stream ended before it was opened`));
        this.#wake();
      },
      onError: (error) => {
        rejectDone(error);
        this.#rejectOpened(error);
        this.#wake();
      },
    });
  }

  get canSend(): boolean {
    return this.upCredit.available >= 1 && this.link.writable;
  }

  /** Resolves at the next grant, drain or end. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      if (!this.link.writable) this.link.onceWritable(() => this.#wake());
    });
  }

  consumed(): void {
    const blocks = this.#policy.consumed();
    if (blocks && !this.exchange.ended) this.link.notify('streamCredit', { streamId: this.exchange.id, blocks });
  }

  #wake(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter();
  }

  #reply(reply: Reply): void {
    if (reply.body === 'streamOpened') {
      const opened = reply.streamOpened;
      this.#lossless = opened.lossless;
      this.#hasDown = opened.blockBytes > 0;
      this.#resolveOpened(opened);
      if (this.#hasDown) this.link.notify('streamCredit', { streamId: this.exchange.id, blocks: this.#policy.window });
    } else if (reply.body === 'streamCredit') {
      this.upCredit.grant(reply.streamCredit.blocks);
      this.#wake();
    } else {
      this.#options.onReply?.(reply);
    }
  }

  #block(block: DataBlock): void {
    const missing = this.reader.accept(block);
    if (missing < 0) {
      this.exchange.cancel(new ProtocolError(`${this.exchange.verb}: block ${block.seq} came out of order`));
      return;
    }
    if (missing > 0 && this.#lossless) {
      this.exchange.cancel(this.#loss(missing));
      return;
    }
    try {
      if (this.#options.onBlock?.(block, missing) !== 'kept') this.consumed();
    } catch (error) {
      this.exchange.cancel(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #lossAtEnd(reply: Reply): Error | undefined {
    if (!this.#lossless || !this.#hasDown || reply.body !== 'streamStats') return undefined;
    const missing = u64ToNumber(reply.streamStats.blocks) - this.reader.blocks;
    return missing > 0 ? this.#loss(missing) : undefined;
  }

  #loss(blocks: number): DataLossError {
    return new DataLossError(
      `${this.exchange.verb}: ${blocks} block${blocks === 1 ? '' : 's'} of a lossless stream did not arrive`,
      {
        nextStep: 'repeat the measurement',
      },
    );
  }
}
