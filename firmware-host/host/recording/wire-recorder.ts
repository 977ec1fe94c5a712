/** Writes what passes between host and board into a file, from which `replay:` makes a board again. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileError, systemClock, type Clock, type Timer } from '../../../base/index.js';
import {
  FRAME_HEADER_BYTES,
  FrameType,
  SCHEMA_SHA256,
  decodeReply,
  decodeRequest,
  encodeFrame,
} from '../../../proto/index.js';
import type { LinkObserver } from '../trace/link-observer.js';
import { Direction, encodeHead, encodePacket } from './pcapng.js';

/** What the comment of a recording says that it is. */
export const WIRE_FORMAT = 'spindrift-wire';

/** Frames are handed to the system when they are this many bytes together, or this old. */
const HELD_BYTES = 256 * 1024;
const HELD_S = 0.25;

/** How to record. */
export interface WireRecorderOptions {
  /** Name of the board, for whoever opens the file. */
  readonly board: string;
  readonly clock?: Clock | undefined;
}

/** What was written. */
export interface WireFile {
  readonly path: string;
  readonly frames: number;
  readonly bytes: number;
}

/**
 * Records the frames of a link; give it to `openBoard` as `trace`. How the session was opened is kept in memory, so that a recording that is started later
 * has it too. What was recorded is with the operating system within a quarter of a second: a killed process loses that at most, and what is torn is read up
 * to there. A disk that fails ends the recording, never the session; see {@link failure}.
 */
export class WireRecorder implements LinkObserver {
  readonly #board: string;
  readonly #clock: Clock;
  /** Calendar time of the clock's zero, nanoseconds. */
  readonly #zeroNs: bigint;
  #opening: Uint8Array[] = [];
  #opened = false;
  #path = '';
  #file: number | undefined;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #timer: Timer | undefined;
  #frames = 0;
  #bytes = 0;
  #failure: Error | undefined;

  constructor(options: WireRecorderOptions) {
    this.#board = options.board;
    this.#clock = options.clock ?? systemClock;
    const nowNs = BigInt(this.#clock.date().getTime()) * 1_000_000n;
    this.#zeroNs = nowNs - BigInt(Math.round(this.#clock.now() * 1e9));
  }

  /** True while frames are written. */
  get recording(): boolean {
    return this.#file !== undefined;
  }
  /** Why the recording ended before it was stopped; a FileError. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Begins a file with how the session was opened. @throws FileError, also where the file exists; TypeError while recording */
  start(path: string): void {
    if (this.#file !== undefined) throw new TypeError(`frames are being recorded into ${this.#path} already`);
    try {
      this.#file = openSync(path, 'wx', 0o666);
    } catch (error) {
      throw fileError('write', path, error);
    }
    this.#path = path;
    this.#failure = undefined;
    this.#frames = this.#bytes = 0;
    this.#hold(
      encodeHead({
        program: 'spindrift',
        source: this.#board,
        comment: JSON.stringify({ format: WIRE_FORMAT, version: 1, board: this.#board, schema: SCHEMA_SHA256 }),
      }),
    );
    for (const packet of this.#opening) this.#take(packet);
    this.#write();
  }

  /** Ends the file. Undefined if none was being written, or writing it failed. */
  stop(): WireFile | undefined {
    this.#write();
    if (this.#file === undefined) return undefined;
    closeSync(this.#file);
    this.#file = undefined;
    return { path: this.#path, frames: this.#frames, bytes: this.#bytes };
  }

  sent(frame: Uint8Array): void {
    if (frame[2] === FrameType.PAD) return;
    if (isHello(frame)) {
      // A new session on the same way: the former one's opening is history.
      this.#opening = [];
      this.#opened = false;
    }
    if (this.#file !== undefined || !this.#opened) this.#packet(Direction.OUT, frame);
  }

  received(type: FrameType, payload: Uint8Array): void {
    if (this.#file === undefined && this.#opened) return;
    this.#packet(Direction.IN, encodeFrame(type, payload));
    // With its limits a board is open; see `openBoardOver`.
    if (!this.#opened)
      this.#opened = type === FrameType.CONTROL_TO_HOST && decodeReply(payload).body === 'getLimitsReply';
  }

  #packet(direction: Direction, frame: Uint8Array): void {
    const now = BigInt(Math.round(this.#clock.now() * 1e9));
    const packet = encodePacket(this.#zeroNs + now, direction, frame);
    if (!this.#opened) this.#opening.push(packet);
    if (this.#file !== undefined) this.#take(packet);
  }

  #take(packet: Uint8Array): void {
    this.#frames += 1;
    this.#hold(packet);
  }

  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes >= HELD_BYTES) this.#write();
    else this.#timer ??= this.#clock.setTimer(HELD_S, () => this.#write());
  }

  /** At once: what is handed over survives this process, and the disk's own time is not waited for. */
  #write(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    if (this.#file === undefined || held.length === 0) return;
    const bytes = Buffer.concat(held);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
      this.#bytes += bytes.length;
    } catch (error) {
      this.#failure = fileError('write', this.#path, error);
      closeSync(this.#file);
      this.#file = undefined;
    }
  }
}

/** Hello is short: what is longer need not be decoded. */
function isHello(frame: Uint8Array): boolean {
  if (frame[2] !== FrameType.CONTROL_TO_DEVICE || frame.length > 160) return false;
  try {
    return decodeRequest(frame.subarray(FRAME_HEADER_BYTES)).body === 'hello';
  } catch {
    return false;
  }
}
