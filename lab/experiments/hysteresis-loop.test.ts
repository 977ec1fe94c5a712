import { describe, expect, it } from 'vitest';
import { isAbortError, VirtualClock } from '../../base/index.js';
import { hysteresisLoop } from './hysteresis-loop.experiment.js';
import { FakeArrayBoard, type FakeArrayOptions } from './testing/fake-array-board.js';
import { runOn, type RunUnderTest } from './testing/run-on.js';

const MODEL = { attemptRateHz: 1e9, inPlaneAPerM: 12e3 };
/** ξ of this cell, with the junction that the parameters describe: 59.9 fJ/(V m). */
const MAGNET = { hkAPerM: 148e3, delta: 42, strayAPerM: 800, perV: -99 / 148 };

/** Runs on a fake array whose coil has the budget of the design. */
async function runLoop(
  params: Record<string, unknown>,
  board: Partial<FakeArrayOptions> = {},
  options: Parameters<typeof runOn>[2] = {},
): Promise<RunUnderTest & { fake: FakeArrayBoard }> {
  const clock = new VirtualClock();
  const fake = new FakeArrayBoard(clock, {
    rows: 2,
    cols: 4,
    magnet: () => MAGNET,
    model: MODEL,
    coilBudgetS: 80,
    ...board,
  });
  const run = await runOn(hysteresisLoop, fake.board, { clock, params, ...options });
  return { ...run, fake };
}

interface Mean {
  readonly value: number;
  readonly standardError: number;
}

