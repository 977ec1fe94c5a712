import { VirtualClock } from '../../../base/index.js';
import {
  BlockFormat,
  BlockWriter,
  DATA_OFFSET,
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  PROTOCOL_MAJOR,
  decodeDataBlock,
  decodeReply,
  encodeFrame,
  encodeRequest,
  newDataFrame,
  spindrift,
  type DataBlock,
  type Reply,
  type ReplyBody,
  type ReplyMessage,
  type RequestBody,
  type RequestFields,
} from '../../../proto/index.js';
import { createSimulatedBoard, type SimulatedBoard, type SimulatedBoardOptions } from '../simulated-board.js';

/** The smallest host there is, for tests of the board: raw frames, everything at once, no waiting. */
export class TestHost {
  readonly clock = new VirtualClock();
  readonly board: SimulatedBoard;
  readonly replies: Reply[] = [];
  readonly blocks: DataBlock[] = [];
  readonly deferred: (() => void)[] = [];
  /** What the pipe answers to the board's frames. */
  writable = true;
  configHash = 0;
  bootId = 0;
  hungUp: string | undefined;
  #id = 0;
  readonly #ups = new Map<number, BlockWriter>();

  constructor(options: SimulatedBoardOptions = {}) {
    this.board = createSimulatedBoard({
      rows: 16,
      cols: 16,
      ...options,
      clock: this.clock,
      defer: (work) => this.deferred.push(work),
    });
    const parser = new FrameParser({ accept: HOST_RECEIVES, onFrame: (type, payload) => this.#frame(type, payload) });
    this.board.onSend((bytes) => {
      parser.push(bytes);
      return this.writable;
    });
    this.board.onHangUp((reason) => (this.hungUp = reason));
  }

  /** Says Hello and returns its reply. */
  hello(message: Partial<spindrift.v1.Hello.$Shape> = {}): Reply {
    const reply = this.ask('hello', { protocolMajor: PROTOCOL_MAJOR, nonce: 5, hostSilenceMs: 0, ...message });
    if (reply.body === 'helloReply') {
      this.configHash = reply.helloReply.configHash;
      this.bootId = reply.helloReply.bootId;
    }
    return reply;
  }

  /** Hello and arm. */
  arm(): this {
    this.hello();
    this.expect('arm', {}, 'armReply');
    return this;
  }

  /** Sends a request; its id. */
  send(body: RequestBody, message: object, extra: { deadlineMs?: number; configHash?: number } = {}): number {
    const id = ++this.#id;
    this.raw({ id, configHash: this.configHash, ...extra, body, [body]: message } as unknown as RequestFields);
    return id;
  }

  raw(fields: RequestFields): void {
    this.board.receive(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest(fields)));
  }

  notify(body: RequestBody, message: object): void {
    this.raw({ body, [body]: message } as unknown as RequestFields);
  }

  /** All answers to an id. */
  answers(id: number): Reply[] {
    return this.replies.filter((reply) => reply.id === id);
  }

  /** The final answer to an id. @throws when there is none yet */
  final(id: number): Reply {
    const found = this.answers(id).find((reply) => reply.end);
    if (found === undefined) throw new Error(`no final answer to ${id}`);
    return found;
  }

  /** Sends a request that is answered at once, and returns the final answer. */
  ask(body: RequestBody, message: object = {}, extra: { deadlineMs?: number; configHash?: number } = {}): Reply {
    return this.final(this.send(body, message, extra));
  }

  /** The same, with status OK and a body. */
  expect<R extends ReplyBody>(body: RequestBody, message: object, reply: R): ReplyMessage<R> {
    return bodyOf(this.ask(body, message), reply);
  }

  status(body: RequestBody, message: object = {}, extra: { configHash?: number } = {}): string {
    return statusName(this.ask(body, message, extra));
  }

  credit(streamId: number, blocks: number): void {
    this.notify('streamCredit', { streamId, blocks });
  }

  /** Sends an upward block. */
  up(streamId: number, data: Uint8Array, flags = 0): void {
    let writer = this.#ups.get(streamId);
    if (writer === undefined) this.#ups.set(streamId, (writer = new BlockWriter({ streamId, format: BlockFormat.U8 })));
    const frame = newDataFrame(data.length);
    frame.set(data, DATA_OFFSET);
    this.board.receive(writer.seal(frame, 0, flags));
  }

  /** The blocks of one stream. */
  blocksOf(streamId: number): DataBlock[] {
    return this.blocks.filter((block) => block.streamId === streamId);
  }

  /** The data of one stream, joined. */
  dataOf(streamId: number): Uint8Array {
    return Uint8Array.from(this.blocksOf(streamId).flatMap((block) => [...block.data]));
  }

  /** Opens a downward stream with credit for everything and returns its data. */
  drain(body: RequestBody, message: object, blocks = 1_000_000): Uint8Array {
    const id = this.send(body, message);
    this.credit(id, blocks);
    const final = this.final(id);
    if (final.status !== spindrift.v1.Status.STATUS_OK) throw new Error(`${statusName(final)}: ${final.detail}`);
    return this.dataOf(id);
  }

  /** Programs a whole array. */
  program(cells: Uint8Array, rows: number, cols: number, verifyPasses: number, dataCrc32: number): Reply {
    const id = this.send('programTile', { window: { rows, cols }, verifyPasses, dataCrc32 });
    for (let at = 0; at < cells.length; at += 65_520) this.up(id, cells.subarray(at, at + 65_520));
    return this.final(id);
  }

  /** Runs what was put off. */
  turn(): void {
    for (const work of this.deferred.splice(0)) work();
  }

  #frame(type: FrameType, payload: Uint8Array): void {
    if (type === FrameType.DATA) {
      const block = decodeDataBlock(payload);
      if (block !== undefined) this.blocks.push({ ...block, data: block.data.slice() });
    } else this.replies.push(decodeReply(payload.slice()));
  }
}

/** 'OK' for STATUS_OK. */
export function statusName(reply: Reply): string {
  return spindrift.v1.Status[reply.status].replace('STATUS_', '');
}

/** The body of an answer with status OK. */
export function bodyOf<R extends ReplyBody>(reply: Reply, body: R): ReplyMessage<R> {
  if (reply.body !== body)
    throw new Error(`${String(reply.body)} instead of ${body}: ${statusName(reply)} ${reply.detail}`);
  return (reply as unknown as Record<R, ReplyMessage<R>>)[body];
}
