import { describe, expect, it } from 'vitest';
import {
  BoardBusyError,
  BoardLostError,
  BoardTimeoutError,
  DataLossError,
  HardwareError,
  HealthError,
  InterlockError,
  LimitError,
  ProtocolError,
  StaleConfigError,
  StateError,
  UnsupportedError,
} from '../../../base/index.js';
import { encodeReply, encodeFrame, FrameType, spindrift, toU64 } from '../../../proto/index.js';
import { settle } from '../testing/fake-device.js';
import { rig } from '../testing/rig.js';
import type { Link } from './link.js';

const { BoardKind, Status } = spindrift.v1;
/** A status that a newer board might send. */
const unknownStatus: { status: spindrift.v1.Status } = JSON.parse('{"status":99}') as { status: spindrift.v1.Status };

const getState = (link: Link, signal?: AbortSignal): Promise<unknown> =>
  link.call('getState', {}, 'getStateReply', { signal });

describe('calls', () => {
  const errors: [keyof typeof Status, new (...args: never[]) => Error, string][] = [
    ['STATUS_UNSPECIFIED', ProtocolError, 'PROTOCOL'],
    ['STATUS_DEADLINE_EXCEEDED', BoardTimeoutError, 'BOARD_TIMEOUT'],
    ['STATUS_INVALID_ARGUMENT', ProtocolError, 'PROTOCOL'],
    ['STATUS_OUT_OF_RANGE', LimitError, 'LIMIT'],
    ['STATUS_NOT_IMPLEMENTED', UnsupportedError, 'NOT_IMPLEMENTED'],
    ['STATUS_BUSY', BoardBusyError, 'BOARD_BUSY'],
    ['STATUS_FAILED_PRECONDITION', StateError, 'STATE'],
    ['STATUS_RESOURCE_EXHAUSTED', BoardBusyError, 'BOARD_BUSY'],
    ['STATUS_DATA_LOSS', DataLossError, 'DATA_LOSS'],
    ['STATUS_HARDWARE_FAULT', HardwareError, 'HARDWARE'],
    ['STATUS_INTERLOCK', InterlockError, 'INTERLOCK'],
    ['STATUS_DECODE', ProtocolError, 'PROTOCOL'],
    ['STATUS_STALE_CONFIG', StaleConfigError, 'STALE_CONFIG'],
    ['STATUS_UNHEALTHY', HealthError, 'HEALTH'],
  ];
  it('translate every status of the schema', () => {
    const tested = [...errors.map(([name]) => name), 'STATUS_OK', 'STATUS_CANCELLED'].sort();
    expect(
      Object.keys(Status)
        .filter((key) => Number.isNaN(Number(key)))
        .sort(),
    ).toEqual(tested);
  });
  it.each(errors)('%s', async (name, type, code) => {
    const { device, link } = await rig();
    device.on('getState', ({ id }) =>
      device.reply({ id, end: true, status: Status[name], detail: 'because', retryAfterMs: 40 }),
    );
    const error = await getState(link).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code, details: { verb: 'getState', detail: 'because', retryAfterMs: 40 } });
    expect(String(error)).toMatch(/because/);
  });
  it('CANCELLED is an AbortError, a status of the future a ProtocolError', async () => {
    const { device, link } = await rig();
    device.on('getState', ({ id }) => device.reply({ id, end: true, status: Status.STATUS_CANCELLED }));
    await expect(getState(link)).rejects.toMatchObject({ name: 'AbortError' });
    device.on('getState', ({ id }) => device.reply({ id, end: true, ...unknownStatus }));
    await expect(getState(link)).rejects.toThrow(/status 99/);
    device.on('getState', ({ id }) => device.ok(id));
    await expect(getState(link)).rejects.toThrow(ProtocolError);
  });
  it('time out a quarter of a second after their deadline, send Cancel, and count the late frame', async () => {
    const { device, link, clock } = await rig();
    let id = 0;
    device.on('getState', (request) => (id = request.id));
    const caught = getState(link).catch((error: unknown) => error);
    await settle();
    clock.advance(0.499);
    await settle();
    expect(device.asked('cancel').length).toBe(0);
    clock.advance(0.002);
    expect(await caught).toBeInstanceOf(BoardTimeoutError);
    await settle();
    expect(device.asked('cancel')[0]).toMatchObject({ id: 0, cancel: { targetId: id } });
    device.ok(id, { body: 'getStateReply', getStateReply: {} });
    await settle();
    expect(link.counters.lateReplies).toBe(1);
  });
  it('wait longer for a board whose time is not ours', async () => {
    const { device, link, clock } = await rig({ kind: BoardKind.BOARD_KIND_SIMULATED });
    device.on('getState', () => undefined);
    let failed = false;
    getState(link).catch(() => (failed = true));
    await settle();
    clock.advance(10);
    await settle();
    expect(failed).toBe(false);
    clock.advance(6);
    await settle();
    expect(failed).toBe(true);
  });
  it('abort: Cancel is sent and the call rejects at once', async () => {
    const { device, link } = await rig();
    device.on('getState', () => undefined);
    const controller = new AbortController();
    const caught = getState(link, controller.signal).catch((error: unknown) => error);
    await settle();
    controller.abort();
    expect(await caught).toMatchObject({ name: 'AbortError' });
    await settle();
    expect(device.asked('cancel').length).toBe(1);
    const before = device.requests.length;
    await expect(getState(link, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(device.requests.length).toBe(before);
  });
  it('run side by side and may be answered in any order', async () => {
    const { device, link } = await rig();
    const ids: number[] = [];
    device.on('getState', ({ id }) => {
      ids.push(id);
      if (ids.length === 3)
        for (const [k, i] of ids.reverse().entries())
          device.ok(i, { body: 'getStateReply', getStateReply: { bootId: k } });
    });
    const call = async (): Promise<number> => (await link.call('getState', {}, 'getStateReply')).bootId;
    expect(await Promise.all([call(), call(), call()])).toEqual([2, 1, 0]);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(0);
  });
  it('see partial answers', async () => {
    const { device, link } = await rig();
    device.on('calibrate', ({ id }) => {
      device.partial(id, { body: 'calibrateReply', calibrateReply: { done: 1, total: 2 } });
      device.ok(id, { body: 'calibrateReply', calibrateReply: { done: 2, total: 2 } });
    });
    const seen: number[] = [];
    await link.call('calibrate', {}, 'calibrateReply', { onPartial: (m) => seen.push(m.done) });
    expect(seen).toEqual([1]);
  });
});

