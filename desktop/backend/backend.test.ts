import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineEvent } from '../../lab/experiments/index.js';
import { readRun } from '../../lab/runs/index.js';
import { api, API_VERSION } from '../rpc/api/index.js';
import { MOST_THREADS } from './board-hub.js';
import { readUntil, SMALL_BOARD, startBackend, type BackendHarness } from './testing/backend-harness.js';

let harness: BackendHarness;
beforeEach(async () => {
  harness = await startBackend();
});
afterEach(() => harness.dispose());

async function follow(board: string, run: string): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  for await (const batch of harness.page.stream('experiments.follow', { board, run })) events.push(...batch);
  return events;
}

it('says who it is', async () => {
  const info = await harness.page.call('system.hello', {});
  expect(info).toMatchObject({ api: API_VERSION, platform: process.platform, runsDir: harness.runsDir });
  const report = JSON.parse(await harness.page.call('system.diagnostics', {})) as { instance: string };
  expect(report.instance).toBe(info.instance);
});

it('no two methods have one number, and those of pages lie below those of sessions', () => {
  const ids = Object.values(api).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...ids)).toBeLessThan(60_000);
});

it('lists simulated boards beside others, opens one that was added, and closes it again', async () => {
  const { page } = harness;
  await expect(page.call('boards.add', { board: 'sim:nonsense' })).rejects.toThrow(RangeError);
  await page.call('boards.add', { board: SMALL_BOARD });
  const entry = await page.call('boards.open', { board: SMALL_BOARD });
  expect(entry).toMatchObject({
    session: 'open',
    present: true,
    identity: { kind: 'simulated', geometry: { rows: 8, cols: 8 } },
  });
  await expect(page.call('boards.remove', { board: SMALL_BOARD })).rejects.toThrow('is open');
  await readUntil(page.stream('boards.watch', {}), (boards) =>
    boards.some(({ listing, session }) => listing.uri === SMALL_BOARD && session === 'open'),
  );
  await page.call('boards.close', { board: SMALL_BOARD });
  await page.call('boards.remove', { board: SMALL_BOARD });
  const boards = await readUntil(page.stream('boards.watch', {}), () => true);
  expect(boards.map(({ listing }) => listing.uri)).toContain('sim:typical');
  expect(boards.map(({ listing }) => listing.uri)).not.toContain(SMALL_BOARD);
});

it('opens so many boards and no more; those that could not be opened give way', async () => {
  const { page } = harness;
  const uri = (seed: number): string => `sim:ideal?seed=${seed}&rows=2&cols=2`;
  const gone = Array.from({ length: MOST_THREADS + 4 }, (_, n) => `unix:/none/board-${n}.sock`);
  for (const board of gone) {
    await expect(page.call('boards.open', { board })).rejects.toMatchObject({ code: 'BOARD_NOT_FOUND' });
    await readUntil(page.stream('boards.watch', {}), (boards) =>
      boards.some(({ listing, session }) => listing.uri === board && session === 'failed'),
    );
  }
  for (let seed = 1; seed <= MOST_THREADS; seed++) await page.call('boards.open', { board: uri(seed) });
  for (const name of ['boards.open', 'boards.arm'] as const)
    await expect(page.call(name, { board: uri(0) })).rejects.toMatchObject({
      message: `${MOST_THREADS} boards are open already`,
      nextStep: expect.stringContaining('Close one') as string,
    });
  // A page that asks in vain adds nothing to the list.
  const boards = await readUntil(page.stream('boards.watch', {}), () => true);
  expect(boards.map(({ listing }) => listing.uri)).not.toContain(uri(0));
  expect(boards.filter(({ session }) => session === 'open')).toHaveLength(MOST_THREADS);
  await page.call('boards.close', { board: uri(5) });
  expect(await page.call('boards.open', { board: uri(0) })).toMatchObject({ session: 'open' });
});