describe('the hysteresis loop', () => {
  it('finds Hk, Δ, stray field and the VCMA coefficient of its cells, within their errors', async () => {
    const { outcome, tables, notes, progress, plots, fake } = await runLoop(
      {
        biases: '-200mV,0,200mV',
        rows: '0',
        columns: 'all',
        loops: 12,
        fieldStep: 2e3,
        fieldMax: 46e3,
        coilBudget: 40,
      },
      { faults: { '0,2': 'p' }, coilBudgetS: 40 },
    );
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    expect(outcome.results).toMatchObject({
      cells: 3,
      excludedCells: 1,
      cellsFitted: 3,
      attemptRateHz: 1e9,
      inPlaneFieldAPerM: 12e3,
      temperatureK: 300,
    });
    const { resistancePOhm: low, resistanceApOhm: high, tmr } = outcome.results as Record<string, number>;
    expect(high).toBeGreaterThan(1.5 * low!);
    expect(tmr).toBeCloseTo((high! - low!) / low!, 12);
    const { vcma, changeForTenfoldAttemptRate: change } = outcome.results as {
      vcma: Record<'hkAPerM' | 'delta' | 'strayAPerM' | 'slopeAPerMPerV' | 'deltaPerV' | 'fromHk', Mean>;
      changeForTenfoldAttemptRate: { hk: number; delta: number };
    };
    for (const [name, truth, relative] of [
      ['hkAPerM', 148e3, 0.04],
      ['delta', 42, 0.06],
      ['strayAPerM', 800, 0.4],
      ['slopeAPerMPerV', -99e3, 0.05],
      ['deltaPerV', (-99 / 148) * 42, 0.15],
      ['fromHk', 59.87e-15, 0.05],
    ] as const) {
      const { value, standardError } = vcma[name];
      expect(standardError / Math.abs(truth), name).toBeLessThan(relative);
      // Four standard errors: false alarm 6e-5 each.
      expect(Math.abs(value - truth), name).toBeLessThan(4 * standardError);
    }
    // A larger f0 needs a larger barrier, and more field to get over it.
    expect(change.delta).toBeGreaterThan(0.01);
    expect(change.hk).toBeGreaterThan(0.01);
    expect(tables.get('vcma')).toHaveLength(3);
    expect(tables.get('fits')).toHaveLength(9);
    expect(tables.get('loops')).toHaveLength(4 * 3 * 2 * 47);
    expect(tables.get('mean-loop')).toHaveLength(3 * 2 * 47);
    for (const { branch, share } of tables.get('mean-loop')!.filter(({ field_A_per_m: field }) => field === 46e3))
      if (branch === 'down') expect(share).toBe(0);
    expect(progress['field points']).toEqual({ done: 12 * 3 * 2 * 47, total: 12 * 3 * 2 * 47 });
    expect([...plots].sort()).toEqual([
      'antiparallel-share',
      'cell-loop',
      'delta-against-bias',
      'hk-against-bias',
      'hk-and-delta',
      'mean-loop',
      'switching-fields',
    ]);
    expect(notes).toContain('the board is simulated: its switching is drawn by a model');
    expect(notes).toContain('1 of the chosen cells do not follow and have no part in it');
    // 36 loops of half a second at up to 46 kA/m would have tripped the coil without rests.
    expect(notes.some((note) => note.startsWith('the coil rested'))).toBe(true);
    expect(fake.overloads).toBe(0);
  });

  it('can be run again at once: the coil is still hot from the run before', async () => {
    const clock = new VirtualClock();
    const fake = new FakeArrayBoard(clock, { rows: 1, cols: 2, magnet: () => MAGNET, model: MODEL, coilBudgetS: 20 });
    const params = { fieldStep: 2e3, fieldMax: 46e3, loops: 6, coilBudget: 20 };
    for (const run of ['first', 'second']) {
      const { outcome } = await runOn(hysteresisLoop, fake.board, { clock, params });
      expect(outcome, run).toMatchObject({ status: 'finished', safe: true });
      expect(fake.overloads, run).toBe(0);
    }
  });

  it('sweeps rows together without a bias, and dwells as long as it is told', async () => {
    const { outcome, tables } = await runLoop({ rows: 'all', columns: '0-1', loops: 2, fieldStep: 4e3, dwell: 0.02 });
    expect(outcome.results).toMatchObject({ cells: 4, loops: 2, vcma: null });
    expect(outcome.results['dwellS']).toBeGreaterThanOrEqual(0.02);
    expect(outcome.results['dwellS']).toBeLessThan(0.025);
    const dwells = tables.get('loops')!.map((row) => row['dwell_s'] as number);
    expect(Math.min(...dwells)).toBeGreaterThanOrEqual(0.02);
    const fields = tables.get('switching-fields')!;
    expect(new Set(fields.map(({ row }) => row))).toEqual(new Set([0, 1]));
    for (const { branch, field_A_per_m: field } of fields)
      expect(Math.sign(field as number)).toBe(branch === 'up' ? 1 : -1);
  });

  it('stops when it is told, leaves the array safe and keeps what it has', async () => {
    const abort = new AbortController();
    const { outcome, tables } = await runLoop(
      { loops: 100 },
      {},
      {
        signal: abort.signal,
        onEvent: (event) => {
          if (event.type === 'progress' && event.done === 250) abort.abort();
        },
      },
    );
    expect(outcome).toMatchObject({ status: 'aborted', safe: true });
    expect(isAbortError(outcome.error)).toBe(true);
    expect(tables.get('switching-fields')!.length).toBeGreaterThan(4);
  });

  it.each([
    [{ fieldMax: 60e3 }, 'fieldMax must not be above the 47746 A/m of this board, got 60000'],
    [{ fieldStep: 50e3, fieldMax: 40e3 }, 'fieldStep must not be above fieldMax = 40000, got 50000'],
    [{ biases: '0,400mV' }, 'parameter biases must be quantities from'],
    [{ rows: '2' }, 'parameter rows must be all'],
    [{ dwell: 1 }, 'one passage would heat the coil beyond its budget'],
  ] as [Record<string, unknown>, string][])('refuses %j', async (params, message) => {
    const { outcome } = await runLoop(params);
    expect(outcome).toMatchObject({ status: 'failed', safe: true });
    expect(outcome.error?.message).toContain(message);
  });
});
