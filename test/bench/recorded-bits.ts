/** A recorded bit stream as the far end of a client: what the host's own path costs, without a board that makes the bits. */
import type { Transport, TransportHandlers } from '../../firmware-host/host/index.js';
import {
  BlockFormat,
  BlockWriter,
  DATA_OFFSET,
  DEVICE_RECEIVES,
  FrameParser,
  FrameWriter,
  FrameType,
  decodeRequest,
  newDataFrame,
  spindrift,
} from '../../proto/index.js';
import { greet } from './greeting.js';

const { Status } = spindrift.v1;
/** The first call after Hello and GetLimits. */
const STREAM_ID = 3;

/** A bit stream as it travels. */
export interface Recording {
  /** All frames, one after the other. */
  readonly wire: Uint8Array;
  /** Where each block's frame ends. */
  readonly ends: Uint32Array;
  readonly blockBytes: number;
}

/** Makes a stream of so many blocks; the bits are bytes of a counter. */
export function recordBits(blocks: number, blockBytes: number): Recording {
  const writer = new BlockWriter({ streamId: STREAM_ID, format: BlockFormat.BITS_LSB });
  const frameBytes = DATA_OFFSET + blockBytes;
  const wire = new Uint8Array(blocks * frameBytes);
  const ends = new Uint32Array(blocks);
  for (let k = 0; k < blocks; k++) {
    const frame = newDataFrame(blockBytes);
    for (let i = DATA_OFFSET; i < frame.length; i++) frame[i] = (i * 31 + k) >> 3;
    wire.set(writer.seal(frame, k * 1000), k * frameBytes);
    ends[k] = (k + 1) * frameBytes;
  }
  return { wire, ends, blockBytes };
}

/** Plays a recording to one client, in chunks as transfers cut them, each in a turn of its own, never beyond the credit. */
export class RecordedBits implements Transport {
  readonly name = 'recorded';
  readonly #recording: Recording;
  readonly #chunkBytes: number;
  readonly #parser = new FrameParser({
    accept: DEVICE_RECEIVES,
    onFrame: (type, payload) => this.#frame(type, payload),
  });
  readonly #writer = new FrameWriter((bytes) => {
    setImmediate(() => this.#handlers?.onData(bytes));
    return true;
  });
  #handlers: TransportHandlers | undefined;
  #granted = 0;
  #sent = 0;
  #playing = false;

  constructor(recording: Recording, chunkBytes: number) {
    this.#recording = recording;
    this.#chunkBytes = chunkBytes;
  }

  async open(handlers: TransportHandlers): Promise<void> {
    this.#handlers = handlers;
  }

  send(bytes: Uint8Array): boolean {
    this.#parser.push(bytes);
    return true;
  }

  async close(): Promise<void> {
    this.#handlers = undefined;
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (type !== FrameType.CONTROL_TO_DEVICE) return;
    const request = decodeRequest(payload);
    if (greet(this.#writer, request)) return;
    if (request.body === 'openBits') {
      if (request.id !== STREAM_ID) throw new Error(`the recording is of stream ${STREAM_ID}, not ${request.id}`);
      this.#writer.reply({
        id: STREAM_ID,
        body: 'streamOpened',
        streamOpened: { blockBytes: this.#recording.blockBytes, lossless: true },
      });
    } else if (request.body === 'streamCredit') {
      this.#granted += request.streamCredit.blocks;
      this.#play();
    }
  }

  #play(): void {
    if (this.#playing) return;
    this.#playing = true;
    setImmediate(() => this.#chunk());
  }

  #chunk(): void {
    this.#playing = false;
    const { wire, ends } = this.#recording;
    const limit = ends[Math.min(this.#granted, ends.length) - 1] ?? 0;
    if (!this.#handlers || this.#sent >= limit) return;
    const chunk = wire.subarray(this.#sent, Math.min(this.#sent + this.#chunkBytes, limit));
    this.#sent += chunk.length;
    // Before the chunk is handed over: what the receiver grants in return comes after it.
    if (this.#sent < limit) this.#play();
    this.#handlers.onData(chunk);
    if (this.#sent === wire.length)
      this.#writer.reply({
        id: STREAM_ID,
        end: true,
        status: Status.STATUS_OK,
        body: 'streamStats',
        streamStats: { blocks: ends.length },
      });
  }
}
