/** A device that answers Hello and gives every block of inputs back as results: what the wire costs without a board behind it. */
import {
  BlockFormat,
  BlockWriter,
  CreditWindow,
  DATA_OFFSET,
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  FrameWriter,
  GrantPolicy,
  MAX_BLOCK_BYTES,
  decodeDataBlock,
  decodeRequest,
  newDataFrame,
  spindrift,
  type DeviceEndpoint,
  type SendBytes,
} from '../../proto/index.js';
import { greet } from './greeting.js';

const { Status } = spindrift.v1;
const WINDOW = 16;

/** See the head of this file. */
export class EchoDevice implements DeviceEndpoint {
  readonly #parser = new FrameParser({
    accept: DEVICE_RECEIVES,
    onFrame: (type, payload) => this.#frame(type, payload),
  });
  readonly #writer = new FrameWriter((bytes) => this.#send(bytes));
  #send: SendBytes = () => true;
  #stream: BlockWriter | undefined;
  #policy = new GrantPolicy(WINDOW);
  #credit = new CreditWindow();
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #left = 0;

  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }
  onSend(fn: SendBytes): void {
    this.#send = fn;
  }
  close(): void {
    this.#stream = undefined;
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (type === FrameType.DATA) {
      const block = decodeDataBlock(payload);
      if (!block) return;
      const frame = newDataFrame(block.data.length);
      frame.set(block.data, DATA_OFFSET);
      this.#waiting.push(frame);
      this.#pump();
      return;
    }
    const request = decodeRequest(payload);
    const { id } = request;
    if (greet(this.#writer, request)) return;
    if (request.body === 'openMultiply')
      this.#open(id, request.openMultiply.count * (request.openMultiply.plan?.window?.rows ?? 0));
    else if (request.body === 'streamCredit') {
      this.#credit.grant(request.streamCredit.blocks);
      this.#pump();
    }
  }

  #open(id: number, bytes: number): void {
    this.#stream = new BlockWriter({ streamId: id, format: BlockFormat.I16LE });
    this.#policy = new GrantPolicy(WINDOW);
    this.#credit = new CreditWindow();
    this.#left = bytes;
    const size = MAX_BLOCK_BYTES - (MAX_BLOCK_BYTES % 64);
    this.#writer.reply({
      id,
      body: 'streamOpened',
      streamOpened: { blockBytes: size, upBlockBytes: size, lossless: true },
    });
    this.#grant(WINDOW);
  }

  #pump(): void {
    const stream = this.#stream;
    while (stream && this.#waiting.length > 0 && this.#credit.take()) {
      const frame = this.#waiting.shift()!;
      this.#left -= frame.length - DATA_OFFSET;
      this.#writer.frame(stream.seal(frame, 0));
      const blocks = this.#policy.consumed();
      if (blocks) this.#grant(blocks);
      if (this.#left > 0) continue;
      this.#writer.reply({
        id: stream.streamId,
        end: true,
        status: Status.STATUS_OK,
        body: 'streamStats',
        streamStats: { blocks: stream.blocks },
      });
    }
  }

  #grant(blocks: number): void {
    const streamId = this.#stream?.streamId ?? 0;
    this.#writer.reply({ id: streamId, body: 'streamCredit', streamCredit: { streamId, blocks } });
  }
}
