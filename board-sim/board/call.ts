import { type Timer } from '../../base/index.js';
import { spindrift, type DataBlock, type ReplyFields, type RequestBody } from '../../proto/index.js';
import { cutDetail } from './refusal.js';

const { Status } = spindrift.v1;
type Status = spindrift.v1.Status;

/** What a session does for its calls. */
export interface CallHost {
  /** Sends an answer; its id is filled in here. */
  answer(reply: ReplyFields): void;
  /** Sends a data frame; false = hold until drained. */
  sendData(frame: Uint8Array): boolean;
  /** True while the transport takes data. */
  readonly writable: boolean;
  /** Runs a piece of a call's work in a turn of the event loop of its own; what it throws ends the call. */
  defer(call: Call, work: () => void): void;
  /** The call has ended. */
  forget(call: Call): void;
}

/** How an open stream listens. */
export interface StreamHooks {
  /** The host granted downward blocks. */
  credit?(blocks: number): void;
  /** An upward block arrived; its data is a view, valid during the call. */
  block?(block: DataBlock): void;
  /** The host asks for the orderly end. */
  close?(): void;
  /** The transport takes data again. */
  drained?(): void;
}

/** One request from its arrival to its one final answer. */
export class Call {
  readonly id: number;
  readonly verb: RequestBody;
  readonly configHash: number;
  /** Set by verbs that open a stream. */
  stream: StreamHooks | undefined;
  /** Set by verbs that hold something: runs once, however the call ends. */
  onEnd: (() => void) | undefined;
  readonly #host: CallHost;
  #deadline: Timer | undefined;
  #ended = false;

  constructor(id: number, verb: RequestBody, configHash: number, host: CallHost) {
    this.id = id;
    this.verb = verb;
    this.configHash = configHash;
    this.#host = host;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get host(): CallHost {
    return this.#host;
  }

  /** Ends the call DEADLINE_EXCEEDED when the timer fires. */
  expire(timer: Timer): void {
    this.#deadline = timer;
  }

  /** An answer that is not the last: progress, a stream's opening, an event. */
  progress(fields: ReplyFields): void {
    if (!this.#ended) this.#host.answer({ ...fields, id: this.id, end: false });
  }

  /** The final answer with status OK. */
  finish(fields: ReplyFields = {}): void {
    this.#end({ ...fields, status: Status.STATUS_OK });
  }

  /** The final answer of a call that was not done. */
  refuse(status: Status, detail: string, retryAfterMs = 0): void {
    this.#end({ status, detail: cutDetail(detail), retryAfterMs });
  }

  /** Ends the call without a word: the session it belonged to is gone. */
  drop(): void {
    if (this.#ended) return;
    this.#settle();
  }

  #end(fields: ReplyFields): void {
    if (this.#ended) return;
    this.#settle();
    if (this.id !== 0) this.#host.answer({ ...fields, id: this.id, end: true });
  }

  #settle(): void {
    this.#ended = true;
    this.#deadline?.cancel();
    this.#host.forget(this);
    const release = this.onEnd;
    this.onEnd = undefined;
    release?.();
  }
}
