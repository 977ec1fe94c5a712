import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { readRun } from '../runs/index.js';
import { Capture } from './capture.js';
import type { CaptureOptions } from './capture-types.js';
import type { ChannelSpec } from './channel.js';
import { StoredCapture } from './open-capture.js';
import { channelStatistics } from './statistics.js';
import { agrees, naiveStatistics, readMarks, readSamples } from './testing/naive-reader.js';
import { channelOverview, channelView } from './view.js';

fc.configureGlobal({ seed: 20250102 });

let root: string;
let folders = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-capture-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const channel = (name: string, type: ChannelSpec['type'], time: string, unit = ''): ChannelSpec => ({
  name,
  title: name,
  unit,
  type,
  provenance: 'modelled',
  time,
});
const SPECS = [
  channel('power', 'f64', 'slow', 'W'),
  channel('current', 'f32', 'slow', 'A'),
  channel('level', 'u8', 'slow'),
  channel('bits', 'bits', 'fast'),
];

function start(options: Partial<CaptureOptions> = {}): Promise<Capture> {
  folders += 1;
  return Capture.create({
    dir: join(root, `run-${folders}`),
    params: {},
    timeBases: [
      { name: 'slow', rateHz: 10 },
      { name: 'fast', rateHz: 1000 },
    ],
    channels: SPECS,
    notEntropy: true,
    clock: new VirtualClock(),
    ...options,
  });
}

const f64 = fc.oneof(
  { arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-60 ? 0 : x)), weight: 8 },
  { arbitrary: fc.integer({ min: 0, max: 99 }).map((k) => 0.125 + k * 1e-9), weight: 8 },
  { arbitrary: fc.constant(Number.NaN), weight: 1 },
);
const batch = fc.record({
  values: fc.array(fc.tuple(f64, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 1500 }),
  bits: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 1800 }),
  cut: fc.integer({ min: 0, max: 7 }),
  lost: fc.constantFrom(0, 0, 0, 5),
});

