/** A host that sees every frame: for what the link would hide or not let through. */
import type { Transport } from '../../firmware-host/host/index.js';
import {
  BlockFlag,
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  PROTOCOL_MAJOR,
  decodeDataBlock,
  decodeReply,
  encodeDataFrame,
  encodeFrame,
  encodeRequest,
  type BlockHeader,
  type DataBlock,
  type Reply,
  type ReplyMessage,
  type RequestFields,
} from '../../proto/index.js';

/** See the head of this file. */
export class RawClient {
  /** Control frames in order of arrival; read fields by name. */
  readonly replies: Reply[] = [];
  /** Data blocks in order of arrival, data copied. */
  readonly blocks: DataBlock[] = [];
  /** True once the board closed the link. */
  closed = false;
  readonly #transport: Transport;
  readonly #parser = new FrameParser({
    accept: HOST_RECEIVES,
    onFrame: (type, payload) => {
      if (type === FrameType.DATA) this.blocks.push(decodeDataBlock(payload.slice())!);
      else this.replies.push(decodeReply(payload.slice()));
      for (const wake of this.#waiters.splice(0)) wake();
    },
  });
  readonly #waiters: (() => void)[] = [];
  #nextId = 1;

  private constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Connects without Hello. */
  static async open(transport: Transport): Promise<RawClient> {
    const client = new RawClient(transport);
    await transport.open({
      onData: (bytes) => client.#parser.push(bytes),
      onDrain: () => undefined,
      onClose: () => {
        client.closed = true;
        for (const wake of client.#waiters.splice(0)) wake();
      },
    });
    return client;
  }

  /** Says Hello; returns the final frame. */
  async hello(fields: NonNullable<RequestFields['hello']> = {}): Promise<Reply> {
    return this.ask({
      body: 'hello',
      hello: { protocolMajor: PROTOCOL_MAJOR, nonce: 4711, hostSilenceMs: 1000, ...fields },
    });
  }

  /** Sends a request with a fresh id; returns the id. */
  request(fields: RequestFields): number {
    const id = this.#nextId++;
    this.bytes(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ ...fields, id })));
    return id;
  }

  /** Sends a request and waits for its final frame. */
  ask(fields: RequestFields): Promise<Reply> {
    return this.final(this.request(fields));
  }

  /** Sends a message without reply (id 0). */
  notify(fields: RequestFields): void {
    this.bytes(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest(fields)));
  }

  /** Sends a data block. */
  block(header: Partial<BlockHeader> & { readonly streamId: number }, data: Uint8Array): void {
    this.bytes(encodeDataFrame({ seq: 0, timeUs: 0, flags: 0, format: 2, tail: 0, ...header }, data));
  }

  /** Sends bytes as they are. */
  bytes(bytes: Uint8Array): void {
    this.#transport.send(bytes);
  }

  /** Waits for the final frame of an id. */
  async final(id: number): Promise<Reply> {
    return await this.find((reply) => reply.id === id && reply.end);
  }

  /** Waits for StreamOpened of an id; a final frame that comes instead is an error of the test. */
  async opened(id: number): Promise<ReplyMessage<'streamOpened'>> {
    const reply = await this.find((r) => r.id === id && (r.body === 'streamOpened' || r.end));
    if (reply.body !== 'streamOpened') throw new Error(`no stream: status ${reply.status} ${reply.detail}`);
    return reply.streamOpened;
  }

  /** Waits until `count` data blocks have come. */
  async blocksOf(count: number): Promise<DataBlock[]> {
    while (this.blocks.length < count) await this.#change();
    return this.blocks;
  }

  /** Waits for a block with END. */
  async toEnd(): Promise<DataBlock[]> {
    while (!this.blocks.some((block) => block.flags & BlockFlag.END)) await this.#change();
    return this.blocks;
  }

  /** Waits for the link to be closed by the board. */
  async hungUp(): Promise<void> {
    while (!this.closed) await this.#change();
  }

  /** A round trip: what was sent before has been worked on when it resolves. */
  async sync(): Promise<ReplyMessage<'getStateReply'>> {
    const reply = await this.ask({ body: 'getState', getState: {} });
    if (reply.body !== 'getStateReply') throw new Error(`no state: status ${reply.status} ${reply.detail}`);
    return reply.getStateReply;
  }

  /** Arms with the configuration in force; returns its token. */
  async arm(): Promise<number> {
    const { configHash } = await this.sync();
    await this.ask({ configHash, body: 'arm', arm: {} });
    return configHash;
  }

  /** Waits for a control frame. */
  async find(wanted: (reply: Reply) => boolean): Promise<Reply> {
    for (;;) {
      const found = this.replies.find(wanted);
      if (found) return found;
      if (this.closed) throw new Error('the board closed the link');
      await this.#change();
    }
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }
}
