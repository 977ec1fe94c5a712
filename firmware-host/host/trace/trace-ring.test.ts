import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import {
  BlockFlag,
  encodeDataBlock,
  encodeFrame,
  encodeReply,
  encodeRequest,
  FrameType,
  spindrift,
  toU64,
  type ReplyFields,
} from '../../../proto/index.js';
import { openBoard } from '../open-board.js';
import { ENUM_FIELDS } from './plain-message.js';
import { TraceRing, traceText } from './trace-ring.js';

const { Status, BoardState } = spindrift.v1;
const header = { streamId: 7, seq: 0, timeUs: 5, flags: 0, format: 1, tail: 0 };

function reply(ring: TraceRing, fields: ReplyFields): void {
  ring.received(FrameType.CONTROL_TO_HOST, encodeReply(fields));
}

describe('a ring of frames', () => {
  it('tells direction, time, name, id and length of a call and its answer', () => {
    const clock = new VirtualClock();
    clock.advance(100);
    const ring = new TraceRing({ clock });
    const request = encodeFrame(
      FrameType.CONTROL_TO_DEVICE,
      encodeRequest({ id: 3, body: 'streamCredit', streamCredit: { blocks: 8 } }),
    );
    clock.advance(0.5);
    ring.sent(request);
    clock.advance(0.25);
    reply(ring, { id: 3, end: true, status: Status.STATUS_OK });
    expect(ring.find().map((record) => record.head())).toEqual([
      {
        number: 1,
        timeS: 0.5,
        direction: 'out',
        kind: 'control',
        bytes: request.length,
        id: 3,
        name: 'streamCredit',
        error: false,
      },
      expect.objectContaining({ number: 2, timeS: 0.75, direction: 'in', id: 3, name: 'done', error: false }),
    ]);
    expect(ring.get(1)?.body()).toEqual({ id: 3, body: 'streamCredit', streamCredit: { blocks: 8 } });
  });

  it('keeps its own copy: what the link reuses does not change a record', () => {
    const ring = new TraceRing();
    const payload = encodeRequest({ id: 9, body: 'arm', arm: {} }).slice();
    const frame = encodeFrame(FrameType.CONTROL_TO_DEVICE, payload);
    ring.sent(frame);
    frame.fill(0);
    expect(ring.get(1)?.name).toBe('arm');
    expect(ring.get(1)?.payload).toEqual(new Uint8Array(payload));
  });

  it('shows enumerations by name, long numbers as numbers and bytes as bytes', () => {
    const ring = new TraceRing();
    reply(ring, {
      body: 'heartbeat',
      heartbeat: { state: BoardState.BOARD_STATE_ARMED, uptimeUs: toU64(2n ** 40n), bootId: 5 },
    });
    expect(ring.get(1)?.body()).toEqual({
      body: 'heartbeat',
      heartbeat: { state: 'BOARD_STATE_ARMED', uptimeUs: 2 ** 40, bootId: 5 },
    });
    reply(ring, { body: 'heartbeat', heartbeat: { uptimeUs: toU64(2n ** 63n) } });
    expect(ring.get(2)?.body()).toMatchObject({ heartbeat: { uptimeUs: '9223372036854775808' } });
  });

  it('keeps the head of a block, or all of it', () => {
    const data = Uint8Array.from({ length: 1000 }, (_, k) => k);
    const short = new TraceRing({ dataBytes: 4 });
    const whole = new TraceRing({ dataBytes: 65_520 });
    const payload = encodeDataBlock({ ...header, flags: BlockFlag.GAP | BlockFlag.NOT_ENTROPY }, data);
    for (const ring of [short, whole]) ring.received(FrameType.DATA, payload);
    expect(short.get(1)?.body()).toEqual({
      ...header,
      flags: ['GAP', 'NOT_ENTROPY'],
      dataBytes: 1000,
      data: data.slice(0, 4),
    });
    expect(whole.get(1)?.body()).toMatchObject({ data });
    expect(short.get(1)?.head()).toMatchObject({ bytes: 1028, id: 7, name: 'data', error: true });
  });

  it('is bounded in frames and in bytes, and still numbers them all', () => {
    const few = new TraceRing({ records: 3 });
    const small = new TraceRing({ bytes: 100, dataBytes: 24 });
    for (let k = 0; k < 10; k++)
      for (const ring of [few, small]) ring.received(FrameType.DATA, encodeDataBlock(header, new Uint8Array(24)));
    expect(few.find().map(({ number }) => number)).toEqual([8, 9, 10]);
    expect([small.size, small.bytes, small.seen]).toEqual([2, 80, 10]);
    expect([few.get(7), few.get(11)]).toEqual([undefined, undefined]);
    expect(few.get(8)?.number).toBe(8);
    few.clear();
    expect([few.find(), few.bytes]).toEqual([[], 0]);
    reply(few, { id: 1 });
    expect(few.find().map(({ number }) => number)).toEqual([11]);
  });

  it('filters by direction, kind, name, id, text and trouble, from a number on, the newest first to stay', () => {
    const ring = new TraceRing();
    ring.sent(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ id: 1, body: 'openBits', openBits: {} })));
    reply(ring, { id: 1, end: true, status: Status.STATUS_BUSY, detail: 'the array is in use' });
    ring.received(FrameType.DATA, encodeDataBlock(header, new Uint8Array(3)));
    reply(ring, { id: 2, end: true, status: Status.STATUS_CANCELLED });
    reply(ring, { body: 'fault', fault: { source: 'TMP117' } });
    ring.received(FrameType.CONTROL_TO_HOST, Uint8Array.of(0xff));
    ring.lost(new Error('unplugged'));
    const numbers = (filter: Parameters<TraceRing['find']>[0], after?: number, most?: number): number[] =>
      ring.find(filter, after, most).map(({ number }) => number);
    expect(numbers({ direction: 'out' })).toEqual([1]);
    expect(numbers({ kind: 'data' })).toEqual([3]);
    expect(numbers({ message: 'BITS' })).toEqual([1]);
    expect(numbers({ without: 'BITS' })).toEqual(numbers({}).filter((number) => number !== 1));
    expect(numbers({ id: 1 })).toEqual([1, 2]);
    expect(numbers({ text: 'in USE' })).toEqual([2]);
    expect(numbers({ text: 'unplugged' })).toEqual([7]);
    expect(numbers({ errors: true })).toEqual([2, 5, 6, 7]);
    expect(numbers({}, 5)).toEqual([6, 7]);
    expect(numbers({}, 0, 2)).toEqual([6, 7]);
    expect(ring.get(6)?.name).toBe('undecodable');
    expect(ring.get(6)?.body()).toHaveProperty('undecodable');
    expect(traceText(ring.get(3)!)).toContain('"data":"000000"');
  });

  it.each([{ records: 0 }, { records: 1.5 }, { bytes: 0 }, { dataBytes: -1 }])('refuses %o', (options) => {
    expect(() => new TraceRing(options)).toThrow(RangeError);
  });
});

