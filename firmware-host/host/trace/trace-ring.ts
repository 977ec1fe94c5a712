import { checkNumber, systemClock, type Clock } from '../../../base/index.js';
import { BLOCK_HEADER_BYTES, FRAME_HEADER_BYTES, FrameType } from '../../../proto/index.js';
import type { LinkObserver } from './link-observer.js';
import { TraceRecord, type TraceDirection, type TraceKind } from './trace-record.js';

/** How much a ring keeps. */
export interface TraceRingOptions {
  /** Clock that frames are stamped with. */
  readonly clock?: Clock;
  /** Most frames kept; default 20,000. */
  readonly records?: number;
  /** Most bytes of payload kept, over all frames; default 16 MiB. */
  readonly bytes?: number;
  /** Data bytes kept of a block of a stream; default 64. Control messages are kept whole. */
  readonly dataBytes?: number;
}

/** Which frames of a ring. What is absent does not restrict. */
export interface TraceFilter {
  readonly direction?: TraceDirection | undefined;
  readonly kind?: TraceKind | undefined;
  /** Names of messages; case does not matter, and a part of a name will do. */
  readonly message?: string | undefined;
  /** Names that are left out, likewise: `heartbeat`. */
  readonly without?: string | undefined;
  /** Id of a call or stream. */
  readonly id?: number | undefined;
  /** Text that the name or the decoded content holds; case does not matter. */
  readonly text?: string | undefined;
  /** Only trouble: refusals, faults, lost data, unhealthy sources, a lost link. */
  readonly errors?: boolean | undefined;
}

/**
 * The last frames of a link, bounded in number and bytes. Give it to `openBoard(uri, { trace })`. Frames are copied as they pass and decoded when somebody
 * looks; `dataBytes: 65_520` keeps blocks whole, for who wants the raw bytes of streams.
 * @example
 * const trace = new TraceRing();
 * const board = await openBoard('sim:typical', { trace });
 * for (const record of trace.find({ errors: true })) console.log(record.name, record.body());
 */
export class TraceRing implements LinkObserver {
  /** Calendar time at `timeS` = 0. */
  readonly began: Date;
  readonly #clock: Clock;
  readonly #startS: number;
  readonly #maxRecords: number;
  readonly #maxBytes: number;
  readonly #keptOfBlock: number;
  /** Oldest at #first, then round. */
  readonly #slots: (TraceRecord | undefined)[];
  #first = 0;
  #count = 0;
  #bytes = 0;
  #seen = 0;

  /** @throws RangeError for a bound that is no positive whole number */
  constructor(options: TraceRingOptions = {}) {
    const { clock = systemClock, records = 20_000, bytes = 1 << 24, dataBytes = 64 } = options;
    checkNumber('records', records, { integer: true, min: 1, max: 1_000_000 });
    checkNumber('bytes', bytes, { integer: true, min: 1 });
    checkNumber('dataBytes', dataBytes, { integer: true, min: 0 });
    this.#clock = clock;
    this.#startS = clock.now();
    this.began = clock.date();
    this.#maxRecords = records;
    this.#maxBytes = bytes;
    this.#keptOfBlock = dataBytes + BLOCK_HEADER_BYTES;
    this.#slots = new Array<TraceRecord | undefined>(records);
  }

  /** Frames seen since the ring was made; the newest has this number. */
  get seen(): number {
    return this.#seen;
  }
  /** Frames that are kept. */
  get size(): number {
    return this.#count;
  }
  /** Bytes of payload that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  sent(frame: Uint8Array): void {
    const type = frame[2] as FrameType;
    if (type !== FrameType.PAD) this.#add('out', type, frame.subarray(FRAME_HEADER_BYTES));
  }

  received(type: FrameType, payload: Uint8Array): void {
    this.#add('in', type, payload);
  }

  lost(error: Error): void {
    this.#keep('in', 'lost', 0, new Uint8Array(), error);
  }

  /** Forgets every frame; numbers go on. */
  clear(): void {
    this.#slots.fill(undefined);
    this.#first = this.#count = this.#bytes = 0;
  }

  /**
   * Frames that match, oldest first.
   * @param after only those with a higher number; 0 = all. @param most the newest that many; default all
   */
  find(filter: TraceFilter = {}, after = 0, most = Infinity): TraceRecord[] {
    const found: TraceRecord[] = [];
    const matches = matcher(filter);
    for (let k = this.#count - 1; k >= 0 && found.length < most; k--) {
      const record = this.#at(k);
      if (record.number <= after) break;
      if (matches(record)) found.push(record);
    }
    return found.reverse();
  }

  /** The frame of a number, while it is kept. */
  get(number: number): TraceRecord | undefined {
    const newest = this.#seen - number;
    return newest < 0 || newest >= this.#count ? undefined : this.#at(this.#count - 1 - newest);
  }

  #at(k: number): TraceRecord {
    return this.#slots[(this.#first + k) % this.#maxRecords]!;
  }

  #add(direction: TraceDirection, type: FrameType, payload: Uint8Array): void {
    const data = type === FrameType.DATA;
    const kept = data && payload.length > this.#keptOfBlock ? payload.subarray(0, this.#keptOfBlock) : payload;
    // A Buffer's slice is a view; this is always a copy, and of its own memory.
    this.#keep(direction, data ? 'data' : 'control', payload.length + FRAME_HEADER_BYTES, new Uint8Array(kept));
  }

  #keep(direction: TraceDirection, kind: TraceKind, bytes: number, payload: Uint8Array, failure?: Error): void {
    const timeS = this.#clock.now() - this.#startS;
    const record = new TraceRecord({ number: ++this.#seen, timeS, direction, kind, bytes }, payload, failure);
    if (this.#count === this.#maxRecords) this.#drop();
    this.#slots[(this.#first + this.#count++) % this.#maxRecords] = record;
    this.#bytes += payload.length;
    while (this.#bytes > this.#maxBytes && this.#count > 1) this.#drop();
  }

  #drop(): void {
    this.#bytes -= this.#at(0).payload.length;
    this.#slots[this.#first] = undefined;
    this.#first = (this.#first + 1) % this.#maxRecords;
    this.#count--;
  }
}

function matcher({
  direction,
  kind,
  message,
  without,
  id,
  text,
  errors,
}: TraceFilter): (record: TraceRecord) => boolean {
  const name = message?.toLowerCase();
  const unwanted = without?.toLowerCase();
  const wanted = text?.toLowerCase();
  return (record) =>
    (direction === undefined || record.direction === direction) &&
    (kind === undefined || record.kind === kind) &&
    (errors !== true || record.error) &&
    (id === undefined || record.id === id) &&
    (name === undefined || record.name.toLowerCase().includes(name)) &&
    (unwanted === undefined || !record.name.toLowerCase().includes(unwanted)) &&
    (wanted === undefined || traceText(record).toLowerCase().includes(wanted));
}

/** A frame in one line of text: its name and its decoded content as JSON, bytes in hexadecimal. */
export function traceText(record: TraceRecord): string {
  return `${record.name} ${JSON.stringify(record.body(), (_key, value: unknown) => (value instanceof Uint8Array ? hex(value) : value))}`;
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
