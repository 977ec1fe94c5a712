/** The calling end of a connection. */
import { ProtocolError, abortError, checkNumber, systemClock, type Clock } from '../../base/index.js';
import { ClientStream } from './client-stream.js';
import { decodeBody, encodeBody } from './codec.js';
import type {
  Api,
  Caller,
  CallName,
  Method,
  ParamsIn,
  ResultOf,
  RpcCallOptions,
  RpcStreamOptions,
  StreamName,
} from './define.js';
import { ConnectionLostError, DeadlineError, fromWireError } from './errors.js';
import { decodeFrame, encodeFrame, type FrameKind } from './frame.js';
import type { RpcTransport } from './transport/transport.js';

/** What an open call does with what comes for it. */
export interface OpenAnswer {
  /** The last frame, or the end of the connection. */
  finish(outcome: { readonly value?: unknown; readonly error?: Error }): void;
  /** An item of a stream; throws ProtocolError when it is none. */
  item(value: unknown): void;
}

/** How an answer speaks to the other end. */
export interface OpenHandle {
  /** Says that the answer is not wanted; once. */
  cancel(): void;
  /** Permits that many items more. */
  credit(items: number): void;
}

/** Items that may be on their way unread, unless the caller says otherwise. */
const DEFAULT_WINDOW = 8;
const LARGEST_ID = 2 ** 32 - 1;

/** Calls the methods of a table over a transport. */
export class RpcClient<A extends Api> implements Caller<A> {
  /** Resolves when the connection is over, with the reason. */
  readonly closed: Promise<string>;
  readonly #api: A;
  readonly #transport: RpcTransport;
  readonly #clock: Clock;
  readonly #open = new Map<number, OpenAnswer & { readonly method: number }>();
  #nextId = 1;
  #lost: string | undefined;

