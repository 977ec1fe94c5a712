import { expect, it } from 'vitest';
import { openBoard } from '../../firmware-host/host/index.js';
import { biasDrift } from './bias-drift.experiment.js';
import { bitStatistics } from './bit-statistics.experiment.js';
import type { Experiment } from './define-experiment.js';
import { failureDetection } from './failure-detection.experiment.js';
import { hysteresisLoop } from './hysteresis-loop.experiment.js';
import { minEntropySweep } from './min-entropy-sweep.experiment.js';
import { parseParams } from './parse-params.js';
import { switchingProbability } from './switching-probability.experiment.js';
import { runOn } from './testing/run-on.js';

const BOARD = 'sim:ideal?seed=4&rows=4&cols=16';

async function told(experiment: Experiment, given: Readonly<Record<string, unknown>>) {
  const board = await openBoard(BOARD);
  try {
    const params: Readonly<Record<string, unknown>> = parseParams(experiment, given);
    const work = (await experiment.work!(params, { ...board.identity.geometry, limits: board.limits }))!;
    const { progress } = await runOn(experiment, board, { params });
    return { work, total: progress[work.unit]!.total };
  } finally {
    await board.close();
  }
}

it.each([
  [bitStatistics, { bits: 10_000, rows: '0-2' }],
  [biasDrift, { duration: 0.1, windows: 8, controller: 'both' }],
  [failureDetection, { failures: 'stuck-row', seeds: 1, onset: 5000, limit: 5000, rows: 4 }],
  [hysteresisLoop, { loops: 2, rows: '0-1', columns: '0-3', fieldStep: 8000, biases: '0V,100mV' }],
  [minEntropySweep, { widths: '2ns,30ns', bits: 10_000, xorStages: '0-1' }],
] as const)('tells the work of $id as its progress does', async (experiment, params) => {
  const { work, total } = await told(experiment, params);
  expect(work.atLeast).toBeUndefined();
  expect(work.amount).toBe(total);
});

it('tells the least of a map that adapts itself', async () => {
  const params = { widthPoints: 3, voltagePoints: 2, trialsMin: 200, budget: 20_000, spreadShots: 0 };
  const { work, total } = await told(switchingProbability, params);
  expect(work.atLeast).toBe(true);
  expect(work.amount).toBe(3 * 2 * 2 * 256);
  expect(total).toBeGreaterThanOrEqual(work.amount);
});

it('refuses what the array cannot do, by the name of the parameter', () => {
  const params = parseParams(bitStatistics, { rows: '0-9' });
  expect(() => bitStatistics.work!(params, { rows: 8, cols: 8 })).toThrow(/^parameter rows must be/);
});
