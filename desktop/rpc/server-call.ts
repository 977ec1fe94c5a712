import { ProtocolError, SpindriftError, abortError, isAbortError, type Clock, type Timer } from '../../base/index.js';
import { checkParams } from './check-params.js';
import { deadlineError } from './client.js';
import { encodeBody } from './codec.js';
import type { CallContext, Method } from './define.js';
import { toWireError } from './errors.js';
import { encodeFrame, type FrameKind } from './frame.js';
import type { RpcTransport } from './transport/transport.js';

/** A handler, whichever method it serves. */
export type Handler = (params: unknown, context: CallContext) => unknown;

/** Bytes that may wait to go out before streams pause, and how often a paused stream looks again, seconds. */
const HIGH_WATER_BYTES = 1 << 24;
const LOOK_AGAIN_S = 0.01;
/** Bytes that may wait at all: whoever asks on without reading must not fill the memory with answers. */
const MOST_WAITING_BYTES = 1 << 28;

/** What a call asks for. */
export interface CallRequest {
  readonly id: number;
  readonly method: number;
  readonly name: string;
  readonly request: unknown;
}

/** One open call at its serving end. */
export class ServerCall {
  readonly method: number;
  /** Resolves when its handler has ended. */
  readonly done: Promise<void>;
  readonly #request: CallRequest;
  readonly #transport: RpcTransport;
  readonly #clock: Clock;
  readonly #onUnforeseen: (method: string, error: unknown) => void;
  readonly #controller = new AbortController();
  readonly #params: unknown;
  readonly #deadlineMs: number | undefined;
  #credit: number;
  /** Wakes a stream that waits for credit. */
  #wake: (() => void) | undefined;
  #resolveDone: () => void = () => undefined;

  /** @throws ProtocolError when the request is malformed */
  constructor(
    request: CallRequest,
    transport: RpcTransport,
    clock: Clock,
    onUnforeseen: (method: string, error: unknown) => void,
  ) {
    this.#request = request;
    this.method = request.method;
    this.#transport = transport;
    this.#clock = clock;
    this.#onUnforeseen = onUnforeseen;
    if (!Array.isArray(request.request) || request.request.length !== 3)
      throw new ProtocolError('a call is no list of parameters, deadline and credit');
    const [params, deadlineMs, credit] = request.request as unknown[];
    this.#params = params;
    if (deadlineMs !== null && !isAmount(deadlineMs)) throw new ProtocolError('the deadline of a call is malformed');
    this.#deadlineMs = deadlineMs ?? undefined;
    this.#credit = checkCredit(credit);
    this.done = new Promise((resolve) => {
      this.#resolveDone = resolve;
    });
  }

  /** More items may go out. @throws ProtocolError */
  grant(items: unknown): void {
    this.#credit += checkCredit(items);
    this.#wake?.();
  }

  /** The caller does not want the answer any more. */
  cancel(): void {
    this.abort(abortError('the caller cancelled'));
  }

  /** Fires the handler's signal. */
  abort(reason: Error): void {
    this.#controller.abort(reason);
    this.#wake?.();
  }

  /** Answers with an error, without a handler. */
  refuse(error: Error): void {
    this.#send('error', toWireError(error));
    this.#resolveDone();
  }

