import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { naiveStatistics, readMarks } from '../../lab/capture/testing/naive-reader.js';
import { readRun } from '../../lab/runs/index.js';
import { readUntil, SMALL_BOARD as board, startBackend, type BackendHarness } from './testing/backend-harness.js';

let harness: BackendHarness;
beforeEach(async () => {
  harness = await startBackend();
});
afterEach(() => harness.dispose());

const groups = ['power', 'temperature', 'rates', 'bits'] as const;
const start = (keep: boolean) =>
  harness.page.call('live.start', { board, keep, groups: [...groups], telemetryPeriodMs: 20, bits: { rateHz: 1e6 } });
const enough = (samples: number) =>
  readUntil(harness.page.stream('live.watch', { board }), (status) =>
    (status?.channels ?? []).every((channel) => channel.samples > (channel.name === 'bits' ? samples * 1000 : samples)),
  );

describe('live capture of the backend', () => {
  it('records, shows bins and bits, and gives statistics of what is on disk', async () => {
    const begun = await start(true);
    expect(begun).toMatchObject({ state: 'running', kept: true, notEntropy: true });
    await enough(10);
    await expect(start(true)).rejects.toThrow(expect.objectContaining({ code: 'BOARD_BUSY' }));
    const view = await readUntil(
      harness.page.stream('live.view', { board, channels: ['3v3-power', 'bits'], window: { followS: 5 }, bins: 100 }),
      ({ channels }) => channels.every(({ timeS }) => timeS.length > 5),
    );
    expect(view.channels.map(({ channel }) => channel)).toEqual(['3v3-power', 'bits']);
    expect(view.channels[1]!.mean).toBeInstanceOf(Float64Array);
    expect(view.channels[1]!.mean.length).toBeLessThanOrEqual(110);
    const cells = await readUntil(
      harness.page.stream('live.cells', { board, bits: 8 * 8 * 64 }),
      ({ from, to }) => to - from === 4096,
    );
    expect([cells.rows.length, cells.columns, cells.ones.length]).toEqual([8, 8, 64]);
    const raster = await readUntil(harness.page.stream('live.raster', { board, rows: 64 }), ({ bits }) => bits === 512);
    expect(raster.columns).toBe(8);
    const map = await harness.page.call('live.map', { board, averages: 2 });
    expect(map.ohm.length).toBe(64);
    const ended = await harness.page.call('live.stop', { board });
    expect(ended).toMatchObject({ state: 'finished', maps: 1 });

    const bytes = await readFile(join(ended.dir, 'channels/3v3-power.f64'));
    const samples = [...new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))];
    const marks = readMarks(ended.dir, 'telemetry');
    const got = await harness.page.call('live.statistics', {
      board,
      channel: '3v3-power',
      fromS: marks[2]![2]!,
      toS: marks[8]![2]!,
      quantiles: [0.5],
      integral: true,
    });
    const want = naiveStatistics(samples.slice(2, 8));
    expect([got.from, got.to, got.count, got.min, got.max]).toEqual([2, 8, 6, want.min, want.max]);
    expect(Math.abs(got.mean / want.mean - 1)).toBeLessThan(1e-12);
    expect(Math.abs(got.rms / want.rms - 1)).toBeLessThan(1e-12);
    expect(got.quantiles[0]!.value).toBe(want.median);
    expect((await readRun(ended.dir)).state).toBe('finished');
    const pieces: Uint8Array[] = [];
    const range = { channels: ['bits'], fromS: 0, toS: 1e9, format: 'bin' as const };
    for await (const piece of harness.page.stream('live.export', { board, ...range })) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(await readFile(join(ended.dir, 'channels/bits.bits')))).toBe(true);
  });

  it('only watches, and loses nothing before it is said so', async () => {
    await start(false);
    await enough(3);
    const ended = await harness.page.call('live.stop', { board });
    expect(ended.kept).toBe(false);
    expect(await readdir(harness.runsDir)).toEqual(['watching']);
    await start(false);
    await enough(3);
    await harness.page.call('live.stop', { board });
    const left = await harness.page.call('live.left', { board });
    expect(left.map(({ name }) => name)).toEqual([ended.name]);
    await harness.page.call('live.settleLeft', { board, name: ended.name, keep: true });
    const kept = await harness.page.call('live.keep', { board });
    const names = (await readdir(harness.runsDir)).filter((name) => name !== 'watching');
    expect(names.sort()).toEqual([ended.name, kept.name].sort());
    expect(await readdir(join(harness.runsDir, 'watching'))).toEqual([]);
    await expect(harness.page.call('live.discard', { board })).rejects.toThrow('only a capture that has ended');
  });

  it('is put beside a run that has taken its name meanwhile', async () => {
    const { name } = await start(false);
    const other = join(harness.runsDir, name);
    await mkdir(other);
    await writeFile(join(other, 'manifest.json'), '{}');
    await harness.page.call('live.stop', { board });
    expect(await harness.page.call('live.keep', { board })).toMatchObject({ name: `${name}-2`, kept: true });
    expect(await readdir(other)).toEqual(['manifest.json']);
    expect((await readRun(`${other}-2`)).state).toBe('finished');
  });

  it('discards what it is told to', async () => {
    await start(false);
    await harness.page.call('live.stop', { board });
    await harness.page.call('live.discard', { board });
    expect(await readdir(join(harness.runsDir, 'watching'))).toEqual([]);
    expect(await readUntil(harness.page.stream('live.watch', { board }), () => true)).toBeNull();
    await expect(harness.page.call('live.stop', { board })).rejects.toThrow('nothing has been captured');
  });

  it('says beforehand what it would write', async () => {
    const plan = (rateHz: number) => harness.page.call('live.plan', { board, groups: ['bits'], bits: { rateHz } });
    const { bytesAnHour, channels } = await plan(200_000);
    expect(channels.map(({ name }) => name)).toEqual(['bits']);
    // 25 kB/s and 25 marks of 32 bytes.
    expect(bytesAnHour).toBe(3600 * (25_000 + 25 * 32));
    expect((await plan(400_000)).bytesAnHour).toBe(2 * bytesAnHour - 3600 * 25 * 32);
  });
});