it('tells the state of a board when it changes, and refuses what its limits forbid', async () => {
  const { page } = harness;
  const states: string[] = [];
  const watching = readUntil(page.stream('boards.news', { board: SMALL_BOARD, periodMs: 100 }), (news) => {
    if (news.type === 'state') states.push(news.state.state);
    return states.at(-1) === 'armed';
  });
  await page.call('boards.arm', { board: SMALL_BOARD });
  const news = await watching;
  expect(states.at(-1)).toBe('armed');
  if (news.type !== 'state') throw new Error('unreachable');
  const drive = { ...news.state.drive, amplitudeV: 50 };
  await expect(page.call('boards.setDrive', { board: SMALL_BOARD, drive })).rejects.toThrow(RangeError);
  expect(await page.call('boards.makeSafe', { board: SMALL_BOARD })).toBe('safe');
});

it('tells before a start how much a run does, and after one how long the next takes', async () => {
  const { page } = harness;
  const ask = (params: Readonly<Record<string, unknown>>) =>
    page.call('experiments.estimate', { board: SMALL_BOARD, experiment: 'resistance-map', params });
  expect(await ask({})).toEqual({ work: { amount: 64, unit: 'readings' } });
  await expect(ask({ repeats: 0 })).rejects.toThrow(RangeError);
  // Known of an open board only: what its coil can do.
  const loop = { board: SMALL_BOARD, experiment: 'hysteresis-loop', params: {} };
  expect(await page.call('experiments.estimate', loop)).toEqual({});
  const { id } = await page.call('experiments.start', {
    board: SMALL_BOARD,
    experiment: 'resistance-map',
    name: 'first',
  });
  await follow(SMALL_BOARD, id);
  expect((await page.call('experiments.estimate', loop)).work).toMatchObject({ unit: 'field points' });
  const once = await ask({});
  expect(once.time).toMatchObject({ run: 'first' });
  const tenfold = await ask({ repeats: 10 });
  expect(tenfold.work).toEqual({ amount: 640, unit: 'readings' });
  expect(tenfold.time!.seconds).toBeCloseTo(10 * once.time!.seconds, 9);
});

it('tells before a generation what it uses, and how large its folder is at the least', async () => {
  const { page } = harness;
  const ask = (params: Readonly<Record<string, unknown>>) =>
    page.call('experiments.estimate', { board: SMALL_BOARD, experiment: 'generate', params });
  const { work, time, disk } = await ask({ images: 2, steps: 3 });
  expect(work).toMatchObject({ amount: 6, unit: 'image steps', uses: { bits: 2 * 3 * 784 } });
  expect(time).toBeUndefined();
  expect(disk).toEqual({ bytes: work!.uses!.bytes, atLeast: true });
  expect((await ask({ images: 4, steps: 3 })).work!.uses!.macs).toBe(2 * work!.uses!.macs!);
  await page.call('settings.change', { recordWire: true });
  const { bytes, linkBytes } = work!.uses!;
  expect((await ask({ images: 2, steps: 3 })).disk!.bytes).toBe(bytes! + linkBytes!);
  await page.call('settings.change', { recordWire: null });
  await expect(ask({ digits: 'a-z' })).rejects.toThrow(/^digits holds "a-z"/);
});

it('runs an experiment, which a page can follow late and to its end', async () => {
  const { page } = harness;
  const run = await page.call('experiments.start', {
    board: SMALL_BOARD,
    experiment: 'resistance-map',
    name: 'map',
  });
  expect(run).toMatchObject({ experiment: 'resistance-map', state: 'running', board: SMALL_BOARD });
  const [first, second] = await Promise.all([follow(SMALL_BOARD, run.id), follow(SMALL_BOARD, run.id)]);
  expect(first.filter(({ type }) => type === 'row')).toEqual(second.filter(({ type }) => type === 'row'));
  expect(first.filter(({ type }) => type === 'row').length).toBeGreaterThanOrEqual(64);
  expect(first.at(-1)).toMatchObject({ type: 'status', status: 'finished' });
  const stored = await readRun(run.dir);
  expect(stored.state).toBe('finished');
  const active = await readUntil(page.stream('experiments.active', {}), (runs) => runs[0]?.state === 'finished');
  expect(active).toHaveLength(1);
});

