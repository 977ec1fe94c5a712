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
import { FakeBoard } from './testing/fake-board.js';

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
});
