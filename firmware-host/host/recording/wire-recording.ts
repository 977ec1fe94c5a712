/** A recording of frames, read once and indexed: which calls were made, and what was answered to each. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DataError, SpindriftError, abortError, fileError } from '../../../base/index.js';
import {
  FRAME_HEADER_BYTES,
  FrameParser,
  FrameType,
  decodeDataBlock,
  decodeReply,
  decodeRequest,
  type Reply,
  type Request,
  type RequestBody,
} from '../../../proto/index.js';
import { blockChecksum, requestKey } from './frame-bytes.js';
import { Direction, readHead, readPackets, type FoundPacket } from './pcapng.js';
import { WIRE_FORMAT } from './wire-recorder.js';

/** A frame of the board, as it lies in the file. */
export interface RecordedFrame {
  readonly type: FrameType;
  /** Where its payload is. */
  readonly offset: number;
  readonly bytes: number;
  /** Seconds from the first frame. */
  readonly atS: number;
  /** How many messages of the call ({@link RecordedCall.upward}) the host had sent before it. */
  readonly after: number;
}

/** A call of the host and what the board said to it. */
export interface RecordedCall {
  readonly verb: RequestBody;
  /** What was asked; see {@link requestKey}. */
  readonly key: string;
  readonly startS: number;
  /** What the host sent on: checksums of its blocks, and how it left. */
  readonly upward: (number | 'close' | 'cancel')[];
  readonly replies: RecordedFrame[];
}

/** Bytes read at a time. */
const WINDOW = 1 << 20;
/** Frames between two looks at the event loop. */
const TURN = 20_000;
/** Every frame of either side. */
const ALL = [FrameType.CONTROL_TO_DEVICE, FrameType.CONTROL_TO_HOST, FrameType.DATA];

/** A file of recorded frames. Close it after use. */
export class WireRecording {
  /** Calls by the time of their request, Hello and signs of life left out. */
  readonly calls: RecordedCall[] = [];
  /** Messages of telemetry by their time, whichever call asked for them. */
  readonly telemetry: RecordedFrame[] = [];
  /** What the board said without being asked, signs of life left out. */
  readonly events: RecordedFrame[] = [];
  /** Seconds from the first to the last frame. */
  durationS = 0;
  frames = 0;
  /** Of the last session. */
  bootId = 0;
  readonly #file: number;
  readonly #bytes: number;
  #window: Uint8Array = new Uint8Array(0);
  #windowAt = 0;
  readonly #open = new Map<number, RecordedCall>();
  #firstNs: bigint | undefined;
  #hello: RecordedFrame | undefined;

