/** A recording that answers as the board did. */
import { systemClock, type Clock, type Timer } from '../../../base/index.js';
import {
  BlockFlag,
  DATA_OFFSET,
  DEVICE_RECEIVES,
  FRAME_HEADER_BYTES,
  FrameParser,
  FrameType,
  FrameWriter,
  HEARTBEAT_S,
  UNLIMITED_CREDIT,
  decodeDataBlock,
  decodeReply,
  decodeRequest,
  encodeFrame,
  newFrame,
  sealFrame,
  spindrift,
  toU64,
  type DeviceEndpoint,
  type ReplyFields,
  type Request,
  type RequestBody,
  type SendBytes,
} from '../../../proto/index.js';
import { asReplay, blockChecksum, withId } from './frame-bytes.js';
import { ReplayCall } from './replay-call.js';
import { ReplayCalls } from './replay-calls.js';
import { ReplayTelemetry } from './replay-telemetry.js';
import { ReplayTime } from './replay-time.js';
import type { RecordedFrame, WireRecording } from './wire-recording.js';

const { BoardState, Status } = spindrift.v1;

/** How a recording is replayed. */
export interface ReplayBoardOptions {
  /** Recorded seconds a second; default 1. Infinity answers as fast as it can be read. */
  readonly speed?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A host that wants more than there was gets this long to be content with what it has. */
const DRY_S = 1;

/**
 * Answers the requests of a host from a {@link WireRecording}: each as it was answered then, in the order of then where it was made several times. What only
 * looks (state, limits, telemetry) may be asked at any time; telemetry tells what was true where the recording stands. What was not recorded is refused with a
 * text that says so. Time passes as it did, and stands still until the host asks for what it asked then.
 *
 * It says of itself that it is a replay, and marks every block as not entropy: whoever has the file knows its bits.
 */
export class ReplayBoard implements DeviceEndpoint {
  readonly #recording: WireRecording;
  readonly #clock: Clock;
  readonly #speed: number;
  readonly #parser: FrameParser;
  readonly #writer: FrameWriter;
  #send: SendBytes = () => true;
  #calls: ReplayCalls;
  #telemetry: ReplayTelemetry;
  #time: ReplayTime;
  readonly #active = new Map<number, ReplayCall>();
  readonly #dry = new Map<number, Timer>();
  #writable = true;
  #timer: Timer | undefined;
  #heartbeat: Timer | undefined;

  constructor(recording: WireRecording, options: ReplayBoardOptions = {}) {
    this.#recording = recording;
    this.#clock = options.clock ?? systemClock;
    this.#speed = options.speed ?? 1;
    this.#writer = new FrameWriter((bytes) => this.#send(bytes));
    this.#parser = new FrameParser({ accept: DEVICE_RECEIVES, onFrame: (type, payload) => this.#frame(type, payload) });
    [this.#calls, this.#telemetry, this.#time] = this.#fromTheStart();
  }

  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  onSend(fn: SendBytes): void {
    this.#send = fn;
  }

  drained(): void {
    this.#writable = true;
    this.#pump();
  }

  close(): void {
    this.#end();
    this.#recording.close();
  }

  #fromTheStart(): [ReplayCalls, ReplayTelemetry, ReplayTime] {
    return [
      new ReplayCalls(this.#recording.calls),
      new ReplayTelemetry(this.#recording, (frame) => this.#writer.frame(frame)),
      new ReplayTime(this.#clock, this.#speed),
    ];
  }

  #end(): void {
    this.#timer?.cancel();
    this.#heartbeat?.cancel();
    for (const timer of this.#dry.values()) timer.cancel();
    this.#dry.clear();
    this.#active.clear();
    this.#writable = true;
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (type === FrameType.DATA) this.#block(payload);
    else this.#control(payload);
    this.#pump();
  }

  #control(payload: Uint8Array): void {
    let request: Request;
    try {
      request = decodeRequest(payload);
    } catch {
      // What cannot be read cannot be answered to either.
      return;
    }
    this.#request(request, payload);
  }

  #request(request: Request, payload: Uint8Array): void {
    const { id } = request;
    switch (request.body) {
      case 'heartbeat':
        break;
      case 'hello':
        this.#hello(id, request.hello.nonce);
        break;
      case 'streamCredit': {
        const { streamId, blocks } = request.streamCredit;
        this.#active.get(streamId)?.grant(blocks === UNLIMITED_CREDIT ? Infinity : blocks);
        break;
      }
      case 'streamClose':
        this.#leave(request.streamClose.streamId, 'close');
        break;
      case 'cancel':
        this.#leave(request.cancel.targetId, 'cancel');
        break;
      case 'openTelemetry':
        if (!this.#telemetry.open(id, request.openTelemetry.count, this.#boundS()))
          this.#refuse(id, 'the recording holds no telemetry');
        break;
      case undefined:
        this.#refuse(id, 'this verb is unknown');
        break;
      default:
        this.#call(id, request.body, payload);
    }
  }

  /** Opens the session, which begins the recording anew. */
  #hello(id: number, nonce: number): void {
    this.#end();
    [this.#calls, this.#telemetry, this.#time] = this.#fromTheStart();
    const said = asReplay(this.#recording.payload(this.#recording.hello), nonce);
    this.#writer.frame(encodeFrame(FrameType.CONTROL_TO_HOST, withId(said, id)));
    this.#beat();
  }

  #call(id: number, verb: RequestBody, payload: Uint8Array): void {
    const recorded = this.#calls.take(verb, payload);
    if (recorded !== undefined) {
      this.#time.advanceTo(recorded.startS);
      this.#active.set(id, new ReplayCall(id, recorded));
    } else if (verb === 'makeSafe') {
      // Nothing is driven, and a host that cannot make its board safe would warn of a danger that is none.
      this.#final(id, { body: 'makeSafeReply', makeSafeReply: { state: BoardState.BOARD_STATE_SAFE } });
    } else {
      const count = this.#calls.count(payload);
      this.#refuse(
        id,
        count === 0
          ? `the recording has no ${verb} like this; ask for what was asked when it was made`
          : `the recording has this ${verb} ${count === 1 ? 'once' : `${count} times`}, and it was answered; open the board again to begin anew`,
      );
    }
  }

  #block(payload: Uint8Array): void {
    const call = this.#active.get(decodeDataBlock(payload)?.streamId ?? 0);
    const taken = call?.takeBlock(blockChecksum(payload));
    if (call === undefined || taken === 'taken') return;
    this.#active.delete(call.id);
    this.#refuse(
      call.id,
      taken === 'other'
        ? 'the recording has other data here; send what was sent when it was made'
        : 'the recording has no more data of this stream',
    );
  }