describe('Capture', () => {
  it('gives the statistics of its files, running and opened again, to 1e-12', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), async (batches, a, b) => {
        const capture = await start();
        let timeS = 0;
        let bits = 0;
        for (const { values, bits: bytes, cut, lost } of batches) {
          timeS += 1;
          const power = values.map(([value]) => value);
          const samples = { power, current: power, level: values.map(([, level]) => level) };
          capture.append('slow', { hostS: timeS, boardS: timeS, lost }, samples);
          capture.appendBits(
            'bits',
            { hostS: timeS, boardS: timeS, lost },
            Uint8Array.from(bytes),
            bytes.length * 8 - cut,
          );
          bits += bytes.length * 8 - cut;
        }
        await capture.flush();
        const check = (reading: Capture | StoredCapture): void => {
          for (const spec of SPECS) {
            const data = reading.data(spec.name);
            const all = readSamples(reading.dir, spec).slice(0, data.length);
            const [from, to] = [a % (data.length + 1), b % (data.length + 1)].sort((x, y) => x - y) as [number, number];
            const got = channelStatistics(data, reading.times(spec.name), from, to, { quantiles: [0.5, 0.95] });
            const want = naiveStatistics(all.slice(from, to));
            const scale = Math.max(Math.abs(want.min), Math.abs(want.max)) || 0;
            expect([got.count, got.min, got.max]).toEqual([want.count, want.min, want.max]);
            expect(agrees(got.sum, want.sum, scale)).toBe(true);
            expect(agrees(got.mean, want.mean, scale)).toBe(true);
            expect(agrees(got.rms, want.rms)).toBe(true);
            if (want.count > 1) expect(agrees(got.standardDeviation, want.standardDeviation)).toBe(true);
            expect(got.quantiles.map(({ value }) => value)).toEqual([want.median, want.p95]);
            const inside = readMarks(reading.dir, spec.time).filter(([sample]) => sample! > from && sample! < to);
            const lostInside = inside.filter(([sample]) => batchesLost(batches, spec, sample!)).length;
            expect([got.lost, got.gaps]).toEqual([5 * lostInside, lostInside]);
          }
        };
        check(capture);
        expect(capture.data('bits').length).toBe(bits - (bits % 8));
        await capture.finish({ status: 'finished' });
        expect(capture.data('bits').length).toBe(bits);
        check(capture);
        const stored = await StoredCapture.open(capture.dir);
        expect(SPECS.map(({ name }) => stored.data(name).length)).toEqual(
          SPECS.map(({ name }) => capture.data(name).length),
        );
        check(stored);
        stored.close();
      }),
      { numRuns: 25 },
    );
  });

  /** Whether the batch that begins at a sample came after a loss. */
  function batchesLost(
    batches: readonly { values: unknown[]; bits: number[]; cut: number; lost: number }[],
    spec: ChannelSpec,
    sample: number,
  ): boolean {
    let at = 0;
    for (const { values, bits, cut, lost } of batches) {
      if (at === sample) return lost > 0;
      at += spec.time === 'slow' ? values.length : bits.length * 8 - cut;
    }
    return false;
  }

  it('integrates over the board’s time by trapezoids, and not across gaps', async () => {
    const capture = await start();
    const put = (boardS: number, power: number, lost = 0): void =>
      capture.append('slow', { boardS, hostS: boardS * 2, lost }, { power: [power], current: [0], level: [0] });
    put(10, 1);
    put(11, 3);
    put(15, 5, 2);
    put(16, NaN);
    put(17, 7);
    put(19, 9);
    await capture.write();
    const got = channelStatistics(capture.data('power'), capture.times('power'), 0, 6, { integral: true });
    expect([got.integral, got.integralS]).toEqual([2 + 16, 1 + 2]);
    expect([got.count, got.missing, got.lost, got.gaps]).toEqual([5, 1, 2, 1]);
    expect(got.boardS).toEqual([10, 21]);
    expect(got.hostS).toEqual([20, 42]);
    await capture.finish({ status: 'finished' });
  });

  it('integrates by the computer’s clock where the board’s stands still, and says so', async () => {
    const capture = await start();
    for (const [boardS, hostS, value] of [
      [5, 0, 2],
      [5, 1, 4],
      [5, 3, 6],
    ] as const)
      capture.append('slow', { boardS, hostS }, { power: [value], current: [0], level: [0] });
    capture.append('slow', { boardS: 6, hostS: 7 }, { power: [6], current: [0], level: [0] });
    await capture.write();
    const integral = (to: number): readonly unknown[] => {
      const got = channelStatistics(capture.data('power'), capture.times('power'), 0, to, { integral: true });
      return [got.integral, got.integralS, got.integralClock];
    };
    expect(integral(3)).toEqual([3 + 10, 3, 'host']);
    expect(integral(4)).toEqual([6, 1, 'board']);
    await capture.finish({ status: 'finished' });
  });

  it('shows a stretch of time in bins, single samples where they are few, and gaps as gaps', async () => {
    const capture = await start();
    for (let k = 0; k < 1000; k += 1) {
      const lost = k === 500 ? 100 : 0;
      const timeS = (k + (k >= 500 ? 100 : 0)) / 100;
      capture.append('slow', { boardS: timeS, hostS: timeS, lost }, { power: [k], current: [k], level: [0] });
    }
    await capture.write();
    const [data, times] = [capture.data('power'), capture.times('power')];
    const few = channelView(data, times, { axis: 'host', fromS: 4.955, toS: 6.045, bins: 100 });
    expect(few.raw).toBe(true);
    expect([...few.mean]).toEqual([495, 496, 497, 498, 499, NaN, 500, 501, 502, 503, 504, 505]);
    expect(few.lost).toBe(100);
    const many = channelView(data, times, { axis: 'host', fromS: 0, toS: 11, bins: 11 });
    expect(many.raw).toBe(false);
    expect([...many.count]).toEqual([100, 100, 100, 100, 100, 0, 100, 100, 100, 100, 100]);
    expect([...many.min]).toEqual([0, 100, 200, 300, 400, NaN, 500, 600, 700, 800, 900]);
    expect([...many.max]).toEqual([99, 199, 299, 399, 499, NaN, 599, 699, 799, 899, 999]);
    const overview = channelOverview(data, times, 'host');
    expect([overview.timeS.length, overview.fromS, overview.toS]).toEqual([1000, 0, expect.closeTo(11, 9) as number]);
    await capture.finish({ status: 'finished' });
  });

  it('is a run whose files are listed with their sums', async () => {
    const capture = await start();
    capture.append('slow', { boardS: 0 }, { power: [1], current: [2], level: [3] });
    capture.post({ type: 'note', text: 'hello' });
    await capture.finish({ status: 'aborted', results: { extra: 1 } });
    const run = await readRun(capture.dir);
    expect(run.state).toBe('aborted');
    expect(run.manifest.experiment).toBe('live-capture');
    expect(run.result?.results).toMatchObject({ extra: 1, channels: { power: { samples: 1, lost: 0 } } });
    expect(run.result?.artifacts.map(({ name }) => name)).toContain('channels/power.f64');
    expect(JSON.parse(await readFile(join(capture.dir, 'channels.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  it('keeps what came before a disk that fails, and says why it stopped', async () => {
    let room = 20_000;
    const told: Error[] = [];
    const { systemDisk } = await import('./raw-file.js');
    const capture = await start({
      onFailure: (error) => told.push(error),
      disk: {
        ...systemDisk,
        write: async (fd, bytes, position) => {
          if (room === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          const part = bytes.subarray(0, Math.min(room, bytes.length));
          room -= part.length;
          return systemDisk.write(fd, part, position);
        },
      },
    });
    const values = Float64Array.from({ length: 1000 }, (_, k) => k);
    const level = values.map((k) => k % 256);
    let acknowledged = 0;
    await expect(
      (async () => {
        for (;;) {
          capture.append('slow', { boardS: acknowledged }, { power: values, current: values, level });
          await capture.flush();
          acknowledged += 1000;
        }
      })(),
    ).rejects.toThrow('the disk is full');
    expect(acknowledged).toBe(1000);
    expect(told).toHaveLength(1);
    await capture.finish({ status: 'finished' });
    const run = await readRun(capture.dir);
    expect(run.state).toBe('failed');
    expect(run.result?.error?.message).toContain('the disk is full');
    for (const spec of SPECS.slice(0, 3)) {
      const samples = readSamples(capture.dir, spec);
      expect(samples.length).toBeGreaterThanOrEqual(acknowledged);
      expect(samples.slice(0, 1000)).toEqual([...(spec.name === 'level' ? level : values)]);
    }
  });

  it('stops while there is room for its own end', async () => {
    const clock = new VirtualClock();
    const failed = new Promise<Error>((resolve) => {
      void start({ clock, onFailure: resolve, freeBytes: async () => 1e6 }).then((capture) => {
        capture.append('slow', { boardS: 0 }, { power: [1], current: [1], level: [1] });
        clock.advance(2);
      });
    });
    expect((await failed).message).toMatch(/the disk of .* has 977.KiB left/);
  });

  it('refuses what does not fit', async () => {
    await expect(start({ channels: [channel('power', 'f64', 'never')] })).rejects.toThrow(
      'there is no time base never',
    );
    await expect(start({ channels: [SPECS[0]!, SPECS[0]!] })).rejects.toThrow('occurs twice');
    const capture = await start();
    expect(() => capture.append('slow', { boardS: 0 }, { power: [1, 2], current: [1], level: [1] })).toThrow(
      RangeError,
    );
    expect(() => capture.append('slow', { boardS: 0 }, { power: [1], current: [1], level: [256] })).toThrow(RangeError);
    expect(() => capture.data('nothing')).toThrow('channel must be one of power, current, level, bits');
    await capture.finish({ status: 'finished' });
  });
});
