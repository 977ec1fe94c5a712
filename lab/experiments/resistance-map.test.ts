import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RandomStream, VirtualClock } from '../../base/index.js';
import { decodeGrayPng } from '../report/index.js';
import { readRun } from '../runs/index.js';
import { greyMap, resistanceMap } from './resistance-map.experiment.js';
import { resistanceSummary, splitByState } from './resistance-statistics.js';
import { runExperiment } from './run-experiment.js';
import { FakeArrayBoard } from './testing/fake-array-board.js';
import { FakeBoard } from './testing/fake-board.js';
import { runOn } from './testing/run-on.js';

const ARRAY = { rows: 4, cols: 8, faults: { '0,3': 'ap', '0,5': 'short', '1,2': 'open', '3,7': 'p' } } as const;

describe('resistance statistics', () => {
  const draw = (count: number, ohm: number, spread: number, name: string): number[] => {
    const stream = RandomStream.from(5, name);
    return Array.from({ length: count }, () => ohm * Math.exp(spread * stream.gaussian()));
  };
  const sorted = (values: number[]): Float64Array => Float64Array.from(values).sort();

  it('tells two states apart, also when one is rare', () => {
    for (const [low, high] of [
      [2000, 2096],
      [4000, 96],
    ] as const) {
      const groups = splitByState(sorted([...draw(low, 52e3, 0.05, 'p'), ...draw(high, 104e3, 0.05, 'ap')]))!;
      expect(groups).toMatchObject({ lowCount: low, highCount: high });
      expect(groups.highMedianOhm / groups.lowMedianOhm).toBeCloseTo(2, 1);
    }
  });

  it('does not invent two states where there is one', () => {
    expect(splitByState(sorted(draw(4096, 52e3, 0.05, 'one')))).toBeUndefined();
    expect(splitByState(sorted(draw(4096, 52e3, 0.4, 'wide')))).toBeUndefined();
    expect(splitByState(sorted([5, 5, 5, 5, 5, 5, 5, 5, 5]))).toBeUndefined();
    expect(splitByState(new Float64Array([1, 2]))).toBeUndefined();
  });

  it('counts unreadable cells and leaves them out of everything else', () => {
    const summary = resistanceSummary(Float32Array.from([Infinity, NaN, 0, 10, 20, 40]));
    expect(summary).toMatchObject({
      cells: 6,
      unreadable: 3,
      minOhm: 10,
      medianOhm: 20,
      maxOhm: 40,
      tmrOfMedians: null,
    });
    expect(resistanceSummary(Float32Array.from([Infinity]))).toMatchObject({
      unreadable: 1,
      medianOhm: null,
      meanOhm: null,
    });
  });

  it('draws a map on a logarithmic scale', () => {
    expect([...greyMap(Float32Array.from([10, 100, 1000, Infinity]))]).toEqual([0, 128, 255, 0]);
    expect([...greyMap(Float32Array.from([7, 7]))]).toEqual([0, 0]);
  });
});

describe('the resistance map', () => {
  it('reads every cell and sums up', async () => {
    const root = await mkdtemp(join(tmpdir(), 'spindrift-map-'));
    try {
      const clock = new VirtualClock();
      const fake = new FakeBoard(clock);
      const outcome = await runExperiment(resistanceMap, {
        board: fake.board,
        outDir: join(root, 'run'),
        clock,
        params: { readVoltage: 0.05, averages: 4 },
      });
      expect(outcome.error).toBeUndefined();
      expect(outcome.results).toMatchObject({ cells: 32, unreadable: 1, parallelCells: 15, antiparallelCells: 16 });
      expect(outcome.results['tmrOfMedians']).toBeCloseTo(1, 1);
      expect(fake.calls).toContain('setConfig readV=0.05 amplitudeV=1.5');
      expect(fake.calls.filter((call) => call === 'readMap')).toHaveLength(4);
      expect(outcome.energy?.array.modelled?.components['adc']?.events).toBe(4 * 8 * 4);
      const picture = decodeGrayPng(await readFile(join(root, 'run', 'images', 'resistance-map.png')));
      expect([picture.width, picture.height]).toEqual([8, 4]);
      let cells = 0;
      for await (const { event } of (await readRun(join(root, 'run'))).events()) if (event.type === 'row') cells += 1;
      expect(cells).toBe(32);
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it('gives the error of repeated readings', async () => {
    const { outcome, tables } = await runOn(resistanceMap, new FakeArrayBoard(new VirtualClock(), ARRAY).board, {
      params: { repeats: 16, averages: 1 },
    });
    const errors = tables.get('cells')!.map((row) => row['standard_error_ohm'] as number | null);
    expect(errors.filter((error) => error === null)).toHaveLength(1);
    // Noise of 0.3 %: 150 to 300 Ω a reading, a quarter of it for the mean of 16.
    expect(outcome.results['standardErrorOhm']).toBeGreaterThan(25);
    expect(outcome.results['standardErrorOhm']).toBeLessThan(100);
    expect(outcome.results).toMatchObject({ unreadable: 1, unreadableCells: [{ row: 1, col: 2 }], unreadableRows: [] });
  });

  it('reads both states, the TMR of each cell, and names the cells that do not follow', async () => {
    const fake = new FakeArrayBoard(new VirtualClock(), ARRAY);
    const { outcome, tables, plots } = await runOn(resistanceMap, fake.board, {
      params: { states: 'both', repeats: 4 },
    });
    expect(outcome.error).toBeUndefined();
    expect(outcome.results).toMatchObject({
      cells: 32,
      good: 28,
      unreadable: 1,
      short: 1,
      stuckParallel: 1,
      stuckAntiparallel: 1,
      unreadableCells: [{ row: 1, col: 2 }],
      stuckCells: [
        { row: 0, col: 3, verdict: 'stuck-antiparallel' },
        { row: 0, col: 5, verdict: 'short' },
        { row: 3, col: 7, verdict: 'stuck-parallel' },
      ],
    });
    expect(outcome.results['parallelMedianOhm']).toBeCloseTo(50e3, -3);
    expect(outcome.results['antiparallelMedianOhm']).toBeCloseTo(100e3, -3);
    expect(Math.abs((outcome.results['tmrMedian'] as number) - 1)).toBeLessThan(0.01);
    expect(tables.get('states')).toHaveLength(32);
    expect(tables.get('faults')).toHaveLength(4);
    for (const { tmr, tmr_standard_error: error } of tables.get('states')!.slice(8, 10)) {
      // Noise of 0.3 %, 16 averages, four readings: 0.0004·√2·2 = 0.001, with the scatter that four readings leave to it.
      expect(error).toBeGreaterThan(0.0002);
      expect(error).toBeLessThan(0.006);
      expect(Math.abs((tmr as number) - 1)).toBeLessThan(0.02);
    }
    expect(plots).toEqual(expect.arrayContaining(['tmr', 'tmr-map', 'parallel', 'parallel-map', 'antiparallel-map']));
    // No pulse was given: a shot without an amplitude only brings cells to a state.
    expect(fake.calls.filter((call) => call.startsWith('setConfig'))).toEqual(['setConfig readV=0.1 amplitudeV=0']);
  });
});
