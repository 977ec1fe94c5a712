// Two applications on one store, and a computer whose clock is set while something goes on.
import { randomFillSync } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DesktopApi } from '../../desktop/rpc/api/index.js';
import type { RpcClient } from '../../desktop/rpc/index.js';
import { StoredCapture } from '../../lab/capture/index.js';
import { listRuns, readRun } from '../../lab/runs/index.js';
import { DesktopShell, eventually } from './harness/desktop-shell.js';

type Client = RpcClient<DesktopApi>;

const boardOf = (seed: number): string => `sim:ideal?seed=${seed}&rows=8&cols=8`;
const SLOW_BOARD = 'sim:typical?seed=5';
/** Repeats of a run that is stopped or killed in its midst. */
const LONG = 1000;

const startMap = async (client: Client, board: string, repeats = 1): Promise<string> =>
  (await client.call('experiments.start', { board, experiment: 'resistance-map', params: { repeats } })).dir;

/** Numbers of the events of a run; a damaged line fails the test. */
async function eventNumbers(dir: string): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { seq } of (await readRun(dir)).events(() => expect.unreachable('a damaged line')))
    numbers.push(seq);
  return numbers;
}

async function assertWhole(dir: string): Promise<void> {
  const { result } = await readRun(dir);
  const numbers = await eventNumbers(dir);
  expect(numbers).toEqual(Array.from({ length: result!.events }, (_, i) => i));
}