  #leave(id: number, how: 'close' | 'cancel'): void {
    const call = this.#active.get(id);
    if (!this.#telemetry.leave(id) && call === undefined) return;
    this.#active.delete(id);
    if (how === 'cancel') this.#final(id, { status: Status.STATUS_CANCELLED });
    else if (call === undefined) this.#final(id, {});
    // Whoever leaves need not do so at the very block of then: what counts is what this host was sent.
    else this.#final(id, { body: 'streamStats', streamStats: { blocks: toU64(BigInt(call.blocks)) } });
  }

  /** The recording goes no further than this, seconds: to what the host has still to ask for, or to take. */
  #boundS(): number {
    let boundS = this.#calls.boundS;
    for (const { next } of this.#active.values()) if (next !== undefined) boundS = Math.min(boundS, next.atS);
    return boundS;
  }

  /** Sends what is due and may be sent, and sees to it that the rest follows. */
  #pump(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    let dueS = Infinity;
    for (const call of [...this.#active.values()]) dueS = Math.min(dueS, this.#follow(call));
    const boundS = this.#boundS();
    this.#time.holdAt(boundS);
    const told = this.#telemetry.tell(Math.min(boundS, this.#time.dueS));
    if (told <= boundS) dueS = Math.min(dueS, told);
    if (dueS === Infinity || !this.#writable) return;
    this.#timer = this.#clock.setTimer(this.#time.until(dueS), () => this.#pump());
  }

  /** Sends of one call. @returns when its next frame is due, in recorded time */
  #follow(call: ReplayCall): number {
    for (;;) {
      const { next, waitsFor } = call;
      if (next === undefined || waitsFor !== undefined || !this.#writable) break;
      if (next.atS > this.#time.dueS) return next.atS;
      call.advance();
      this.#forward(call, next);
    }
    this.#watchDry(call);
    return Infinity;
  }

  #forward(call: ReplayCall, frame: RecordedFrame): void {
    const payload = this.#recording.payload(frame);
    if (frame.type === FrameType.DATA) {
      const block = newFrame(payload.length);
      block.set(payload, FRAME_HEADER_BYTES);
      new DataView(block.buffer).setUint32(FRAME_HEADER_BYTES, call.id, true);
      block[DATA_OFFSET - 4]! |= BlockFlag.NOT_ENTROPY;
      this.#writable = this.#writer.frame(sealFrame(block, FrameType.DATA));
      return;
    }
    const reply = decodeReply(payload);
    if (reply.end) this.#active.delete(call.id);
    const said = reply.body === 'getIdentityReply' ? asReplay(payload) : payload;
    this.#writer.frame(encodeFrame(FrameType.CONTROL_TO_HOST, withId(said, call.id)));
  }

  /** A stream that the recorded host left, and this one does not, ends after a while with the reason. */
  #watchDry(call: ReplayCall): void {
    if (!call.ranDry || !this.#active.has(call.id) || this.#dry.has(call.id)) return;
    const timer = this.#clock.setTimer(DRY_S, () => {
      this.#dry.delete(call.id);
      if (!call.ranDry || !this.#active.delete(call.id)) return;
      const detail = `the recording of this ${call.recorded.verb} ends after ${call.blocks} blocks`;
      this.#final(call.id, { status: Status.STATUS_DATA_LOSS, detail });
    });
    this.#dry.set(call.id, timer);
  }

  /** A sign of life now and then: the link knows no other reason for silence than a board that is gone. */
  #beat(): void {
    this.#heartbeat?.cancel();
    this.#heartbeat = this.#clock.setTimer(HEARTBEAT_S, () => {
      const { bootId } = this.#recording;
      const uptimeUs = toU64(BigInt(Math.round(this.#time.recordedS * 1e6)));
      const state = BoardState.BOARD_STATE_SAFE;
      this.#writer.reply({ bootId, body: 'heartbeat', heartbeat: { bootId, uptimeUs, state, rxFree: 1 << 20 } });
      this.#beat();
    });
  }

  #refuse(id: number, detail: string): void {
    this.#final(id, { status: Status.STATUS_NOT_IMPLEMENTED, detail });
  }

  #final(id: number, fields: ReplyFields): void {
    this.#dry.get(id)?.cancel();
    this.#dry.delete(id);
    if (id !== 0) this.#writer.reply({ status: Status.STATUS_OK, ...fields, id, end: true });
  }
}
