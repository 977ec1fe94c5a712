import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BoardLostError, systemClock } from '../../base/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import { cellSeries } from '../entropy/statistics/cell-series.js';
import { readRun } from '../runs/index.js';
import { FakeBoard } from '../experiments/testing/fake-board.js';
import { cellCounts } from './cell-counts.js';
import { csvOf, packedBitsOf } from './export.js';
import { LiveCapture } from './live-capture.js';
import type { LiveCaptureOptions } from './live-types.js';
import { StoredCapture } from './open-capture.js';

let root: string;
let board: Board;
let folders = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-live-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  board = await openBoard('sim:ideal?seed=7');
});
afterEach(() => board.close());

function start(options: Partial<LiveCaptureOptions> = {}): Promise<LiveCapture> {
  folders += 1;
  return LiveCapture.start({
    board,
    dir: join(root, `run-${folders}`),
    telemetryPeriodMs: 20,
    writeS: 0.01,
    ...options,
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await systemClock.sleep(0.005);
}

describe('LiveCapture', () => {
  it('records telemetry and bits of a board, knows the cell of each, and leaves the array safe', async () => {
    const live = await start({ bits: { rateHz: 2e6, rows: '0-3' } });
    const { capture } = live;
    await until(() => capture.data('bits').length > 3 * 4 * 64 * 64 && capture.data('3v3-power').length > 3);
    const map = await live.readMap(1);
    expect([map.rows, map.columns, map.ohm.length]).toEqual([64, 64, 4096]);
    const before = capture.data('bits').length;
    await until(() => capture.data('bits').length > before + 2 * 4 * 64 * 64);
    const outcome = await live.stop();
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    expect((await board.getState()).state).toBe('safe');

    // The stream after the map began with row 0 anew: the cells of the newest bits are those of its own rotation.
    const counts = live.cells(2 ** 22);
    const bytes = new Uint8Array(await readFile(join(capture.dir, 'channels/bits.bits')));
    const from = counts.from / 8;
    const layout = { rows: [0, 1, 2, 3], columns: 64 };
    const series = cellSeries(bytes.subarray(from), counts.to - counts.from, layout);
    const whole = series[0]!.length;
    const turn = 4 * 64 * 64;
    const inTurns = Math.floor((counts.to - counts.from) / turn) * turn;
    expect(whole).toBe((64 * inTurns) / turn);
    const stored = await StoredCapture.open(capture.dir);
    const opened = (await eventsOf(capture.dir)).filter(({ type }) => type === 'bits').at(-1) as unknown as {
      sample: number;
      position: number;
    };
    expect(opened.sample).toBe(counts.from);
    const again = cellCounts(stored, 'bits', opened.sample, opened.sample + inTurns, opened.position);
    expect([...again.ones]).toEqual(series.map((bits) => bits.ones()));
    expect([...again.shots]).toEqual(series.map(() => whole));
    expect([...again.toggles]).toEqual(series.map((bits) => bits.disagreements(1)));
    stored.close();
    capture.release();
  });

  it('marks what a trigger finds, once or again and again', async () => {
    const live = await start({ bits: { rateHz: 0 } });
    const energyJ = live.latest.rails.find(({ name }) => name === '3V3')!.energyJ;
    live.setTriggers([
      { kind: 'level', name: 'spent', channel: '3v3-energy', level: energyJ + 1e-3, preS: 0.1, postS: 0.2 },
      { kind: 'p-value', name: 'unfair', windowBits: 1024, alpha: 0.5, mode: 'continuous', postS: 0 },
    ]);
    await until(() => live.triggers.every(({ fired }) => fired > 0));
    expect(live.triggers.map(({ armed }) => armed)).toEqual([false, true]);
    live.setTriggers([]);
    await live.stop();
    const events = (await eventsOf(live.capture.dir)).filter(({ type }) => type === 'trigger');
    expect(events.filter(({ trigger }) => trigger === 'spent')).toHaveLength(1);
    const unfair = events.filter(({ trigger }) => trigger === 'unfair');
    expect(unfair.length).toBeGreaterThan(0);
    for (const { value } of unfair) expect(value).toBeLessThan(0.5);
    live.capture.release();
  });

  it('exports a stretch as CSV with units and as bits', async () => {
    const live = await start({ bits: { rateHz: 0 } });
    await until(() => live.capture.data('bits').length > 100_000 && live.capture.data('field').length > 5);
    await live.stop();
    const rows = [...csvOf(live.capture, { channels: ['3v3-power', 'field'], axis: 'host', fromS: 0, toS: 1e9 })]
      .join('')
      .split('\n');
    expect(rows[0]).toBe('Position,Time (s),Board time (s),3V3 power (W),Field (A/m)');
    expect(rows).toHaveLength(live.capture.data('field').length + 2);
    expect(() => [...csvOf(live.capture, { channels: ['field', 'bits'], axis: 'host', fromS: 0, toS: 1 })]).toThrow(
      RangeError,
    );
    const file = await readFile(join(live.capture.dir, 'channels/bits.bits'));
    const whole = Buffer.concat([...packedBitsOf(live.capture, 'bits', 80, 100_000)]);
    expect(whole.equals(file.subarray(10, 12_500))).toBe(true);
    const odd = Buffer.concat([...packedBitsOf(live.capture, 'bits', 3, 100_000)]);
    const bit = (bytes: Uint8Array, k: number): number => (bytes[k >> 3]! >> (k & 7)) & 1;
    expect(odd.length).toBe(Math.ceil(99_997 / 8));
    for (let k = 0; k < 99_997; k += 1) if (bit(odd, k) !== bit(file, k + 3)) throw new Error(`bit ${k} differs`);
    live.capture.release();
  });

  it('ends with what it has when the board is lost', async () => {
    const fake = new FakeBoard(systemClock);
    const live = await start({ board: fake.board, groups: ['temperature', 'rates'] });
    await until(() => live.capture.data('die-temperature').length > 2);
    fake.lose(new BoardLostError('the cable is out'));
    const outcome = await live.done;
    expect(outcome).toMatchObject({ status: 'failed', error: { message: 'the cable is out' } });
    const run = await readRun(live.capture.dir);
    expect(run.state).toBe('failed');
    expect(live.capture.data('die-temperature').length).toBeGreaterThan(2);
    expect(fake.listeners).toBe(0);
    live.capture.release();
  });

  it('refuses options before anything is made', async () => {
    await expect(start({ triggers: [{ kind: 'level', name: '', channel: 'x', level: 1 }] })).rejects.toThrow(TypeError);
    await expect(start({ bits: { rows: '99' } })).rejects.toThrow(RangeError);
    await expect(start({ telemetryPeriodMs: 1 })).rejects.toThrow(RangeError);
  });
});

async function eventsOf(dir: string): Promise<Record<string, unknown>[]> {
  const run = await readRun(dir);
  const events: Record<string, unknown>[] = [];
  for await (const { event } of run.events()) events.push(event);
  return events;
}