it('the list of boards is told anew when a board has changed, and not for the progress of a run', async () => {
  const { page } = harness;
  const told: string[] = [];
  const stop = new AbortController();
  const watching = (async () => {
    for await (const boards of page.stream('boards.watch', {}, { signal: stop.signal }))
      told.push(JSON.stringify(boards));
  })().catch(() => undefined);
  const run = await page.call('experiments.start', { board: SMALL_BOARD, experiment: 'resistance-map' });
  await follow(SMALL_BOARD, run.id);
  // The array is given back after the last event.
  await expect.poll(() => told.at(-1)).not.toContain('"use"');
  stop.abort();
  await watching;
  expect(told.length).toBeGreaterThan(2);
  // A thread that starts says once that it has no boards yet.
  expect(told.filter((item, i) => item === told[i - 1]).length).toBeLessThanOrEqual(1);
});

it('one run at a time uses a board; wrong parameters leave no trace', async () => {
  const { page } = harness;
  const params = { experiment: 'generate', board: SMALL_BOARD };
  await expect(page.call('experiments.start', { ...params, params: { images: 0 } })).rejects.toThrow(
    'parameter images must be',
  );
  await expect(page.call('experiments.check', { experiment: 'generate', params: { images: 'x' } })).rejects.toThrow(
    TypeError,
  );
  expect(await readdir(harness.runsDir)).toEqual([]);
});

it('a run that is asked to stop ends whole, its array safe', async () => {
  const { page } = harness;
  const board = 'sim:typical?seed=5';
  const run = await page.call('experiments.start', {
    board,
    experiment: 'generate',
    params: { images: 20, steps: 40 },
  });
  await expect(page.call('experiments.start', { board, experiment: 'resistance-map' })).rejects.toMatchObject({
    code: 'BOARD_BUSY',
  });
  await readUntil(page.stream('experiments.follow', { board, run: run.id }), (batch) =>
    batch.some(({ type }) => type === 'progress'),
  );
  await page.call('experiments.stop', { board, run: run.id });
  const stored = await readRun(run.dir);
  expect(stored.state).toBe('aborted');
  const events = await follow(board, run.id);
  expect(events.filter(({ type }) => type === 'safety')).toMatchObject([{ safe: true }]);
  await expect(page.call('experiments.stop', { board, run: 'no-such' })).rejects.toMatchObject({ code: 'USAGE' });
});

it('keeps the frames of a run where that is set, and opens the run as a board that measures the same', async () => {
  const { page } = harness;
  await page.call('settings.change', { recordWire: true });
  await page.call('boards.add', { board: SMALL_BOARD });
  const start = async (board: string, name: string): Promise<EngineEvent[]> => {
    const { id } = await page.call('experiments.start', { board, experiment: 'resistance-map', name });
    return (await follow(board, id)).filter(({ type }) => type === 'row');
  };
  const rows = await start(SMALL_BOARD, 'recorded');
  expect(rows.length).toBeGreaterThan(0);
  const { result, dir } = await readRun(`${harness.runsDir}/recorded`);
  expect(result?.artifacts.map(({ name }) => name)).toContain('wire.pcapng');

  const board = `replay:${dir}?speed=max`;
  await page.call('boards.add', { board });
  expect(await page.call('boards.open', { board })).toMatchObject({ identity: { kind: 'replayed' } });
  expect(await start(board, 'replayed')).toEqual(rows);
  const again = await readRun(`${harness.runsDir}/replayed`);
  expect(again.manifest.board).toMatchObject({ kind: 'replayed' });
  // A second time there is nothing more to give: the run says what to do.
  const { id } = await page.call('experiments.start', { board, experiment: 'resistance-map', name: 'once-more' });
  await follow(board, id);
  expect((await readRun(`${harness.runsDir}/once-more`)).result?.error?.message).toMatch(
    /it was answered; open the board again to begin anew/,
  );
});
