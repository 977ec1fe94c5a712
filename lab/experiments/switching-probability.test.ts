import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { switchingProbability } from './switching-probability.experiment.js';
import { FakeArrayBoard, type FakeArrayOptions } from './testing/fake-array-board.js';
import { runOn, type RunUnderTest } from './testing/run-on.js';

/** Damped turns about an in-plane field, the same from either state. */
const truth = (voltageV: number, widthS: number): number => {
  const t = widthS / 1e-9;
  return 0.5 * (1 - Math.cos((2 * Math.PI * t) / 2.4) * Math.exp((-t * voltageV) / 4));
};

async function runMap(
  params: Record<string, unknown>,
  board: Partial<FakeArrayOptions> = {},
  options: Parameters<typeof runOn>[2] = {},
): Promise<RunUnderTest & { fake: FakeArrayBoard }> {
  const clock = new VirtualClock();
  const fake = new FakeArrayBoard(clock, {
    rows: 4,
    cols: 16,
    pulse: (_start, voltageV, widthS) => truth(voltageV, widthS),
    ...board,
  });
  return { ...(await runOn(switchingProbability, fake.board, { clock, params, ...options })), fake };
}

const SMALL = { voltageFrom: 1, voltageTo: 1.4, voltagePoints: 2, widthPoints: 7, halfWidth: 0.04, refinements: 2 };

