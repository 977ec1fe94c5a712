/** A board by script, for tests of the link: answers what it is told to, and remembers what it was asked. */
import {
  BlockWriter,
  DATA_OFFSET,
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  FrameWriter,
  decodeDataBlock,
  decodeRequest,
  newDataFrame,
  spindrift,
  type BlockWriterOptions,
  type DataBlock,
  type DeviceEndpoint,
  type ReplyFields,
  type Request,
  type RequestBody,
  type SendBytes,
} from '../../../proto/index.js';

const { BoardKind, Feature, Status } = spindrift.v1;

/** A handler of one verb. */
export type Script = (request: Request, device: FakeDevice) => void;

/** What the fake says in HelloReply. */
export interface FakeOptions {
  readonly kind?: spindrift.v1.BoardKind;
  readonly bootId?: number;
  readonly maxControlBytes?: number;
  readonly major?: number;
}

/** The scripted board. Unscripted verbs are not answered; Hello and GetLimits have a default script. */
export class FakeDevice implements DeviceEndpoint {
  /** Requests that arrived, in order. */
  readonly requests: Request[] = [];
  /** Upward blocks that arrived, in order, data copied. */
  readonly blocks: DataBlock[] = [];
  closed = false;
  onBlock: ((block: DataBlock) => void) | undefined;
  readonly #scripts = new Map<RequestBody, Script>();
  readonly #parser = new FrameParser({
    accept: DEVICE_RECEIVES,
    onFrame: (type, payload) => this.#frame(type, payload),
  });
  #send: SendBytes = () => true;
  readonly writer = new FrameWriter((bytes) => this.#send(bytes));

  constructor(options: FakeOptions = {}) {
    this.on('hello', (request) => {
      if (request.body !== 'hello') return;
      this.ok(request.id, {
        body: 'helloReply',
        helloReply: {
          nonce: request.hello.nonce,
          protocolMajor: options.major ?? 1,
          bootId: options.bootId ?? 77,
          configHash: 5,
          hostSilenceMs: request.hello.hostSilenceMs,
          identity: {
            kind: options.kind ?? BoardKind.BOARD_KIND_REAL,
            serial: 'FAKE-1',
            name: 'fake',
            geometry: { rows: 64, cols: 64, tiles: 1 },
          },
          features: [Feature.FEATURE_BITS, Feature.FEATURE_MULTIPLY_STREAM],
          limits: { maxControlBytes: options.maxControlBytes ?? 1024, maxRxFrame: 65536, inlineBits: 2048 },
        },
      });
    });
    this.on('getLimits', (request) => this.ok(request.id, { body: 'getLimitsReply', getLimitsReply: {} }));
  }

  /** Scripts a verb. */
  on(verb: RequestBody, script: Script): this {
    this.#scripts.set(verb, script);
    return this;
  }

  /** Sends a final OK. */
  ok(id: number, fields: ReplyFields = {}): void {
    this.reply({ ...fields, id, end: true, status: Status.STATUS_OK });
  }

  /** Sends a frame with end = false. */
  partial(id: number, fields: ReplyFields): void {
    this.reply({ ...fields, id, end: false });
  }

  /** Sends anything. */
  reply(fields: ReplyFields): void {
    this.writer.reply(fields);
  }

  /** Sends raw bytes. */
  raw(bytes: Uint8Array): void {
    this.#send(bytes);
  }

  /** Requests of one verb so far. */
  asked(verb: RequestBody): Request[] {
    return this.requests.filter((request) => request.body === verb);
  }

  /** Sum of the credit granted to a stream so far. */
  granted(streamId: number): number {
    let sum = 0;
    for (const request of this.requests)
      if (request.body === 'streamCredit' && request.streamCredit.streamId === streamId)
        sum += request.streamCredit.blocks;
    return sum;
  }

  /** A writer of downward blocks; `send(bytes, flags)` sends one. */
  blockStream(options: BlockWriterOptions): {
    writer: BlockWriter;
    send: (data: Uint8Array, flags?: number, tail?: number) => void;
  } {
    const writer = new BlockWriter(options);
    return {
      writer,
      send: (data, flags = 0, tail = 0) => {
        const frame = newDataFrame(data.length);
        frame.set(data, DATA_OFFSET);
        this.raw(writer.seal(frame, 0, flags, tail));
      },
    };
  }

  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  onSend(fn: SendBytes): void {
    this.#send = fn;
  }

  close(): void {
    this.closed = true;
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (type === FrameType.DATA) {
      const block = decodeDataBlock(payload.slice());
      if (!block) return;
      this.blocks.push(block);
      this.onBlock?.(block);
      return;
    }
    const request = decodeRequest(payload.slice());
    this.requests.push(request);
    if (request.body) this.#scripts.get(request.body)?.(request, this);
  }
}

/** Lets everything that is under way inside this process arrive. */
export async function settle(turns = 8): Promise<void> {
  for (let k = 0; k < turns; k++) await new Promise((resolve) => setImmediate(resolve));
}
