/** Finds frames in a byte stream that may be cut anywhere and damaged anywhere. */
import { crc32, crc8 } from './crc.js';
import { readU32 } from './data-block.js';
import { FRAME_HEADER_BYTES, FrameType, MAGIC_0, MAGIC_1, MAX_PAYLOAD_BYTES } from './frame.js';

/** What a parser counted since it was made. */
export interface FrameCounters {
  /** Good frames, pads included. */
  frames: number;
  /** Payload bytes of good frames. */
  payloadBytes: number;
  /** Bytes that were in no good frame. */
  skippedBytes: number;
  /** Magic found, header check wrong. */
  badHeaders: number;
  /** Header right, length above the cap. */
  tooLong: number;
  /** Header right, type unknown or of the other direction. */
  badTypes: number;
  /** Header right, CRC-32 wrong. */
  badCrcs: number;
}

/** How a parser is set up. */
export interface FrameParserOptions {
  /** Types taken; {@link HOST_RECEIVES} or {@link DEVICE_RECEIVES}. */
  readonly accept: readonly FrameType[];
  /** Called for each good frame but pads. `payload` is a view, valid during the call only. Must not throw. */
  readonly onFrame: (type: FrameType, payload: Uint8Array) => void;
  /** Called once when the link is to be closed: {@link FrameParserOptions.crcFailureLimit} failures without a good frame. */
  readonly onGiveUp?: (reason: string) => void;
  /** Longest payload taken (default 65,536). */
  readonly maxPayload?: number;
  /** CRC failures in a row after which the parser gives up (default 64): each forged header may cost a 64 KiB CRC. */
  readonly crcFailureLimit?: number;
}

const NEED_MORE = -1;
const REFUSED = -2;

/**
 * The receiver of docs/protocol.md. Whole frames inside one chunk are parsed in place; only a frame that is cut by a chunk boundary is
 * copied, once, into a buffer allocated at construction.
 */
export class FrameParser {
  /** What was counted. */
  readonly counters: FrameCounters = {
    frames: 0,
    payloadBytes: 0,
    skippedBytes: 0,
    badHeaders: 0,
    tooLong: 0,
    badTypes: 0,
    badCrcs: 0,
  };
  readonly #accept: number;
  readonly #onFrame: (type: FrameType, payload: Uint8Array) => void;
  readonly #onGiveUp: ((reason: string) => void) | undefined;
  readonly #maxPayload: number;
  readonly #limit: number;
  readonly #held: Uint8Array;
  #start = 0;
  #end = 0;
  /** Bytes, counted from the start of the unparsed ones, without which nothing can be decided. */
  #need = FRAME_HEADER_BYTES;
  #failuresInRow = 0;
  #gaveUp = false;

  constructor(options: FrameParserOptions) {
    this.#accept = options.accept.reduce((mask, type) => mask | (1 << type), 0);
    this.#onFrame = options.onFrame;
    this.#onGiveUp = options.onGiveUp;
    this.#maxPayload = options.maxPayload ?? MAX_PAYLOAD_BYTES;
    this.#limit = options.crcFailureLimit ?? 64;
    this.#held = new Uint8Array(2 * (MAX_PAYLOAD_BYTES + FRAME_HEADER_BYTES));
  }

  /** Bytes held because their frame is not complete yet. */
  get pending(): number {
    return this.#end - this.#start;
  }

  /** True after {@link FrameParserOptions.onGiveUp}: everything that still comes is ignored. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** Takes the next bytes of the stream, in pieces of any size. The chunk is not kept. */
  push(chunk: Uint8Array): void {
    // Buffer.slice() makes views where Uint8Array.slice() copies: hand out plain arrays only.
    const plain = chunk.constructor === Uint8Array;
    const bytes = plain ? chunk : new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    let at = 0;
    while (!this.#gaveUp) {
      if (this.#start === this.#end) {
        at = this.#scan(bytes, at, bytes.length);
        if (at < bytes.length) this.#hold(bytes, at, bytes.length);
        return;
      }
      // A frame began in an earlier chunk: take just what it lacks, so that the frames behind it are parsed in place.
      const more = Math.min(bytes.length - at, this.#need - this.pending);
      if (more <= 0) return;
      this.#hold(bytes, at, at + more);
      at += more;
      this.#start = this.#scan(this.#held, this.#start, this.#end);
      if (this.#start === this.#end) this.#start = this.#end = 0;
    }
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    const held = this.#held;
    if (this.#end + (to - from) > held.length) {
      held.copyWithin(0, this.#start, this.#end);
      this.#end -= this.#start;
      this.#start = 0;
    }
    held.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#end);
    this.#end += to - from;
  }

  /** Delivers the frames in bytes[from, to); returns where the first undecided byte is. */
  #scan(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to) {
      if (bytes[at] !== MAGIC_0 || (at + 1 < to && bytes[at + 1] !== MAGIC_1)) {
        const next = bytes.subarray(at + 1, to).indexOf(MAGIC_0);
        const skip = next < 0 ? to - at : next + 1;
        this.counters.skippedBytes += skip;
        at += skip;
        continue;
      }
      const length = this.#header(bytes, at, to);
      if (length === NEED_MORE) {
        this.#need = FRAME_HEADER_BYTES;
        return at;
      }
      if (length === REFUSED) {
        this.counters.skippedBytes++;
        at++;
        continue;
      }
      const end = at + FRAME_HEADER_BYTES + length;
      if (end > to) {
        this.#need = FRAME_HEADER_BYTES + length;
        return at;
      }
      at = this.#body(bytes, at, end);
      if (this.#gaveUp) return to;
    }
    this.#need = FRAME_HEADER_BYTES;
    return at;
  }

  /** Length of the payload, or {@link NEED_MORE}, or {@link REFUSED}. */
  #header(bytes: Uint8Array, at: number, to: number): number {
    if (to - at < FRAME_HEADER_BYTES) return NEED_MORE;
    if (crc8(bytes, at, at + 7) !== bytes[at + 7]) {
      this.counters.badHeaders++;
      return REFUSED;
    }
    const length = readU32(bytes, at + 4) & 0xffffff;
    if (length > this.#maxPayload) {
      this.counters.tooLong++;
      return REFUSED;
    }
    const type = bytes[at + 2] as number;
    if (type > 31 || !(this.#accept & (1 << type))) {
      this.counters.badTypes++;
      return REFUSED;
    }
    return length;
  }

  /** Checks and delivers the frame at bytes[at, end); returns where to go on. */
  #body(bytes: Uint8Array, at: number, end: number): number {
    const payload = bytes.subarray(at + FRAME_HEADER_BYTES, end);
    if (crc32(payload, crc32(bytes, 0, at, at + 8)) !== readU32(bytes, at + 8)) {
      this.counters.badCrcs++;
      this.counters.skippedBytes++;
      if (++this.#failuresInRow >= this.#limit) this.#giveUp();
      return at + 1;
    }
    this.#failuresInRow = 0;
    this.counters.frames++;
    this.counters.payloadBytes += payload.length;
    const type = bytes[at + 2] as FrameType;
    if (type !== FrameType.PAD) this.#onFrame(type, payload);
    return end;
  }

  #giveUp(): void {
    this.#gaveUp = true;
    this.#onGiveUp?.(`${this.#limit} frames in a row failed their CRC`);
  }
}
