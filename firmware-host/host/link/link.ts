/** A session with a board: frames, calls with id, deadline and cancel, streams with credit, signs of life. */
import { abortError, type Clock } from '../../../base/index.js';
import {
  BOARD_SILENCE_S,
  BoardTime,
  DEADLINE_GRACE_S,
  FrameParser,
  FrameType,
  FrameWriter,
  HEARTBEAT_S,
  HOST_RECEIVES,
  PRE_HELLO_BYTES,
  decodeDataBlock,
  decodeReply,
  defaultDeadlineMs,
  encodeFrame,
  encodeRequest,
  u64ToNumber,
  type FrameCounters,
  type Reply,
  type ReplyBody,
  type ReplyMessage,
  type RequestBody,
  type RequestFields,
  type SendCounters,
} from '../../../proto/index.js';
import { Exchange, type ExchangeHandlers, type ExchangeHost } from './exchange.js';
import {
  bodyMissing,
  closedByBoard,
  closedByUs,
  notTheProtocol,
  requestTooLong,
  restarted,
  silent,
  undecodable,
} from './link-errors.js';
import type { CallOptions, LinkCounters, LinkOptions, SessionTerms, VerbMessage } from './link-types.js';
import { Liveness } from './liveness.js';

/** A session with a board over a transport. */
export class Link implements ExchangeHost {
  readonly clock: Clock;
  readonly name: string;
  readonly counters: LinkCounters = { lateReplies: 0, lateBlocks: 0 };
  readonly boardTime = new BoardTime();
  readonly #options: LinkOptions;
  readonly #parser: FrameParser;
  readonly #writer: FrameWriter;
  readonly #exchanges = new Map<number, Exchange>();
  readonly #drainWaiters = new Set<() => void>();
  #liveness: Liveness | undefined;
  #terms: SessionTerms | undefined;
  #lastId = 0;
  #writable = true;
  #failure: Error | undefined;

