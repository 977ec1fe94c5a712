import {
  BlockFlag,
  DATA_OFFSET,
  decodeDataBlock,
  decodeReply,
  decodeRequest,
  spindrift,
  type Reply,
  type Request,
} from '../../../proto/index.js';
import { plainMessage, type PlainMessage } from './plain-message.js';

/** Which way a frame went: `out` to the board, `in` from it. */
export type TraceDirection = 'out' | 'in';
/** What a record is about: a control message, a block of a stream, or the end of the link. */
export type TraceKind = 'control' | 'data' | 'lost';

/** What a list shows of a frame. */
export interface TraceHead {
  /** From 1, without gaps; later frames have higher numbers. */
  readonly number: number;
  /** Host's monotonic time, seconds since the trace began. */
  readonly timeS: number;
  readonly direction: TraceDirection;
  readonly kind: TraceKind;
  /** Length of the frame on the wire, header included. */
  readonly bytes: number;
  /** Id of the call or stream; 0 where there is none (events, signs of life, cancels). */
  readonly id: number;
  /** Name of the message as the schema has it, `openBits`; `data` for a block; `undecodable` for what is no message. */
  readonly name: string;
  /** A refusal, a fault, a block before which data were lost or whose source is unhealthy, a lost link. */
  readonly error: boolean;
}

/** A frame that was seen. What is costly is done when it is asked for. */
export class TraceRecord {
  readonly number: number;
  readonly timeS: number;
  readonly direction: TraceDirection;
  readonly kind: TraceKind;
  readonly bytes: number;
  /** What was kept of the payload. */
  readonly payload: Uint8Array;
  readonly #failure: Error | undefined;
  #head: Pick<TraceHead, 'id' | 'name' | 'error'> | undefined;

  /** Made by the ring. */
  constructor(
    facts: Pick<TraceHead, 'number' | 'timeS' | 'direction' | 'kind' | 'bytes'>,
    payload: Uint8Array,
    failure?: Error,
  ) {
    this.number = facts.number;
    this.timeS = facts.timeS;
    this.direction = facts.direction;
    this.kind = facts.kind;
    this.bytes = facts.bytes;
    this.payload = payload;
    this.#failure = failure;
  }

  /** Id of the call or stream; see {@link TraceHead}. */
  get id(): number {
    return this.#looked.id;
  }
  /** Name of the message. */
  get name(): string {
    return this.#looked.name;
  }
  /** Whether this is trouble. */
  get error(): boolean {
    return this.#looked.error;
  }

  /** What a list shows. */
  head(): TraceHead {
    const { number, timeS, direction, kind, bytes } = this;
    return { number, timeS, direction, kind, bytes, ...this.#looked };
  }

  /** The content as a plain object: envelope fields beside the message under its name; for a block its header and the bytes that were kept. */
  body(): PlainMessage {
    if (this.kind === 'lost') return { message: this.#failure?.message ?? '' };
    if (this.kind === 'data') {
      const block = decodeDataBlock(this.payload);
      if (block === undefined) return {};
      const { data, flags, ...header } = block;
      return {
        ...header,
        flags: flagNames(flags),
        dataBytes: this.bytes - DATA_OFFSET,
        data: data.slice(),
      };
    }
    try {
      const message = this.#decode();
      return { ...plainMessage(message), ...(message.body === undefined ? {} : { body: message.body }) };
    } catch (error) {
      return { undecodable: error instanceof Error ? error.message : String(error) };
    }
  }

  #decode(): Request | Reply {
    return this.direction === 'out' ? decodeRequest(this.payload) : decodeReply(this.payload);
  }

  get #looked(): Pick<TraceHead, 'id' | 'name' | 'error'> {
    this.#head ??= this.#look();
    return this.#head;
  }

  #look(): Pick<TraceHead, 'id' | 'name' | 'error'> {
    if (this.kind === 'lost') return { id: 0, name: 'lost', error: true };
    if (this.kind === 'data') {
      const block = decodeDataBlock(this.payload);
      return { id: block?.streamId ?? 0, name: 'data', error: isTroubled(block?.flags ?? 0) };
    }
    try {
      const message = this.#decode();
      return { id: message.id, name: message.body ?? 'done', error: isTrouble(message) };
    } catch {
      return { id: 0, name: 'undecodable', error: true };
    }
  }
}

function isTrouble(message: Request | Reply): boolean {
  if (message.body === 'fault') return true;
  const { STATUS_OK, STATUS_UNSPECIFIED, STATUS_CANCELLED } = spindrift.v1.Status;
  // A call that was cancelled ended as it was asked to; an event and a partial answer have no status.
  return (
    'status' in message &&
    message.status !== STATUS_OK &&
    message.status !== STATUS_UNSPECIFIED &&
    message.status !== STATUS_CANCELLED
  );
}

function isTroubled(flags: number): boolean {
  return (flags & (BlockFlag.GAP | BlockFlag.UNHEALTHY)) !== 0;
}

function flagNames(flags: number): string[] {
  return Object.entries(BlockFlag).flatMap(([name, bit]) => ((flags & bit) === 0 ? [] : [name]));
}