describe('the switching probability', () => {
  it('is mapped with intervals that hold the truth, and finds where p is one half', async () => {
    const { outcome, tables, progress, plots, notes } = await runMap(SMALL);
    expect(outcome).toMatchObject({
      status: 'finished',
      safe: true,
      results: { targetReached: true, leftOutPulses: 0 },
    });
    const points = [...tables.get('from-parallel')!, ...tables.get('from-antiparallel')!];
    expect(points).toHaveLength(outcome.results['points'] as number);
    let held = 0;
    for (const { width_s: widthS, voltage_V: voltageV, lower, upper } of points) {
      const p = truth(voltageV as number, widthS as number);
      if ((lower as number) <= p && p <= (upper as number)) held += 1;
      expect((upper as number) - (lower as number)).toBeLessThanOrEqual(0.08);
    }
    // 95 % of some forty: below 34 has a probability of 1e-3.
    expect(points.length).toBeGreaterThan(38);
    expect(held / points.length).toBeGreaterThan(0.85);
    const halfWidths = outcome.results['halfWidths'] as { widthS: number; standardErrorS: number; start: string }[];
    expect(halfWidths.length).toBeGreaterThanOrEqual(2 * 2 * 3);
    for (const { widthS, standardErrorS } of halfWidths) {
      // p = ½ at odd quarters of the period of 2.4 ns.
      const nearest = (2 * Math.round((widthS / 0.6e-9 - 1) / 2) + 1) * 0.6e-9;
      expect(Math.abs(widthS - nearest)).toBeLessThan(5 * standardErrorS);
    }
    expect(progress['trials']!.done).toBe(outcome.results['trials']);
    expect(progress['trials']!.total).toBe(outcome.results['trials']);
    expect([...plots].sort()).toEqual([
      'map-from-antiparallel',
      'map-from-parallel',
      'memory',
      'probability-from-antiparallel',
      'probability-from-parallel',
    ]);
    expect(notes).toEqual([
      '64 cells take part',
      'the board is simulated: its outcomes are pseudo-random draws of a model',
    ]);
  });

  it('sets each pulse once a round, amplitude by amplitude', async () => {
    const { fake, tables } = await runMap({ ...SMALL, refinements: 0, halfWidth: 0.5, start: 'p' });
    const settings = fake.calls.filter((call) => call.startsWith('setConfig')).slice(1);
    expect(settings).toHaveLength(14);
    expect(settings.map((call) => /amplitudeV=(\S+)/.exec(call)![1])).toEqual([
      ...Array<string>(7).fill(settings[0]!.split('=')[2]!),
      ...Array<string>(7).fill(settings[13]!.split('=')[2]!),
    ]);
    expect(tables.get('measurements')).toHaveLength(14);
    expect(tables.has('from-antiparallel')).toBe(false);
    expect(tables.has('memory')).toBe(false);
  });

  it('leaves out the cells that do not follow and the pulses that the board refuses', async () => {
    const { outcome, notes, tables } = await runMap(
      { ...SMALL, rows: '0', columns: '0-3', widthTo: 9.5e-9, voltageTo: 1.8, start: 'ap' },
      { faults: { '0,1': 'ap', '0,2': 'open' } },
    );
    expect(notes[0]).toBe('2 cells take part; 2 do not follow and have no part in it');
    // 1.8 V is allowed up to 5 ns: 0.5, 2, 3.5 and 5 of seven widths.
    expect(outcome.results['leftOutPulses']).toBe(3);
    expect(notes).toContain('3 pulses of the grid are beyond the limits of the board and left out');
    for (const { trials, width_s: widthS, voltage_V: voltageV } of tables.get('from-antiparallel')!) {
      expect((trials as number) % 2).toBe(0);
      expect((voltageV as number) < 1.7 || (widthS as number) <= 5e-9).toBe(true);
    }
  });

  it('measures how much the cells differ', async () => {
    const spread = (sigma: number) =>
      runMap(
        {
          ...SMALL,
          spreadShots: 400,
          spreadWidth: 4.8e-9,
          spreadVoltage: 1.2,
          budget: 1e5,
          halfWidth: 0.5,
          refinements: 0,
        },
        { pulse: (_s, _v, _w, row, col) => 0.5 + sigma * Math.sqrt(3) * ((2 * ((5 * row + 3 * col) % 16)) / 15 - 1) },
      );
    const { outcome, tables, plots } = await spread(0.1);
    const found = outcome.results['cellSpread'] as {
      sigmaP: number;
      sigmaLower: number;
      pValue: number;
      cells: number;
    };
    expect(found).toMatchObject({ cells: 64, shots: 400, start: 'p', widthS: 4.8e-9 });
    // Even spacing of 16 values: 0.1·√(17/15) = 0.106; the interval of 64 cells is ±18 %.
    expect(Math.abs(found.sigmaP - 0.106)).toBeLessThan(0.03);
    expect(found.pValue).toBeLessThan(1e-9);
    expect(tables.get('cells')).toHaveLength(64);
    expect(tables.get('columns')).toHaveLength(16);
    expect(plots).toEqual(expect.arrayContaining(['cell-map', 'cell-spread', 'columns']));
    const alike = (await spread(0)).outcome.results['cellSpread'] as { pValue: number; sigmaLower: number };
    expect(alike.pValue).toBeGreaterThan(1e-4);
    expect(alike.sigmaLower).toBe(0);
  });

  it('says so when the budget does not suffice', async () => {
    const { outcome, notes } = await runMap({ ...SMALL, start: 'p', halfWidth: 0.005, budget: 20_000 });
    expect(outcome.results['targetReached']).toBe(false);
    expect(outcome.results['trials']).toBeLessThanOrEqual(20_000);
    expect(notes.at(-1)).toContain('not every point reached the half-width of 0.005');
    const short = await runMap({ ...SMALL, budget: 100 });
    expect(short.outcome.error?.message).toContain('budget must not be below the 14336 trials of the coarse grid');
  });

  it('fails with a remedy when no cell follows, and stops when it is told', async () => {
    const dead = await runMap({ ...SMALL, rows: '0', columns: '0' }, { faults: { '0,0': 'p' } });
    expect(dead.outcome.error?.message).toBe('none of the chosen cells can be brought to both states');
    const abort = new AbortController();
    const { outcome, tables } = await runMap(
      SMALL,
      {},
      {
        signal: abort.signal,
        onEvent: (event) => {
          if (event.type === 'progress' && event.done > 5000) abort.abort();
        },
      },
    );
    expect(outcome).toMatchObject({ status: 'aborted', safe: true });
    expect(tables.get('measurements')!.length).toBeGreaterThan(9);
  });
});
