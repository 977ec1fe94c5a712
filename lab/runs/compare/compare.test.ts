import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { readRun } from '../read-run.js';
import { replayRun } from '../replay-run.js';
import { RunWriter } from '../run-writer.js';
import { RunSurvey } from '../tables/run-survey.js';
import { compareRuns } from './compare-runs.js';
import { resultItems } from './result-items.js';

let root: string;
const clock = new VirtualClock();
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-compare-'));
  for (const [i, kind] of ['simulated', 'real'].entries()) {
    const run = await RunWriter.create({
      dir: join(root, kind),
      experiment: 'test',
      params: { pulseWidthS: (i + 1) * 1e-9, order: 'rows' },
      board: { uri: 'x:', kind },
      clock,
    });
    for (let n = 0; n < 5000; n++) {
      run.post({ type: 'row', table: 't', values: { n, width_s: 1, ...(i === 0 ? { a: 1 } : { b: 2 }) } });
      if (n % 1000 === 0) await run.ready();
      clock.advance(0.001);
    }
    await run.finish({
      status: 'finished',
      results: { p: 0.5 + i / 10, pInterval: [0.4, 0.6], xi: { value: 3 + i, standardError: 0.3 }, note: 'n' },
      energy: {
        array: { modelled: { joules: 1 + i, sigma: 0.3, scaleSigma: 0.4 } },
        ...(i === 1 ? { board: { measured: { joules: 9 } } } : {}),
      },
    });
  }
});
afterAll(() => rm(root, { recursive: true }));

const load = async (name: string) => ({
  run: await readRun(join(root, name)),
  survey: await RunSurvey.of(join(root, name)),
});

it('sets parameters, results with uncertainties, energy and tables side by side', async () => {
  const comparison = compareRuns([await load('simulated'), await load('real')]);
  expect(comparison.params).toEqual([
    { name: 'pulseWidthS', label: 'Pulse width', unit: 's', values: [1e-9, 2e-9], same: false },
    { name: 'order', label: 'Order', values: ['rows', 'rows'], same: true },
  ]);
  const [p, xi, note] = comparison.results;
  expect(p).toMatchObject({ name: 'p', values: [0.5, 0.6] });
  expect(p!.differences[1]!.value).toBeCloseTo(0.1, 12);
  expect(p!.differences[1]!.sigma).toBeCloseTo(Math.SQRT2 * (0.1 / 1.959964), 9);
  expect(xi).toMatchObject({
    values: [3, 4],
    sigmas: [0.3, 0.3],
    differences: [null, { value: 1, sigma: Math.hypot(0.3, 0.3) }],
  });
  expect(note).toMatchObject({ same: true, differences: [null, null] });
  expect(comparison.energy).toEqual([
    { scope: 'array', kind: 'modelled', joules: [1, 2], sigmas: [0.5, 0.5] },
    { scope: 'board', kind: 'measured', joules: [null, 9], sigmas: [null, 0] },
  ]);
  expect(comparison.tables).toEqual([
    {
      name: 't',
      rows: [5000, 5000],
      columns: [
        { name: 'n', header: 'n' },
        { name: 'width_s', header: 'Width (s)' },
      ],
    },
  ]);
  expect(comparison.warnings).toEqual(['The runs were made on boards of different kinds: simulated, real.']);
  expect(() => compareRuns([])).toThrow(RangeError);
});

it('reads uncertainties that stand beside their values', () => {
  expect(
    resultItems({ meanOhm: 5, meanStandardErrorOhm: 0.1, list: [1, 2, 3, 4, 5, 6, 7], in: { p: 1 }, gone: null }),
  ).toEqual([
    { name: 'meanOhm', label: 'Mean', unit: 'Ω', value: 5, sigma: 0.1 },
    { name: 'list', label: 'List', value: '7 values' },
    { name: 'in.p', label: 'In: p', value: 1 },
    { name: 'gone', label: 'Gone', value: null },
  ]);
  expect(resultItems({ hkSlopeAPerMPerV: -9, hkSlopeStandardErrorAPerMPerV: 2 })).toEqual([
    { name: 'hkSlopeAPerMPerV', label: 'Hk slope', unit: 'A/(m·V)', value: -9, sigma: 2 },
  ]);
});

it('lists findings with the items of each, and never writes JSON for a person', () => {
  const fair = { widthS: 1e-9, p: 0.5, pInterval: [0.4, 0.6], delta: { value: 40, standardError: 2 } };
  expect(resultItems({ fairPulses: [fair], badRows: [], rows: [1, 2] })).toEqual([
    {
      name: 'fairPulses',
      label: 'Fair pulses',
      value: 1,
      rows: [
        [
          { name: 'widthS', label: 'Width', unit: 's', value: 1e-9 },
          { name: 'p', label: 'p', value: 0.5, interval: [0.4, 0.6] },
          { name: 'delta', label: 'Delta', value: 40, sigma: 2 },
        ],
      ],
    },
    { name: 'badRows', label: 'Bad rows', value: 0 },
    { name: 'rows', label: 'Rows', value: '1, 2' },
  ]);
});

it('replays at the times of the run, from anywhere, and stops', async () => {
  const dir = join(root, 'simulated');
  const time = new VirtualClock();
  const seen: [number, number][] = [];
  const replay = (async () => {
    for await (const { atS, event } of replayRun(dir, { clock: time, speed: 2, fromS: 4.5 }))
      seen.push([event.seq, atS - time.now() * 2]);
  })();
  let over = false;
  const ended = replay.finally(() => (over = true));
  // However long the disk takes.
  const isOver = (): boolean => over;
  while (!isOver()) {
    await new Promise((resolve) => setImmediate(resolve));
    if (time.pending > 0) time.advance(time.nextDue - time.now());
  }
  await ended;
  expect(seen).toHaveLength(501);
  expect(seen[0]![0]).toBe(4500);
  expect(seen.every(([, shift]) => Math.abs(shift - 4.5) < 1e-6)).toBe(true);
  let all = 0;
  for await (const _ of replayRun(dir, { speed: Infinity })) all += 1;
  expect(all).toBe(5001);
  const stop = new AbortController();
  const stopped = (async () => {
    for await (const _ of replayRun(dir, { clock: time, signal: stop.signal, fromS: 1 })) stop.abort();
  })();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  await expect(replayRun(dir, { speed: 0 }).next()).rejects.toThrow(RangeError);
  await expect(replayRun(dir, { fromS: -1 }).next()).rejects.toThrow('fromS');
});
