import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { biasDrift } from './bias-drift.experiment.js';
import { FakeBitsBoard } from './testing/fake-bits-board.js';
import { runOn } from './testing/run-on.js';

const HOUR_S = 3600;

describe('the bias drift', () => {
  it('is measured with its slope, over the time that was asked for, and is gone with a controller that holds it', async () => {
    const clock = new VirtualClock();
    // 1 % an hour without the controller.
    const one = ({ timeS, controller }: { timeS: number; controller: boolean }): number =>
      controller ? 0.5 : 0.5 + (0.01 * timeS) / HOUR_S;
    const fake = new FakeBitsBoard(clock, { rows: 2, cols: 16, one });
    const params = { duration: 4 * HOUR_S, windows: 64, windowTurns: 3 };
    const { outcome, tables, plots, progress } = await runOn(biasDrift, fake.board, { clock, params });
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    const { results } = outcome;
    const slope = results['offSlopePerHour'] as number;
    const error = results['offSlopePerHourStandardError'] as number;
    expect(Math.abs(slope - 0.01)).toBeLessThan(4.5 * error);
    expect(error).toBeLessThan(0.002);
    expect(Math.abs(results['onSlopePerHour'] as number)).toBeLessThan(4.5 * error);
    expect(results['offAllanOverWhite'] as number).toBeGreaterThan(3);
    expect(results['onAllanOverWhite'] as number).toBeLessThan(3);
    // A line says it all: 62 degrees, 4.5σ about them.
    expect(Math.abs((results['offChiSquareOfLine'] as number) - 62)).toBeLessThan(4.5 * Math.sqrt(124));
    // 3.4 bytes a second are asked for, 3 are what a board can be told.
    expect(results['boardSeconds'] as number).toBeCloseTo((2 * 64 * 768) / 3, 0);
    expect(fake.opened.map(({ controller }) => controller)).toEqual([false, true]);
    const bias = tables.get('bias')!;
    expect(bias).toHaveLength(128);
    expect(tables.get('knobs')!.length).toBeGreaterThan(100);
    expect(progress['bits']).toEqual({ done: 128 * 6144, total: 128 * 6144 });
    expect([...plots].sort()).toEqual(['allan-deviation', 'bias', 'drift', 'knob', 'temperature']);
  });

  it('can be one part alone', async () => {
    const clock = new VirtualClock();
    const fake = new FakeBitsBoard(clock, { rows: 2, cols: 16, one: () => 0.5 });
    const params = { duration: 60, windows: 8, controller: 'on' };
    const { outcome } = await runOn(biasDrift, fake.board, { clock, params });
    expect(outcome.status).toBe('finished');
    expect(outcome.results).toHaveProperty('onP');
    expect(outcome.results).not.toHaveProperty('offP');
  });
});