describe('two applications on one store', () => {
  const shells: DesktopShell[] = [];
  beforeEach(async () => {
    shells.push(await DesktopShell.start());
  });
  afterEach(async () => {
    for (const shell of shells.splice(0).reverse()) await shell.dispose();
  });

  it('begin runs at the same moment, each in a folder of its own, and both list all of them', async () => {
    shells.push(await DesktopShell.start(shells[0]));
    const clients = await Promise.all(shells.map(async (shell) => (await shell.open()).client));
    const dirs = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => startMap(clients[seed % 2]!, boardOf(seed))));
    expect(new Set(dirs).size).toBe(6);
    for (const dir of dirs) {
      await eventually(`${basename(dir)} has ended`, async () => (await readRun(dir)).result !== undefined);
      expect((await readRun(dir)).state).toBe('finished');
      await assertWhole(dir);
    }
    const serials = await Promise.all(dirs.map(async (dir) => (await readRun(dir)).manifest.board?.['uri']));
    expect(serials.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map(boardOf));
    for (const client of clients) {
      for await (const { runs, problems } of client.stream('runs.watch', { query: '' })) {
        expect(problems).toEqual([]);
        if (runs.every(({ state }) => state === 'finished') && runs.length === 6) break;
      }
    }
  });

  it('leave a run alone that the other one writes, and one that was killed is recovered once', async () => {
    const [first] = shells as [DesktopShell];
    const page = await first.open();
    const dir = await startMap(page.client, SLOW_BOARD, LONG);
    const second = await DesktopShell.start(first);
    shells.push(second);
    const { client } = await second.open();
    for await (const { runs } of client.stream('runs.watch', { query: '' })) {
      expect(runs.map(({ state }) => state)).toEqual(['running']);
      break;
    }
    const run = basename(dir);
    await expect(client.call('runs.delete', { run })).rejects.toThrow('the run goes on');
    await expect(client.call('runs.recover', { run, force: false })).rejects.toThrow('still writing it');
    first.killBackend();
    // The first one comes back and recovers it; the second is asked to at the same time.
    const asked = (async () => {
      for (;;) {
        const outcome = await client.call('runs.recover', { run, force: false }).catch((error: unknown) => error);
        if (!(outcome instanceof Error)) return;
        expect(outcome.message).toMatch(/still writing it|is recovering it/);
      }
    })();
    await asked;
    await eventually('the first backend is back', async () => {
      await first.open();
      return (await readRun(dir)).result !== undefined;
    });
    expect((await readRun(dir)).state).toBe('interrupted');
    await assertWhole(dir);
    expect((await readdir(dir)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('show what the other one assesses as it is', async () => {
    const [first] = shells as [DesktopShell];
    const second = await DesktopShell.start(first);
    shells.push(second);
    const [one, two] = await Promise.all(shells.map(async (shell) => (await shell.open()).client));
    const captures = join(first.runsDir, 'captures');
    await mkdir(captures, { recursive: true });
    await writeFile(join(captures, 'bits.bin'), randomFillSync(new Uint8Array(250_000)));
    const { id } = await one!.call('entropy.assess', { capture: 'bits.bin', battery: 'non-iid' });
    const states: string[] = [];
    let cancelled: unknown;
    for await (const all of two!.stream('entropy.assessments', {})) {
      const state = all.find((entry) => entry.id === id)?.state;
      if (state !== undefined && state !== states.at(-1)) states.push(state);
      if (state === 'running') cancelled ??= await two!.call('entropy.cancel', { id }).catch((error: unknown) => error);
      if (state === 'finished') break;
    }
    expect(states).toEqual(['running', 'finished']);
    expect(cancelled).toMatchObject({ message: `another program makes the assessment ${id}` });
  });

  it('change settings without undoing what the other one changed', async () => {
    shells.push(await DesktopShell.start(shells[0]));
    const [one, two] = await Promise.all(shells.map(async (shell) => (await shell.open()).client));
    await one!.call('settings.change', { theme: 'dark' });
    expect(await two!.call('settings.change', { hostWattsPerCore: 9 })).toMatchObject({
      theme: 'dark',
      hostWattsPerCore: 9,
    });
  });
});

describe.each([
  ['back', -3600],
  ['forth', 3600],
])('a clock that is set %s by an hour', (_, seconds) => {
  const preload = pathToFileURL(fileURLToPath(new URL('./harness/set-clock.mjs', import.meta.url))).href;
  const { NODE_OPTIONS: before } = process.env;
  it('changes no duration of a run and of a capture, and both end', async () => {
    const first = await DesktopShell.start();
    onTestFinished(() => first.dispose());
    const signal = join(first.root, 'clock');
    process.env['NODE_OPTIONS'] = `${before ?? ''} --import ${preload}`;
    process.env['SPINDRIFT_TEST_CLOCK'] = signal;
    const shell = await DesktopShell.start(first).finally(() => {
      if (before === undefined) delete process.env['NODE_OPTIONS'];
      else process.env['NODE_OPTIONS'] = before;
      delete process.env['SPINDRIFT_TEST_CLOCK'];
    });
    onTestFinished(() => shell.dispose());
    const { client } = await shell.open();
    const dir = await startMap(client, SLOW_BOARD, LONG);
    const live = await client.call('live.start', {
      board: boardOf(1),
      keep: true,
      groups: ['power', 'temperature', 'bits'],
      telemetryPeriodMs: 20,
      bits: { rateHz: 1e6 },
    });
    const samples = async (least: number): Promise<number> => {
      for await (const status of client.stream('live.watch', { board: boardOf(1) })) {
        const power = status?.channels.find(({ name }) => name === '3v3-power')?.samples ?? 0;
        if (power >= least) return power;
      }
      throw new Error('the capture ended');
    };
    const atJump = await samples(30);
    await writeFile(signal, String(seconds));
    await samples(atJump + 30);
    const ended = await client.call('live.stop', { board: boardOf(1) });
    await client.call('experiments.stop', { board: SLOW_BOARD, run: dir });

    for (const each of [dir, ended.dir]) {
      const { result, manifest } = await readRun(each);
      // The calendar has jumped; what was measured has not.
      const byCalendarS = (Date.parse(result!.ended) - Date.parse(manifest.started)) / 1000;
      expect(Math.abs(byCalendarS)).toBeGreaterThan(3000);
      expect(result!.seconds).toBeGreaterThan(0);
      expect(result!.seconds).toBeLessThan(3000);
      await assertWhole(each);
    }
    expect((await readRun(dir)).state).toBe('aborted');
    expect(live.name).toBe(basename(ended.dir));
    const capture = await StoredCapture.open(ended.dir);
    const times = capture.times('3v3-power');
    const [begin, end] = [times.timeOf(0, 'host'), times.timeOf(atJump + 29, 'host')];
    expect(end - begin).toBeGreaterThan(0);
    expect(end - begin).toBeLessThan(3000);
    capture.close();
    // The list of runs is what it is, and details have no negative span.
    for await (const details of client.stream('runs.follow', { run: basename(dir) })) {
      expect(details.spanS).toBeGreaterThanOrEqual(0);
      break;
    }
    expect((await listRuns(first.runsDir)).runs).toHaveLength(2);
  });
});