  private constructor(
    readonly path: string,
    file: number,
    bytes: number,
  ) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /**
   * Opens and indexes a recording; the frames themselves stay in the file.
   * @throws FileError; DataError for a file that is no recording or holds no session; an AbortError
   */
  static async open(path: string, signal?: AbortSignal): Promise<WireRecording> {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch (error) {
      throw fileError('read', path, error);
    }
    try {
      const recording = new WireRecording(path, file, fstatSync(file).size);
      await recording.#index(signal);
      return recording;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** The board's answer to the last Hello. */
  get hello(): RecordedFrame {
    return this.#hello!;
  }

  /** The payload of a frame; valid until the next call. */
  payload(frame: RecordedFrame): Uint8Array {
    return this.#read(frame.offset, frame.bytes);
  }

  close(): void {
    closeSync(this.#file);
  }

  async #index(signal: AbortSignal | undefined): Promise<void> {
    const read = this.#read.bind(this);
    const { comment, packetsAt } = readHead(read, this.path);
    if (!isWireComment(comment)) throw new DataError(`${this.path} is no recording of frames of a board`);
    let packet: FoundPacket;
    const parser = new FrameParser({
      accept: ALL,
      onFrame: (type, payload) => this.#frame(packet, type, payload),
    });
    for (packet of readPackets(read, packetsAt)) {
      this.frames += 1;
      try {
        parser.push(read(packet.offset, packet.bytes));
      } catch (cause) {
        // A good checksum around what is no message: somebody else's file.
        throw cause instanceof SpindriftError ? cause : this.#damaged(cause);
      }
      const { frames, skippedBytes } = parser.counters;
      if (frames !== this.frames || skippedBytes > 0 || parser.pending > 0) throw this.#damaged();
      if (this.frames % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) throw abortError(signal.reason);
    }
    this.#open.clear();
    if (this.#hello === undefined)
      throw new DataError(`${this.path} does not hold how a session with a board was opened`);
  }

  #damaged(cause?: unknown): DataError {
    return new DataError(`${this.path}: frame ${this.frames} is damaged`, {
      cause,
      nextStep: 'record the board again',
    });
  }

  #frame(packet: FoundPacket, type: FrameType, payload: Uint8Array): void {
    this.#firstNs ??= packet.timeNs;
    const atS = Math.max(this.durationS, Number(packet.timeNs - this.#firstNs) / 1e9);
    this.durationS = atS;
    if (packet.direction === Direction.OUT) {
      if (type === FrameType.DATA) this.#open.get(streamOf(payload))?.upward.push(blockChecksum(payload));
      else this.#request(payload, decodeRequest(payload), atS);
      return;
    }
    const place = { type, offset: packet.offset + FRAME_HEADER_BYTES, bytes: payload.length, atS };
    if (type === FrameType.DATA) this.#answer(streamOf(payload), place);
    else this.#reply(decodeReply(payload), place);
  }

  #request(payload: Uint8Array, request: Request, atS: number): void {
    switch (request.body) {
      case undefined:
      case 'heartbeat':
      case 'streamCredit':
        return;
      case 'streamClose':
        this.#open.get(request.streamClose.streamId)?.upward.push('close');
        return;
      case 'cancel':
        this.#open.get(request.cancel.targetId)?.upward.push('cancel');
        return;
      // Telemetry is told to whoever asks; see `telemetry`.
      case 'openTelemetry':
        return;
      case 'hello':
        this.#open.clear();
        return;
      default: {
        const call = { verb: request.body, key: requestKey(payload), startS: atS, upward: [], replies: [] };
        this.calls.push(call);
        this.#open.set(request.id, call);
      }
    }
  }

  #reply(reply: Reply, place: Omit<RecordedFrame, 'after'>): void {
    if (reply.body === 'helloReply') {
      this.#hello = { ...place, after: 0 };
      this.bootId = reply.helloReply.bootId;
    } else if (reply.body === 'telemetry') this.telemetry.push({ ...place, after: 0 });
    else if (reply.id !== 0) this.#answer(reply.id, place);
    else if (reply.body !== 'heartbeat') this.events.push({ ...place, after: 0 });
    if (reply.end) this.#open.delete(reply.id);
  }

  #answer(id: number, place: Omit<RecordedFrame, 'after'>): void {
    const call = this.#open.get(id);
    // What belongs to calls from before the recording began has nobody to go to.
    call?.replies.push({ ...place, after: call.upward.length });
  }

  #read(offset: number, length: number): Uint8Array {
    const from = offset - this.#windowAt;
    if (from < 0 || from + length > this.#window.length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(Math.max(length, WINDOW), this.#bytes - offset)));
      let got = 0;
      try {
        while (got < bytes.length) {
          const more = readSync(this.#file, bytes, got, bytes.length - got, offset + got);
          if (more === 0) break;
          got += more;
        }
      } catch (error) {
        throw fileError('read', this.path, error);
      }
      this.#window = bytes.subarray(0, got);
      this.#windowAt = offset;
      return this.#window.subarray(0, length);
    }
    return this.#window.subarray(from, from + length);
  }
}

/** Id of the stream of a block; 0, which none has, for what is no block. */
const streamOf = (payload: Uint8Array): number => decodeDataBlock(payload)?.streamId ?? 0;

function isWireComment(comment: string): boolean {
  try {
    return (JSON.parse(comment) as { format?: unknown } | null)?.format === WIRE_FORMAT;
  } catch {
    return false;
  }
}
