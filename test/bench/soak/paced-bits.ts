/** A device that makes bits at a steady rate for as long as they are wanted. */
import { RandomStream, type Clock, type Timer } from '../../../base/index.js';
import {
  BlockFlag,
  BlockFormat,
  BlockWriter,
  CreditWindow,
  DATA_OFFSET,
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  FrameWriter,
  decodeRequest,
  newDataFrame,
  type DeviceEndpoint,
  type Request,
  type SendBytes,
} from '../../../proto/index.js';
import { greet } from '../greeting.js';

const TICK_S = 0.01;
/** Time that a device without credit makes up for, s; what is beyond is not made. */
const LONGEST_STALL_S = 1;

/** Bytes of a block. */
export const BLOCK_BYTES = 4096;
/** The bits of all blocks: one piece, turned on by a byte a block. */
const BITS = Uint8Array.from({ length: 2 * BLOCK_BYTES }, (_, i) => pattern(i % BLOCK_BYTES));

/** The data of block k. */
export function blockBits(k: number): Uint8Array {
  const turn = k % BLOCK_BYTES;
  return BITS.subarray(turn, turn + BLOCK_BYTES);
}

/** See the head of this file. */
export class PacedBits implements DeviceEndpoint {
  readonly #clock: Clock;
  readonly #bytesPerS: number;
  readonly #parser = new FrameParser({
    accept: DEVICE_RECEIVES,
    onFrame: (type, payload) => {
      if (type === FrameType.CONTROL_TO_DEVICE) this.#request(decodeRequest(payload));
    },
  });
  readonly #writer = new FrameWriter((bytes) => this.#send(bytes));
  #send: SendBytes = () => true;
  #stream: BlockWriter | undefined;
  #credit = new CreditWindow();
  #timer: Timer | undefined;
  #dueFrom = 0;

  constructor(options: { readonly clock: Clock; readonly bytesPerS: number }) {
    this.#clock = options.clock;
    this.#bytesPerS = options.bytesPerS;
  }

  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  onSend(fn: SendBytes): void {
    this.#send = fn;
  }

  close(): void {
    this.#timer?.cancel();
    this.#stream = undefined;
  }

  #request(request: Request): void {
    if (greet(this.#writer, request)) return;
    switch (request.body) {
      case 'openBits':
        this.#stream = new BlockWriter({
          streamId: request.id,
          format: BlockFormat.BITS_LSB,
          flags: BlockFlag.NOT_ENTROPY,
        });
        this.#credit = new CreditWindow();
        this.#dueFrom = this.#clock.now();
        this.#writer.reply({
          id: request.id,
          body: 'streamOpened',
          streamOpened: { blockBytes: BLOCK_BYTES, lossless: true },
        });
        this.#tick();
        break;
      case 'streamCredit':
        this.#credit.grant(request.streamCredit.blocks);
        break;
      case 'cancel':
        this.close();
        break;
      default:
        break;
    }
  }

  #tick(): void {
    const stream = this.#stream;
    if (!stream) return;
    const now = this.#clock.now();
    this.#dueFrom = Math.max(this.#dueFrom, now - LONGEST_STALL_S);
    while ((now - this.#dueFrom) * this.#bytesPerS >= BLOCK_BYTES && this.#credit.take()) {
      const frame = newDataFrame(BLOCK_BYTES);
      frame.set(blockBits(stream.blocks), DATA_OFFSET);
      this.#writer.frame(stream.seal(frame, Math.round(now * 1e6)));
      this.#dueFrom += BLOCK_BYTES / this.#bytesPerS;
    }
    this.#timer = this.#clock.setTimer(TICK_S, () => this.#tick());
  }
}

/** Something that repeats nowhere near. */
function pattern(i: number): number {
  return RandomStream.from(11 + i).integer(256);
}