describe('the life of a link', () => {
  it('sends a heartbeat after 250 ms without a frame, and only then', async () => {
    const { device, clock } = await rig();
    clock.advance(0.2);
    await settle();
    expect(device.asked('heartbeat').length).toBe(0);
    for (let k = 0; k < 4; k++) {
      clock.advance(0.25);
      // The board lives.
      device.reply({ body: 'heartbeat', heartbeat: { bootId: 77 } });
      await settle();
    }
    expect(device.asked('heartbeat').length).toBe(4);
    expect(device.asked('heartbeat')[0]).toMatchObject({ id: 0 });
  });
  it('declares the board lost after 1.5 s of silence; open calls fail with it', async () => {
    const { device, link, clock, lost } = await rig();
    device.on('selfTest', () => undefined);
    const caught = link.call('selfTest', {}, 'selfTestReply').catch((error: unknown) => error);
    await settle();
    clock.advance(1.49);
    expect(lost.length).toBe(0);
    clock.advance(0.2);
    expect(lost.length).toBe(1);
    expect(await caught).toBeInstanceOf(BoardLostError);
    await settle();
    expect(device.closed).toBe(true);
    await expect(getState(link)).rejects.toThrow(/silent/);
  });
  it('looks twice before it does, so that a host that was busy first reads what waits', async () => {
    const { device, clock, lost } = await rig();
    clock.advance(1.5);
    device.reply({ body: 'heartbeat', heartbeat: { bootId: 77 } });
    await settle();
    clock.advance(0.1);
    expect(lost.length).toBe(0);
  });
  it('any frame is a sign of life', async () => {
    const { device, clock, lost } = await rig();
    for (let k = 0; k < 20; k++) {
      clock.advance(1);
      device.raw(encodeFrame(FrameType.DATA, new Uint8Array(16)));
      await settle(2);
    }
    expect(lost).toEqual([]);
  });
  it('a new boot id means lost', async () => {
    for (const event of [
      { body: 'heartbeat', heartbeat: { bootId: 78 } } as const,
      { bootId: 78, body: 'log', log: { text: 'hi' } } as const,
    ]) {
      const { device, link, lost } = await rig();
      device.on('getState', () => undefined);
      const caught = getState(link).catch((error: unknown) => error);
      await settle();
      device.reply(event);
      await settle();
      expect(lost[0]).toMatchObject({ code: 'BOARD_LOST', details: { bootIdBefore: 77, bootIdNow: 78 } });
      expect(await caught).toBe(lost[0]);
    }
  });
  it('heartbeats carry the board time; faults and logs are events', async () => {
    const { device, link, events } = await rig();
    device.reply({ bootId: 77, body: 'heartbeat', heartbeat: { bootId: 77, uptimeUs: toU64(5_000_000_000) } });
    device.reply({ bootId: 77, body: 'fault', fault: { source: 'TMP117' } });
    await settle();
    expect(link.boardTime.unwrap(5_000_000_100 % 2 ** 32)).toBe(5_000_000_100);
    expect(events.map((event) => event.body)).toEqual(['heartbeat', 'fault']);
  });
  it('a message that cannot be decoded and a stream of rubbish end the link with a ProtocolError', async () => {
    const first = await rig();
    first.device.raw(encodeFrame(FrameType.CONTROL_TO_HOST, Uint8Array.of(0xff, 0xff, 0xff)));
    await settle();
    expect(first.lost[0]).toBeInstanceOf(ProtocolError);
    const second = await rig();
    const bad = encodeFrame(FrameType.CONTROL_TO_HOST, encodeReply({ id: 1 }));
    bad[12]! ^= 1;
    for (let k = 0; k < 64; k++) second.device.raw(bad.slice());
    await settle();
    expect(second.lost[0]?.message).toMatch(/64 frames in a row/);
  });
  it('closing fails what is open, once, without onLost', async () => {
    const { device, link, lost } = await rig();
    device.on('getState', () => undefined);
    const caught = getState(link).catch((error: unknown) => error);
    await link.close();
    await link.close();
    expect(await caught).toBeInstanceOf(BoardLostError);
    expect(lost).toEqual([]);
    expect(device.closed).toBe(true);
  });
});