  /** @param options.clock measures deadlines */
  constructor(api: A, transport: RpcTransport, options: { readonly clock?: Clock } = {}) {
    this.#api = api;
    this.#transport = transport;
    this.#clock = options.clock ?? systemClock;
    this.closed = new Promise((resolve) => {
      transport.onClose((reason) => {
        this.#lose(reason);
        resolve(reason);
      });
    });
    transport.onFrame((frame) => this.#receive(frame));
  }

  /** Calls whose last frame has not come. */
  get openCalls(): number {
    return this.#open.size;
  }

  /** Ends the connection; what is open fails with ConnectionLostError. */
  close(reason = 'closed by the caller'): void {
    this.#transport.close(reason);
  }

  async call<K extends CallName<A>>(
    name: K,
    params: ParamsIn<A[K]>,
    options: RpcCallOptions = {},
  ): Promise<ResultOf<A[K]>> {
    const method = this.#method(name, 'call');
    const { signal } = options;
    if (signal?.aborted === true) throw abortError(signal.reason);
    const answer = new Promise<unknown>((resolve, reject) => {
      const release: (() => void)[] = [];
      const settle = (act: () => void): void => {
        for (const each of release.splice(0)) each();
        act();
      };
      const handle = this.#start(method, params, options.deadlineMs, 0, {
        finish: ({ value, error }) => {
          settle(() => {
            if (error === undefined) resolve(value);
            else reject(error);
          });
        },
        item: () => {
          throw new ProtocolError(`${name} is no stream and answered with an item`);
        },
      });
      const giveUp = (error: Error): void => {
        settle(() => reject(error));
        handle.cancel();
      };
      this.#watch(name, options, release, giveUp);
    });
    return answer as Promise<ResultOf<A[K]>>;
  }

  stream<K extends StreamName<A>>(
    name: K,
    params: ParamsIn<A[K]>,
    options: RpcStreamOptions = {},
  ): AsyncIterableIterator<ResultOf<A[K]>> {
    const method = this.#method(name, 'stream');
    const window = checkNumber('window', options.window ?? DEFAULT_WINDOW, { min: 1, max: 65_536, integer: true });
    return new ClientStream<ResultOf<A[K]>>(window, this.#clock, (stream) => {
      if (options.signal?.aborted === true) throw abortError(options.signal.reason);
      const release: (() => void)[] = [];
      const handle = this.#start(method, params, options.deadlineMs, window, {
        finish: (outcome) => {
          for (const each of release.splice(0)) each();
          stream.finish(outcome);
        },
        item: (value) => stream.item(value),
      });
      this.#watch(name, options, release, (error) => stream.giveUp(error));
      return handle;
    });
  }

  #method(name: string, kind: Method['kind']): Method {
    const method = Object.hasOwn(this.#api, name) ? this.#api[name] : undefined;
    if (method?.kind !== kind) throw new RangeError(`there is no ${kind} by the name ${JSON.stringify(name)}`);
    return method;
  }

  /** Gives up at the signal or the deadline. */
  #watch(name: string, options: RpcCallOptions, release: (() => void)[], giveUp: (error: Error) => void): void {
    const { signal, deadlineMs } = options;
    if (signal !== undefined) {
      const abort = (): void => giveUp(abortError(signal.reason));
      signal.addEventListener('abort', abort, { once: true });
      release.push(() => signal.removeEventListener('abort', abort));
    }
    if (deadlineMs !== undefined) {
      const timer = this.#clock.setTimer(deadlineMs / 1000, () => giveUp(deadlineError(name, deadlineMs)));
      release.push(() => timer.cancel());
    }
  }

  #start(
    { id: method }: Method,
    params: unknown,
    deadlineMs: number | undefined,
    credit: number,
    answer: OpenAnswer,
  ): OpenHandle {
    if (this.#lost !== undefined) throw connectionLost(this.#lost);
    if (deadlineMs !== undefined) checkNumber('deadlineMs', deadlineMs, { min: 0 });
    const body = encodeBody([params, deadlineMs ?? null, credit]);
    const id = this.#freeId();
    this.#open.set(id, { ...answer, method });
    const send = (kind: FrameKind, content?: Uint8Array): void => {
      this.#transport.send(encodeFrame({ id, method, kind }, content));
    };
    send('call', body);
    let cancelled = false;
    return {
      cancel: () => {
        if (cancelled || !this.#open.has(id)) return;
        cancelled = true;
        send('cancel');
      },
      credit: (items) => {
        if (!cancelled && this.#open.has(id)) send('credit', encodeBody(items));
      },
    };
  }

  #freeId(): number {
    while (this.#open.has(this.#nextId)) this.#nextId = this.#nextId === LARGEST_ID ? 1 : this.#nextId + 1;
    const id = this.#nextId;
    this.#nextId = id === LARGEST_ID ? 1 : id + 1;
    return id;
  }

  #receive(frame: Uint8Array): void {
    try {
      const { id, method, kind, body } = decodeFrame(frame);
      const answer = this.#open.get(id);
      if (answer?.method !== method) throw new ProtocolError(`a frame answers call ${id}, which is not open`);
      switch (kind) {
        case 'result':
          this.#finish(id, { value: decodeBody(body) });
          break;
        case 'error':
          this.#finish(id, { error: fromWireError(decodeBody(body)) });
          break;
        case 'end':
          this.#finish(id, {});
          break;
        case 'item':
          answer.item(decodeBody(body));
          break;
        case 'call':
        case 'credit':
        case 'cancel':
          throw new ProtocolError(`this end asks and does not answer, and got a frame of kind ${kind}`);
      }
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      this.#transport.close(cause.message);
    }
  }

  #finish(id: number, outcome: { readonly value?: unknown; readonly error?: Error }): void {
    const answer = this.#open.get(id);
    this.#open.delete(id);
    answer?.finish(outcome);
  }

  #lose(reason: string): void {
    this.#lost = reason;
    for (const id of [...this.#open.keys()]) this.#finish(id, { error: connectionLost(reason) });
  }
}

function connectionLost(reason: string): ConnectionLostError {
  return new ConnectionLostError(`the connection to the backend ended: ${reason}`, {
    nextStep: 'Wait for the connection to come back, then look at what was done before asking again.',
  });
}

/** The error of an answer that took too long; the same at both ends. */
export function deadlineError(name: string, deadlineMs: number): DeadlineError {
  return new DeadlineError(`${name} did not answer within ${deadlineMs} ms`, { details: { method: name, deadlineMs } });
}