it('names enumerations that the schema has in every field of that name', () => {
  const folder = fileURLToPath(new URL('../../../proto/spindrift/v1/', import.meta.url));
  const schema = spindrift.v1 as unknown as Record<string, unknown>;
  const types = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.proto')))
    for (const [, type, name] of readFileSync(folder + file, 'utf8').matchAll(
      /^ {2,}(?:repeated |optional )?(\w+) (\w+) = \d+/gm,
    ))
      types.set(camel(name!), (types.get(camel(name!)) ?? new Set()).add(type!));
  for (const [field, names] of Object.entries(ENUM_FIELDS)) {
    // A field that holds a message is no number, so it cannot be mistaken for one.
    const [type, ...others] = [...(types.get(field) ?? [])].filter((name) => typeof schema[name] !== 'function');
    expect(others, field).toEqual([]);
    expect(names, field).toBe(schema[type!]);
  }
});

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

it('sees the whole session of a board, in order, from Hello on', async () => {
  const trace = new TraceRing();
  const board = await openBoard('sim:typical?seed=7&rows=8&cols=8', { trace, inThread: true });
  await board.arm();
  let bytes = 0;
  for await (const block of board.openBits({ totalBits: 4096, controller: true })) bytes += block.bytes.length;
  await board.makeSafe();
  await board.close();
  const names = trace.find({ kind: 'control' }).map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(['hello', 'helloReply', 'getLimits', 'getLimitsReply']);
  expect(names).toEqual(expect.arrayContaining(['arm', 'armReply', 'openBits', 'streamOpened', 'makeSafeReply']));
  const blocks = trace.find({ kind: 'data' });
  expect(blocks.reduce((sum, record) => sum + Number(record.body().dataBytes), 0)).toBe(bytes);
  expect(blocks.every((record) => traceText(record).includes('NOT_ENTROPY'))).toBe(true);
  expect(trace.find({ errors: true })).toEqual([]);
});

it('ends with the loss of a link', async () => {
  const trace = new TraceRing();
  const board = await openBoard('sim:typical?seed=7&rows=8&cols=8', { trace, inThread: true });
  await board.reboot();
  await board.close();
  expect(trace.find({ message: 'reboot' }).map(({ direction }) => direction)).toContain('out');
});
