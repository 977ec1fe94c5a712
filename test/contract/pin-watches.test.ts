/** Watched pins and the bus of the auxiliary header: the same on every board. */
import { expect, it } from 'vitest';
import { BoardBusyError, HardwareError, LimitError } from '../../base/index.js';
import { OWN_CHIPS, RegisterMemory } from '../../board-sim/index.js';
import { spindrift } from '../../proto/index.js';
import { errorOf, onEveryBoard } from './bench.js';
import { collected, pinned, reopened } from './pinned.js';

const { STATUS_OK } = spindrift.v1.Status;
const MEMORY = 0x3c;

onEveryBoard('watches and bus of the header', (set) => {
  it('tells of each change of a line that lasts, from its beginning', async () => {
    const { bench, board, header } = (await pinned(await set(), 'pin-watch')) ?? {};
    if (bench === undefined || board === undefined || header === undefined) return;
    const stop = new AbortController();
    const plain = collected(board.pins.watch('AUX3', { signal: stop.signal }));
    const calm = collected(board.pins.watch(3, { debounceS: 0.05, signal: stop.signal }));
    await bench.board.pass(0.02);
    header.setLevel(3, 0);
    await bench.board.pass(0.02);
    header.setLevel(3, 1);
    await bench.board.pass(0.2);
    header.setLevel(3, 0);
    await bench.board.pass(0.2);
    stop.abort();
    expect(await plain.end).toMatchObject({ name: 'AbortError' });
    expect(await calm.end).toMatchObject({ name: 'AbortError' });
    const told = ({ seen }: typeof plain): unknown[] => seen.map(({ pin, seq, level }) => [pin, seq, level]);
    expect(told(plain)).toEqual([
      ['AUX3', 0, 1],
      ['AUX3', 1, 0],
      ['AUX3', 2, 1],
      ['AUX3', 3, 0],
    ]);
    expect(told(calm)).toEqual([
      ['AUX3', 0, 1],
      ['AUX3', 1, 0],
    ]);
    const times = plain.seen.map(({ boardTimeS }) => boardTimeS);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('tells a voltage at intervals until it is left', async () => {
    const { bench, board, header } = (await pinned(await set(), 'pin-watch')) ?? {};
    if (bench === undefined || board === undefined || header === undefined) return;
    const watch = collected(board.pins.watchAnalog('A0', { periodS: 0.01 }), (events) => events.at(-1)!.volts > 2);
    await bench.board.pass(0.045);
    header.setVoltage(0, 2.5);
    await bench.board.pass(0.1);
    expect(await watch.end).toBeUndefined();
    expect([watch.seen[0]!.volts, watch.seen.at(-1)!.volts]).toEqual([0, 2.5]);
    const numbers = watch.seen.map(({ seq }) => seq);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('ends a watch by StreamClose with its newest value', async () => {
    const { bench, board } = (await pinned(await set(), 'pin-watch')) ?? {};
    if (bench === undefined || board === undefined) return;
    const raw = await (await reopened(bench, board)).raw();
    const id = raw.request({ body: 'watchAdc', watchAdc: { pin: 8, periodMs: 10 } });
    await raw.find((reply) => reply.id === id && !reply.end);
    raw.notify({ body: 'streamClose', streamClose: { streamId: id } });
    const last = await raw.final(id);
    expect([last.status, last.body]).toEqual([STATUS_OK, 'watchAdcReply']);
  });

  it('has no more watches than streams', async () => {
    const { bench, board } = (await pinned(await set(), 'pin-watch')) ?? {};
    if (bench === undefined || board === undefined) return;
    const stop = new AbortController();
    const watches = Array.from({ length: board.limits.maxStreams + 1 }, (_, k) =>
      collected(board.pins.watch(k, { signal: stop.signal })),
    );
    expect(await watches.at(-1)!.end).toBeInstanceOf(BoardBusyError);
    stop.abort();
    for (const { end } of watches.slice(0, -1)) expect(await end).toMatchObject({ name: 'AbortError' });
  });

  it('carries bytes to a device on the bus and back', async () => {
    const { bench, board, header } = (await pinned(await set(), 'i2c')) ?? {};
    if (bench === undefined || board === undefined || header === undefined) return;
    const { i2c } = board.pins;
    const memory = new RegisterMemory(64);
    header.attach(MEMORY, memory);
    await i2c.write(MEMORY, [4, 10, 20, 30]);
    expect([...memory.bytes.slice(4, 7)]).toEqual([10, 20, 30]);
    expect([...(await i2c.read(MEMORY, { prefix: [5], count: 2 }))]).toEqual([20, 30]);
    expect([...(await i2c.read(MEMORY, { count: 1 }))]).toEqual([0]);
    await i2c.config({ clockHz: 100_000 });
    expect((await i2c.read(MEMORY, { prefix: [0], count: 64 })).length).toBe(64);
    await i2c.config({ clockHz: 400_000 });
    const watch = collected(
      i2c.watch(MEMORY, { prefix: [0], count: 1, periodS: 0.01 }),
      (e) => e.at(-1)!.bytes[0] === 77,
    );
    await bench.board.pass(0.03);
    memory.bytes[0] = 77;
    await bench.board.pass(0.05);
    expect(await watch.end).toBeUndefined();
    expect([watch.seen[0]!.bytes[0], watch.seen.at(-1)!.bytes[0]]).toEqual([0, 77]);
  });

  it("does not reach the board's own chips, and says when nobody answers", async () => {
    const { board, header } = (await pinned(await set(), 'i2c')) ?? {};
    if (board === undefined || header === undefined) return;
    const { i2c } = board.pins;
    for (const [address, chip] of OWN_CHIPS) {
      expect(await errorOf(i2c.write(address, [0]))).toBeInstanceOf(LimitError);
      await expect(i2c.read(address, { count: 1 })).rejects.toThrow(
        `address = ${address}: there is the board's own ${chip}`,
      );
      expect(() => header.attach(address, new RegisterMemory())).toThrow(RangeError);
    }
    const nobody = await errorOf(i2c.read(0x60, { count: 1 }));
    expect(nobody).toBeInstanceOf(HardwareError);
    expect(String(nobody)).toContain('nobody answers at the address');
    expect(await errorOf(i2c.write(0x60, [1]))).toBeInstanceOf(HardwareError);
    const watch = collected(i2c.watch(0x60, { count: 1, periodS: 0.01 }));
    expect(await watch.end).toBeInstanceOf(HardwareError);
  });
});
