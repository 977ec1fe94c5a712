import { type Clock, type Timer } from '../../base/index.js';
import {
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  FrameWriter,
  HEARTBEAT_S,
  decodeDataBlock,
  decodeRequest,
  defaultDeadlineMs,
  spindrift,
  toU64,
  type DataBlock,
  type FrameCounters,
  type ReplyFields,
  type Request,
  type SendBytes,
  type SendCounters,
} from '../../proto/index.js';
import { Call, type CallHost } from './call.js';
import { HostWatch } from './host-watch.js';
import { SESSION_LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

const { Status } = spindrift.v1;

/** What a session serves: the verbs of a board, and its answers to the session's own events. */
export interface SessionBoard {
  /** Carries out a request; may throw a `Refusal`. */
  serve(call: Call, request: Request): void;
  /** Whether Hello has been accepted, and may verbs be served. */
  readonly greeted: boolean;
  /** Verbs taken although Hello has not been accepted. */
  acceptsEarly(verb: string): boolean;
  heartbeat(): ReplyFields;
  readonly armed: boolean;
  /** The host has been silent too long while the drive is on. */
  hostSilent(seconds: number): void;
  readonly bootId: number;
}

/** How a session is set up. */
export interface SessionOptions {
  readonly board: SessionBoard;
  readonly clock: Clock;
  readonly send: SendBytes;
  readonly defer: (work: () => void) => void;
  /** The link is beyond repair. */
  readonly hangUp: (reason: string) => void;
}

/** Taken even when all places for calls are in use. */
const ALWAYS_TAKEN: ReadonlySet<string> = new Set(['makeSafe', 'hello', 'reboot']);

/** One connection of a host: frames in and out, calls with deadlines, signs of life. */
export class Session implements CallHost {
  readonly #board: SessionBoard;
  readonly #clock: Clock;
  readonly #parser: FrameParser;
  readonly #writer: FrameWriter;
  readonly #defer: (work: () => void) => void;
  readonly #calls = new Map<number, Call>();
  readonly #watch: HostWatch;
  #heartbeat: Timer | undefined;
  #lastSent: number;
  #writable = true;
  #closed = false;

  constructor(options: SessionOptions) {
    this.#board = options.board;
    this.#clock = options.clock;
    this.#defer = options.defer;
    this.#lastSent = options.clock.now();
    this.#writer = new FrameWriter(options.send);
    this.#parser = new FrameParser({
      accept: DEVICE_RECEIVES,
      onFrame: (type, payload) => this.#frame(type, payload),
      onGiveUp: options.hangUp,
      maxPayload: SESSION_LIMITS.maxRxFrame,
    });
    this.#watch = new HostWatch(options.clock, (seconds) => {
      if (this.#board.armed) this.#board.hostSilent(seconds);
    });
  }

  get received(): FrameCounters {
    return this.#parser.counters;
  }

  get sent(): SendCounters {
    return this.#writer.counters;
  }

  get writable(): boolean {
    return this.#writable && !this.#closed;
  }

  /** Free places for calls and streams. */
  get streams(): number {
    let open = 0;
    for (const call of this.#calls.values()) if (call.stream !== undefined) open++;
    return open;
  }

  receive(bytes: Uint8Array): void {
    if (!this.#closed) this.#parser.push(bytes);
  }

  drained(): void {
    this.#writable = true;
    for (const call of [...this.#calls.values()]) this.#guard(call, () => call.stream?.drained?.());
  }

  defer(call: Call, work: () => void): void {
    this.#defer(() => {
      if (!this.#closed) this.#guard(call, work);
    });
  }

  /** Starts heartbeats and the watch for the host's own. @param silenceS 0 = never */
  begin(silenceS: number): void {
    this.#heartbeat?.cancel();
    this.#armHeartbeat(HEARTBEAT_S);
    this.#watch.start(silenceS);
  }

  /** Ends every call CANCELLED, except the one that asks for it. */
  cancelCalls(except?: Call): void {
    for (const call of [...this.#calls.values()])
      if (call !== except) call.refuse(Status.STATUS_CANCELLED, 'the session was reset');
  }

  /** The board restarts: calls end without a word, nothing is said until the next Hello. */
  reset(): void {
    this.#heartbeat?.cancel();
    this.#watch.stop();
    for (const call of [...this.#calls.values()]) call.drop();
  }

  /** The end: nothing is sent or taken any more, calls end without a word. */
  close(): void {
    this.#closed = true;
    this.reset();
  }

  answer(reply: ReplyFields): void {
    if (this.#closed) return;
    this.#lastSent = this.#clock.now();
    // Control frames are few and go out even when data must wait.
    if (!this.#writer.reply(reply)) this.#writable = false;
  }

  /** An event nobody asked for. */
  event(fields: ReplyFields): void {
    this.answer({ ...fields, id: 0, bootId: this.#board.bootId });
  }

  sendData(frame: Uint8Array): boolean {
    if (this.#closed) return false;
    this.#lastSent = this.#clock.now();
    if (!this.#writer.frame(frame)) this.#writable = false;
    return this.#writable;
  }

  forget(call: Call): void {
    if (this.#calls.get(call.id) === call) this.#calls.delete(call.id);
  }

  #armHeartbeat(inS: number): void {
    this.#heartbeat = this.#clock.setTimer(inS, () => {
      const left = this.#lastSent + HEARTBEAT_S - this.#clock.now();
      if (left <= 1e-6) this.event(this.#board.heartbeat());
      this.#armHeartbeat(left <= 1e-6 ? HEARTBEAT_S : left);
    });
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (this.#closed) return;
    this.#watch.heard();
    if (type === FrameType.DATA) {
      const block = decodeDataBlock(payload);
      // Blocks of a stream that has ended are normal after a cancel.
      if (block !== undefined) this.#guard(this.#calls.get(block.streamId), (call) => call.stream?.block?.(block));
      return;
    }
    let request: Request;
    try {
      request = decodeRequest(payload);
    } catch (error) {
      this.answer({
        id: 0,
        end: true,
        status: Status.STATUS_DECODE,
        detail: `the message cannot be decoded: ${error instanceof Error ? error.message : String(error)}`.slice(0, 90),
        bootId: this.#board.bootId,
      });
      return;
    }
    this.#request(request);
  }

  #request(request: Request): void {
    switch (request.body) {
      case 'heartbeat':
        return;
      case 'cancel':
        this.#calls.get(request.cancel.targetId)?.refuse(Status.STATUS_CANCELLED, 'cancelled by the host');
        return;
      case 'streamCredit': {
        const { streamId, blocks } = request.streamCredit;
        this.#guard(this.#calls.get(streamId), (call) => call.stream?.credit?.(blocks));
        return;
      }
      case 'streamClose':
        this.#guard(this.#calls.get(request.streamClose.streamId), (call) => call.stream?.close?.());
        return;
      default:
        this.#call(request);
    }
  }

  #call(request: Request): void {
    const verb = request.body;
    const call = new Call(request.id, verb ?? 'heartbeat', request.configHash, this);
    if (verb === undefined) {
      call.refuse(Status.STATUS_NOT_IMPLEMENTED, 'this board does not know the verb of the request');
      return;
    }
    if (!this.#board.greeted && !this.#board.acceptsEarly(verb)) {
      call.refuse(Status.STATUS_FAILED_PRECONDITION, `${verb}: say Hello with a supported major version first`);
      return;
    }
    if (this.#calls.has(request.id)) {
      call.refuse(Status.STATUS_INVALID_ARGUMENT, `id ${request.id} is in use`);
      return;
    }
    if (this.#calls.size >= SESSION_LIMITS.maxInflight && !ALWAYS_TAKEN.has(verb)) {
      call.refuse(Status.STATUS_BUSY, `at most ${SESSION_LIMITS.maxInflight} requests at once`, 20);
      return;
    }
    this.#calls.set(call.id, call);
    const deadline = request.deadlineMs > 0 ? request.deadlineMs : defaultDeadlineMs(verb);
    if (deadline > 0)
      call.expire(
        this.#clock.setTimer(deadline / 1000, () =>
          call.refuse(Status.STATUS_DEADLINE_EXCEEDED, `${verb}: not done within ${deadline} ms`),
        ),
      );
    this.#guard(call, () => this.#board.serve(call, request));
  }

  /** Runs a part of a call; what it throws becomes the call's answer. */
  #guard(call: Call | undefined, run: (call: Call) => void): void {
    if (call === undefined || call.ended) return;
    try {
      run(call);
    } catch (error) {
      if (error instanceof Refusal) call.refuse(error.status, error.message, error.retryAfterMs);
      else {
        const text = error instanceof Error ? error.message : String(error);
        call.refuse(Status.STATUS_HARDWARE_FAULT, `${call.verb}: the stand-in failed: ${text}`);
      }
    }
  }
}

export type { DataBlock };

/** The heartbeat's body. */
export function heartbeatBody(bootId: number, uptimeUs: number, state: spindrift.v1.BoardState): ReplyFields {
  return {
    body: 'heartbeat',
    heartbeat: { bootId, uptimeUs: toU64(uptimeUs), state, rxFree: SESSION_LIMITS.rxCredit },
  };
}