  /** Runs the handler and answers. */
  run(method: Method, handler: Handler, onEnd: () => void): void {
    void this.#answer(method, handler).finally(() => {
      onEnd();
      this.#resolveDone();
    });
  }

  async #answer(method: Method, handler: Handler): Promise<void> {
    const { name } = this.#request;
    const deadlineMs = this.#deadlineMs;
    let timer: Timer | undefined;
    let began = false;
    if (deadlineMs !== undefined)
      timer = this.#clock.setTimer(deadlineMs / 1000, () => this.abort(deadlineError(name, deadlineMs)));
    try {
      const params = checkParams(name, method.params, this.#params);
      const context = { signal: this.#controller.signal };
      began = true;
      if (method.kind === 'call') {
        const value = await handler(params, context);
        this.#throwIfAborted();
        this.#send('result', value);
      } else {
        await this.#pump(handler(params, context) as AsyncIterable<unknown>);
        this.#throwIfAborted();
        this.#send('end');
      }
    } catch (error) {
      this.#fail(error, began);
    } finally {
      timer?.cancel();
    }
  }

  /** Takes from the handler only what the reader has room for, and returns its iterator however it ends. */
  async #pump(items: AsyncIterable<unknown>): Promise<void> {
    const iterator = items[Symbol.asyncIterator]();
    const { signal } = this.#controller;
    let returned: Promise<void> | undefined;
    // At once, so that an iterator that waits is woken; a generator is returned when it reaches its next `yield`.
    const leave = (): void => {
      returned ??= Promise.resolve()

        .then(async () => {
          await iterator.return?.();
        })
        .catch((error: unknown) => this.#onUnforeseen(this.#request.name, error));
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      for (;;) {
        await this.#room();
        if (this.#isStopped()) break;
        const next: IteratorResult<unknown, unknown> = await iterator.next();
        if (next.done === true) {
          returned ??= Promise.resolve();
          break;
        }
        if (this.#isStopped()) break;
        this.#credit -= 1;
        this.#send('item', next.value);
      }
    } catch (error) {
      // A generator that threw is over; an item that cannot be sent leaves one that is not.
      if (error instanceof UnsendableError) leave();
      else returned ??= Promise.resolve();
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
      await returned;
    }
  }

  /** Waits for credit, and for the way to take more. */
  async #room(): Promise<void> {
    const { signal } = this.#controller;
    while (this.#credit === 0 && !signal.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#wake = undefined;
    while ((this.#transport.bufferedBytes ?? 0) > HIGH_WATER_BYTES && !signal.aborted)
      await this.#clock.sleep(LOOK_AGAIN_S);
  }

  /** A function, because it changes while one waits. */
  #isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  /** An answer after the deadline or the cancellation is none, even if the handler gave one. */
  #throwIfAborted(): void {
    const { signal } = this.#controller;
    if (signal.aborted) throw signal.reason as Error;
  }

  #fail(error: unknown, began: boolean): void {
    const { signal } = this.#controller;
    // What a handler throws because it was stopped is not the reason.
    const shown = signal.aborted && isAbortError(error) ? (signal.reason as unknown) : error;
    // The language's own TypeErrors of a handler are mistakes, those of the parameters are the caller's.
    const foreseen =
      shown instanceof SpindriftError ||
      shown instanceof RangeError ||
      (shown instanceof TypeError && !began) ||
      isAbortError(shown);
    if (!foreseen) this.#onUnforeseen(this.#request.name, shown);
    const wire = toWireError(shown);
    try {
      this.#send('error', wire);
    } catch {
      // Details that cannot be sent must not keep the rest from being said.
      const { details: _, ...rest } = wire;
      this.#send('error', rest);
    }
  }

  #send(kind: FrameKind, value?: unknown): void {
    const { id, method, name } = this.#request;
    let body: Uint8Array | undefined;
    try {
      body = kind === 'end' ? undefined : encodeBody(value);
    } catch (cause) {
      throw new UnsendableError(`${name} answered with something else than data: ${(cause as Error).message}`, {
        cause,
      });
    }
    if ((this.#transport.bufferedBytes ?? 0) > MOST_WAITING_BYTES)
      this.#transport.close('what was asked for is not read');
    this.#transport.send(encodeFrame({ id, method, kind }, body));
  }
}

/** A mistake of a handler's. */
class UnsendableError extends Error {}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function checkCredit(items: unknown): number {
  if (!isAmount(items) || !Number.isInteger(items) || items > 65_536) throw new ProtocolError('credit is malformed');
  return items;
}
