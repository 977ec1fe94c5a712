/** A transport that works in another thread: its two ends, with a port between them. */
import type { MessagePort } from 'node:worker_threads';
import {
  BoardLostError,
  abortError,
  packError,
  systemClock,
  unpackError,
  type Clock,
  type PackedError,
  type Timer,
} from '../../../../base/index.js';
import { PortPipe } from '../../../../proto/index.js';
import type { Transport, TransportHandlers } from '../transport.js';

/** Bytes under way between the threads before the sender holds: a fifth of a second at full speed. */
const HIGH_WATER = 256 * 1024;
/** Seconds that an aborted open() waits for the device to be free again. */
const ABORT_S = 2;
/** Seconds that close() waits for the other thread, whose own steps are bounded. */
const CLOSE_S = 6;

/** To the thread, besides bytes. */
type Order = { readonly order: 'abort' | 'close' };
/** From the thread, besides bytes. */
type News = { readonly news: 'opened' | 'closed' } | { readonly news: 'failed' | 'lost'; readonly error: PackedError };

/** A transport that can hold its board. */
export interface PausableTransport extends Transport {
  setPaused(paused: boolean): void;
}

/** The near end: what the caller's thread uses. */
export class RemoteTransport implements Transport {
  readonly name: string;
  readonly #connect: () => Promise<MessagePort>;
  readonly #clock: Clock;
  readonly #why: () => unknown;
  #port: MessagePort | undefined;
  #pipe: PortPipe | undefined;
  #handlers: TransportHandlers | undefined;
  #state: 'new' | 'opening' | 'open' | 'over' = 'new';
  #opening: Promise<void> = Promise.resolve();
  #settleOpen: ((error?: Error) => void) | undefined;
  #closing: Promise<void> | undefined;
  #closed: (() => void) | undefined;

  /**
   * @param connect asks the thread to open the board at the other end of a port
   * @param why what ended the thread, when it has ended
   */
  constructor(
    name: string,
    connect: () => Promise<MessagePort>,
    clock: Clock = systemClock,
    why: () => unknown = () => undefined,
  ) {
    this.name = name;
    this.#why = why;
    this.#connect = connect;
    this.#clock = clock;
  }

  open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    const opening = this.#open(handlers, signal);
    this.#opening = opening.catch(() => undefined);
    return opening;
  }

  async #open(handlers: TransportHandlers, signal: AbortSignal | undefined): Promise<void> {
    this.#check(signal);
    if (this.#state !== 'new') throw new TypeError(`${this.name}: a transport is used once`);
    this.#state = 'opening';
    this.#handlers = handlers;
    const port = await this.#connect();
    this.#port = port;
    const opened = new Promise<void>((resolve, reject) => {
      this.#settleOpen = (error) => {
        this.#settleOpen = undefined;
        if (error) reject(error);
        else resolve();
      };
    });
    port.on('message', (message: News | ArrayBuffer | number) => {
      if (typeof message === 'object' && 'news' in message) this.#news(message);
    });
    port.on('close', () => this.#threadEnded());
    this.#pipe = new PortPipe(port, handlers.onData.bind(handlers), handlers.onDrain.bind(handlers), {
      highWater: HIGH_WATER,
    });
    let impatience: Timer | undefined;
    const waiting = { patient: true };
    const onAbort = (): void => {
      this.#order('abort');
      impatience = this.#clock.setTimer(ABORT_S, () => {
        waiting.patient = false;
        this.#settleOpen?.(abortError(signal?.reason));
      });
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    try {
      await opened;
      this.#check(signal);
      this.#state = 'open';
    } catch (error) {
      this.#state = 'over';
      this.#pipe.close();
      const ended = this.#end();
      if (waiting.patient) await ended;
      throw error;
    } finally {
      impatience?.cancel();
      signal?.removeEventListener('abort', onAbort);
    }
  }

  send(bytes: Uint8Array): boolean {
    if (this.#state !== 'open' || this.#closing) return true;
    return this.#pipe!.send(bytes);
  }

  ref(): void {
    this.#port?.ref();
  }

  unref(): void {
    this.#port?.unref();
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (this.#state === 'opening') {
      // open() rejects, and leaves nothing open.
      this.#order('abort');
      await this.#opening;
    }
    this.#state = 'over';
    this.#pipe?.close();
    await this.#end();
  }

  /** Asks the thread to close, and waits until it has; it may have by itself. */
  async #end(): Promise<void> {
    const port = this.#port;
    if (!port) return;
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    this.#order('close');
    // Whoever closes waits, even if the session did not keep the process alive.
    port.ref();
    const impatience = this.#clock.setTimer(CLOSE_S, () => this.#closed?.());
    await closed;
    impatience.cancel();
    this.#port = undefined;
    port.close();
  }

  #check(signal: AbortSignal | undefined): void {
    if (signal?.aborted) throw abortError(signal.reason);
    if (this.#closing) throw abortError('the transport was closed');
  }

  #order(order: Order['order']): void {
    this.#port?.postMessage({ order } satisfies Order);
  }

  #news(message: News): void {
    switch (message.news) {
      case 'opened':
        this.#settleOpen?.();
        break;
      case 'failed':
        this.#settleOpen?.(unpackError(message.error));
        break;
      case 'lost':
        this.#lost(unpackError(message.error));
        break;
      case 'closed':
        this.#closed?.();
    }
  }

  #threadEnded(): void {
    this.#port = undefined;
    this.#closed?.();
    if (this.#state !== 'opening' && this.#state !== 'open') return;
    // What ended the thread is told a turn later than that it ended.
    setImmediate(() => {
      const cause = this.#why();
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      const error = new BoardLostError(`${this.name}: the thread that drives USB ended${reason}`, {
        nextStep: 'open the board again',
        ...(cause === undefined ? {} : { cause }),
      });
      this.#settleOpen?.(error);
      this.#lost(error);
    });
  }

  #lost(error: Error): void {
    if (this.#state !== 'open' || this.#closing) return;
    this.#state = 'over';
    this.#pipe?.close();
    this.#handlers?.onClose(error);
  }
}

/**
 * The far end: opens a transport and serves it on a port, until the port closes or it is told to.
 * @param find makes the transport; what it throws is told as a failure to open
 * @returns when the transport is closed and the port with it
 */
export async function serveTransport(port: MessagePort, find: () => Promise<PausableTransport>): Promise<void> {
  const abort = new AbortController();
  let transport: PausableTransport | undefined;
  let over!: () => void;
  const ended = new Promise<void>((resolve) => (over = resolve));
  const tell = (news: News): void => port.postMessage(news);
  const pipe = new PortPipe(
    port,
    (bytes) => transport?.send(bytes),
    () => transport?.setPaused(false),
    { highWater: HIGH_WATER },
  );
  port.on('message', (message: Order | ArrayBuffer | number) => {
    if (typeof message !== 'object' || !('order' in message)) return;
    abort.abort();
    if (message.order === 'close') over();
  });
  port.on('close', () => {
    abort.abort();
    over();
  });
  try {
    transport = await find();
    await transport.open(
      {
        onData: (bytes) => {
          if (!pipe.send(bytes)) transport?.setPaused(true);
        },
        onDrain: () => pipe.taken(),
        onClose: (error) => {
          tell({ news: 'lost', error: packError(error) });
          over();
        },
      },
      abort.signal,
    );
    tell({ news: 'opened' });
    await ended;
  } catch (error) {
    tell({ news: 'failed', error: packError(error) });
  }
  await transport?.close();
  pipe.close();
  tell({ news: 'closed' });
  port.close();
}
