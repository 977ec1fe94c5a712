/** One call in flight: its id, its deadline, its cancellation, its one end. */
import { BoardTimeoutError, abortError, type Clock, type Timer } from '../../../base/index.js';
import { spindrift, type DataBlock, type Reply } from '../../../proto/index.js';
import { errorFromOutcome } from './status-errors.js';

/** What the owner of a call wants to hear. Exactly one of `onEnd` and `onError` is called, once, and nothing after it. */
export interface ExchangeHandlers {
  /** A frame with end = false. */
  onReply?(reply: Reply): void;
  /** The final frame, status OK. */
  onEnd(reply: Reply): void;
  /** The call ended otherwise: refused, timed out, aborted, link lost. */
  onError(error: Error): void;
  /** A data block of the stream that the call opened. */
  onBlock?(block: DataBlock): void;
  /** False for a reply that only looks like ours (Hello with a stale nonce); it is counted as late. */
  accepts?(reply: Reply): boolean;
}

/** What an exchange needs of its link. */
export interface ExchangeHost {
  readonly clock: Clock;
  /** The id is free again; what still arrives for it is late. */
  forget(id: number): void;
  /** Sends Cancel. */
  sendCancel(id: number): void;
}

/** When the host gives up by itself. */
export interface ExchangeLimits {
  /** Seconds; 0 = never. */
  readonly timeoutS: number;
  readonly signal?: AbortSignal | undefined;
}

/** One call in flight. */
export class Exchange {
  readonly id: number;
  readonly verb: string;
  readonly #handlers: ExchangeHandlers;
  readonly #host: ExchangeHost;
  #timer: Timer | undefined;
  #signal: AbortSignal | undefined;
  #ended = false;

  constructor(id: number, verb: string, handlers: ExchangeHandlers, host: ExchangeHost) {
    this.id = id;
    this.verb = verb;
    this.#handlers = handlers;
    this.#host = host;
  }

  /** True once the call ended. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Starts deadline and abort; call after the request was sent. */
  start(limits: ExchangeLimits): void {
    if (this.#ended) return;
    if (limits.timeoutS > 0) {
      this.#timer = this.#host.clock.setTimer(limits.timeoutS, () => {
        this.cancel(
          new BoardTimeoutError(
            `${this.verb}: no answer from the board within ${Number(limits.timeoutS.toPrecision(3))} s`,
            {
              nextStep: 'check that the board is still there; only calls that change nothing may simply be repeated',
              details: { verb: this.verb, timeoutS: limits.timeoutS },
            },
          ),
        );
      });
    }
    if (limits.signal) {
      this.#signal = limits.signal;
      limits.signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  /** Takes a frame with this id; false if it is not for us after all. */
  take(reply: Reply): boolean {
    if (this.#ended || this.#handlers.accepts?.(reply) === false) return false;
    if (!reply.end) {
      this.#handlers.onReply?.(reply);
      return true;
    }
    this.#finish();
    if (reply.status === spindrift.v1.Status.STATUS_OK) this.#handlers.onEnd(reply);
    else this.#handlers.onError(errorFromOutcome(this.verb, reply));
    return true;
  }

  /** Takes a data block of this stream; false if nobody wants it. */
  takeBlock(block: DataBlock): boolean {
    if (this.#ended || !this.#handlers.onBlock) return false;
    this.#handlers.onBlock(block);
    return true;
  }

  /** Ends the call from outside without a word to the board (the link is gone). */
  fail(error: Error): void {
    if (this.#ended) return;
    this.#finish();
    this.#handlers.onError(error);
  }

  /** Ends the call with `error` and tells the board. Harmless when it ended already. */
  cancel(error: Error): void {
    if (this.#ended) return;
    this.#host.sendCancel(this.id);
    this.fail(error);
  }

  readonly #onAbort = (): void => {
    this.cancel(abortError(this.#signal?.reason));
  };

  #finish(): void {
    this.#ended = true;
    this.#timer?.cancel();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#host.forget(this.id);
  }
}