  private constructor(options: LinkOptions) {
    this.#options = options;
    this.clock = options.clock;
    this.name = options.transport.name;
    this.#parser = new FrameParser({
      accept: HOST_RECEIVES,
      onFrame: (type, payload) => this.#frame(type, payload),
      onGiveUp: (reason) => this.fail(notTheProtocol(this.name, reason)),
    });
    this.#writer = new FrameWriter((bytes) => options.transport.send(bytes));
  }

  /** Opens the transport; no session yet (see `hello`). */
  static async open(options: LinkOptions, signal?: AbortSignal): Promise<Link> {
    const link = new Link(options);
    await options.transport.open(
      {
        onData: (bytes) => link.#data(bytes),
        onDrain: () => link.#drained(),
        onClose: (error) => link.fail(error ?? closedByBoard(link.name)),
      },
      signal,
    );
    return link;
  }

  /** Frames received. */
  get received(): Readonly<FrameCounters> {
    return this.#parser.counters;
  }
  /** Frames sent. */
  get sent(): Readonly<SendCounters> {
    return this.#writer.counters;
  }
  /** Why the link is unusable, if it is. */
  get failure(): Error | undefined {
    return this.#failure;
  }
  /** False while the transport asks to hold data. */
  get writable(): boolean {
    return this.#writable;
  }
  /** Boot id of the session; 0 before Hello. */
  get bootId(): number {
    return this.#terms?.bootId ?? 0;
  }

  /** Factor on the host's timers; 1 for silicon. */
  get timeScale(): number {
    return this.#terms?.timeScale ?? 1;
  }

  /** Starts the session's rules: boot id, sizes, signs of life. */
  begin(terms: SessionTerms): void {
    this.#terms = terms;
    this.#liveness?.stop();
    this.#liveness = new Liveness({
      clock: this.clock,
      heartbeatS: this.#options.heartbeat === false ? 0 : HEARTBEAT_S,
      silenceS: BOARD_SILENCE_S * terms.timeScale,
      sendHeartbeat: () => this.notify('heartbeat', { rxFree: 1 << 20 }),
      onSilence: () => this.fail(silent(this.name, BOARD_SILENCE_S * terms.timeScale)),
    });
  }

  /**
   * Calls a verb and waits for its final frame.
   * @param expect the body that the final frame must have; null if it needs none.
   * @throws the error of the status; BoardTimeoutError, BoardLostError, an AbortError, ProtocolError.
   */
  call<K extends RequestBody, R extends ReplyBody>(
    verb: K,
    message: VerbMessage<K>,
    expect: R,
    options?: CallOptions & { onPartial?: (message: ReplyMessage<R>) => void },
  ): Promise<ReplyMessage<R>> {
    return new Promise((resolve, reject) => {
      this.exchange(verb, message, options ?? {}, {
        onReply: (reply) => {
          if (reply.body === expect) options?.onPartial?.(bodyOf(reply, expect));
        },
        onEnd: (reply) => {
          if (reply.body === expect) resolve(bodyOf(reply, expect));
          else reject(bodyMissing(verb, expect, reply.body));
        },
        onError: reject,
      });
    });
  }

  /** Starts a call with handlers of its own; for streams and Hello. A call that cannot start ends through `onError`. */
  exchange<K extends RequestBody>(
    verb: K,
    message: VerbMessage<K>,
    options: CallOptions,
    handlers: ExchangeHandlers,
  ): Exchange {
    const exchange = new Exchange(this.#nextId(), verb, handlers, this);
    const failure = this.#failure ?? (options.signal?.aborted ? abortError(options.signal.reason) : undefined);
    const deadlineMs = options.deadlineMs ?? defaultDeadlineMs(verb);
    const payload = encodeRequest({
      id: exchange.id,
      deadlineMs: options.deadlineMs ?? 0,
      configHash: options.configHash ?? 0,
      body: verb,
      [verb]: message,
    } as unknown as RequestFields);
    const most = this.#terms?.maxControlBytes ?? PRE_HELLO_BYTES;
    if (failure || payload.length > most) {
      exchange.fail(failure ?? requestTooLong(verb, payload.length, most));
      return exchange;
    }
    this.#exchanges.set(exchange.id, exchange);
    if (this.#options.background && this.#exchanges.size === 1) this.#options.transport.ref?.();
    this.send(encodeFrame(FrameType.CONTROL_TO_DEVICE, payload));
    const timeoutS = deadlineMs > 0 ? (deadlineMs / 1000) * (this.#terms?.timeScale ?? 1) + DEADLINE_GRACE_S : 0;
    exchange.start({ timeoutS, signal: options.signal });
    return exchange;
  }

  /** Sends a message that has no reply. */
  notify<K extends RequestBody>(verb: K, message: VerbMessage<K>): void {
    if (this.#failure) return;
    this.send(
      encodeFrame(
        FrameType.CONTROL_TO_DEVICE,
        encodeRequest({ body: verb, [verb]: message } as unknown as RequestFields),
      ),
    );
  }

  /** Sends a finished frame; the array is given away. */
  send(frame: Uint8Array): void {
    if (this.#failure) return;
    this.#options.observer?.sent(frame);
    if (!this.#writer.frame(frame)) this.#writable = false;
    this.#liveness?.sent();
  }

  sendCancel(id: number): void {
    this.notify('cancel', { targetId: id });
  }

  forget(id: number): void {
    if (!this.#exchanges.delete(id)) return;
    if (this.#options.background && this.#exchanges.size === 0) this.#options.transport.unref?.();
  }

  /** Calls `fn` once when the transport can take data again. */
  onceWritable(fn: () => void): void {
    this.#drainWaiters.add(fn);
  }

  /** Makes the link unusable: every call and stream fails with `error`, the transport closes. */
  fail(error: Error): void {
    if (this.#failure) return;
    this.#stop(error);
    this.#options.observer?.lost?.(error);
    void this.#options.transport.close();
    this.#options.onLost?.(error);
  }

  /** Closes in good order; calls still open fail. */
  async close(): Promise<void> {
    if (!this.#failure) this.#stop(closedByUs(this.name));
    await this.#options.transport.close();
  }

  #stop(error: Error): void {
    this.#failure = error;
    this.#liveness?.stop();
    for (const exchange of [...this.#exchanges.values()]) exchange.fail(error);
    this.#drained();
  }

  #nextId(): number {
    do this.#lastId = (this.#lastId + 1) >>> 0;
    while (this.#lastId === 0 || this.#exchanges.has(this.#lastId));
    return this.#lastId;
  }

  #drained(): void {
    this.#writable = true;
    const waiters = [...this.#drainWaiters];
    this.#drainWaiters.clear();
    for (const waiter of waiters) waiter();
  }

  #data(bytes: Uint8Array): void {
    if (this.#failure) return;
    try {
      this.#parser.push(bytes);
    } catch (error) {
      // A throwing consumer must not leave a half-parsed link behind.
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (this.#failure) return;
    this.#liveness?.heard();
    this.#options.observer?.received(type, payload);
    if (type === FrameType.DATA) {
      const block = decodeDataBlock(payload);
      if (!block || !this.#exchanges.get(block.streamId)?.takeBlock(block)) this.counters.lateBlocks++;
      return;
    }
    let reply: Reply;
    try {
      reply = decodeReply(payload);
    } catch (cause) {
      this.fail(undecodable(this.name, cause));
      return;
    }
    if (reply.id === 0) this.#event(reply);
    else if (!this.#exchanges.get(reply.id)?.take(reply)) this.counters.lateReplies++;
  }

  #event(event: Reply): void {
    const bootId = event.bootId || (event.body === 'heartbeat' ? event.heartbeat.bootId : 0);
    const known = this.bootId;
    if (known && bootId && bootId !== known) {
      this.fail(restarted(this.name, known, bootId));
      return;
    }
    if (event.body === 'heartbeat') this.boardTime.observe(u64ToNumber(event.heartbeat.uptimeUs));
    this.#options.onEvent?.(event);
  }
}

function bodyOf<R extends ReplyBody>(reply: Reply, name: R): ReplyMessage<R> {
  return (reply as unknown as Record<R, ReplyMessage<R>>)[name];
}
