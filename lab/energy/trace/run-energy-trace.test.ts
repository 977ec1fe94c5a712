import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard } from '../../../firmware-host/host/index.js';
import { generate } from '../../experiments/generate.experiment.js';
import { runExperiment } from '../../experiments/index.js';
import { RunWriter } from '../../runs/index.js';
import type { EnergyReport } from '../ledger.js';
import { RecomputeTally } from '../recompute.js';
import { RunEnergyTrace } from './run-energy-trace.js';

let root: string;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'spindrift-energy-'))));
afterAll(() => rm(root, { recursive: true, force: true }));

describe('RunEnergyTrace of a generation', () => {
  let dir: string;
  let report: EnergyReport;
  beforeAll(async () => {
    dir = join(root, 'generation');
    const board = await openBoard('sim:typical?seed=3');
    const outcome = await runExperiment(generate, {
      board,
      outDir: dir,
      params: { images: 2, steps: 3, batch: 1 },
      hostWattsPerCore: 10,
    });
    await board.close();
    expect(outcome.status).toBe('finished');
    report = JSON.parse(await readFile(join(dir, 'energy.json'), 'utf8')) as EnergyReport;
  }, 120_000);

  it('says what the run’s own report says, to the last digit', async () => {
    const energy = await RunEnergyTrace.open(dir);
    const {
      hostMeter: _hostMeter,
      unpricedPulses: _unpriced,
      ...books
    } = report as EnergyReport & Record<string, unknown>;
    expect(JSON.parse(JSON.stringify(energy.trace.ledger))).toEqual(books);
    expect(energy.entries).toBe(report.entries);
    expect(energy.damaged).toBe(0);
  });

  it.each([1024, 8])('divides it over time without losing anything (%i bins)', async (capacity) => {
    const energy = await RunEnergyTrace.open(dir, { capacity });
    for (const clock of ['board', 'host'] as const) {
      const { fromS, toS } = energy.trace.clock(clock).span!;
      const cuts = [fromS, ...[0.1, 0.37, 0.5, 0.9].map((share) => fromS + share * (toS - fromS)), toS];
      const parts = await Promise.all(
        cuts.slice(1).map((end, i) => energy.selection({ clock, fromS: cuts[i]!, toS: end })),
      );
      const whole = await energy.selection({ clock });
      expect(whole.covered).toEqual({ fromS, toS });
      for (const { amount, components, phases } of whole.totals) {
        const { scope, kind, joules, sigma, scaleSigma, events } = amount;
        const booked = report[scope][kind]!;
        for (const list of [components, phases]) {
          expect(list.reduce((sum, part) => sum + part.joules, 0) / booked.joules - 1).toBeCloseTo(0, 12);
        }
        expect({ joules, sigma, scaleSigma, events }).toEqual({
          joules: expect.closeTo(booked.joules, 12) as number,
          sigma: expect.closeTo(booked.sigma, 12) as number,
          scaleSigma: expect.closeTo(booked.scaleSigma, 12) as number,
          events: booked.events,
        });
        expect(joules / booked.joules - 1).toBeCloseTo(0, 12);
        const ofParts = parts
          .flatMap(({ totals }) => totals)
          .filter((t) => t.amount.scope === scope && t.amount.kind === kind);
        expect(ofParts.reduce((sum, part) => sum + part.amount.joules, 0) / booked.joules - 1).toBeCloseTo(0, 12);
        expect(ofParts.reduce((sum, part) => sum + part.amount.events, 0)).toBe(booked.events);
      }
    }
  });

  it('gives the same sums and the same view whether bins were merged or not', async () => {
    const [fine, coarse] = await Promise.all([RunEnergyTrace.open(dir), RunEnergyTrace.open(dir, { capacity: 8 })]);
    const { toS } = fine.trace.clock('board').span!;
    const range = { clock: 'board', fromS: 0.2 * toS, toS: 0.6 * toS } as const;
    const [a, b] = [await fine.selection(range), await coarse.selection(range)];
    expect(b.covered).toEqual(a.covered);
    expect(b.totals.map(({ amount }) => amount.events)).toEqual(a.totals.map(({ amount }) => amount.events));
    const view = { scope: 'array', kind: 'modelled', fromS: range.fromS, toS: range.toS, split: 'phase' } as const;
    const [x, y] = [await fine.view(view), await coarse.view(view)];
    expect(y.edgesS).toEqual(x.edgesS);
    expect(y.meanW).toEqual(x.meanW);
    for (const [i, joules] of y.cumulativeJ.entries()) expect(joules / x.cumulativeJ[i]! - 1).toBeCloseTo(0, 12);
  });

  it('knows steps, bits, images and multiply-accumulates', async () => {
    const energy = await RunEnergyTrace.open(dir);
    const { steps } = energy.steps;
    expect(steps).toHaveLength(6);
    const whole = await energy.selection({ clock: 'board' });
    const device = whole.totals.find(({ amount }) => amount.scope === 'device')!;
    const noise = device.phases.find(({ name }) => name === 'noise')!;
    expect(device.perBit).toMatchObject({ count: 2 * 3 * 784, joules: noise.joules / (2 * 3 * 784) });
    expect(device.perImage?.count).toBe(2);
    expect(device.perMac?.count).toBeGreaterThan(1e6);
    expect(device.perBit!.scaleSigma / device.perBit!.joules).toBeCloseTo(0.1, 6);
    const inSteps = steps.reduce(
      (sum, { energy: amounts }) => sum + (amounts.find(({ scope }) => scope === 'device')?.joules ?? 0),
      0,
    );
    expect(inSteps).toBeGreaterThan(0.99 * device.amount.joules);
    const { toS } = energy.trace.clock('board').span!;
    const half = await energy.selection({ clock: 'board', fromS: steps[1]!.endS, toS });
    // A step draws for the one after it; the first for itself as well, the last not at all.
    expect(half.produced.bits).toBe(3 * 784);
    expect(half.produced.images).toBeUndefined();
  });

  it('finds the raw entries of a selection, and their formulas give what was posted', async () => {
    const energy = await RunEnergyTrace.open(dir);
    const { toS } = energy.trace.clock('board').span!;
    const range = { clock: 'board', fromS: 0.5 * toS, toS } as const;
    const tally = new RecomputeTally();
    const joules = new Map<string, number>();
    for await (const entry of energy.rawEntries(range)) {
      tally.add(entry);
      joules.set(entry.scope, (joules.get(entry.scope) ?? 0) + entry.joules);
    }
    const { totals } = await energy.selection(range);
    for (const { amount } of totals) expect(joules.get(amount.scope)! / amount.joules - 1).toBeCloseTo(0, 10);
    expect(tally.result.checked).toBeGreaterThan(10);
    expect(tally.result.worst).toBeLessThan(1e-12);
    expect(tally.result.reasons).toEqual(expect.arrayContaining([expect.stringContaining('stand-in')]));
  });

  it('keeps the idle baseline apart', async () => {
    const { totals } = await (await RunEnergyTrace.open(dir)).selection({ clock: 'board' });
    const board = totals.find(({ amount }) => amount.scope === 'board')!;
    expect(board.idleJ + board.activeJ).toBeCloseTo(board.amount.joules, 9);
    expect(board.components.filter(({ idle }) => idle).map(({ name }) => name)).toEqual(['USB5V idle', '3V3 idle']);
  });
});

describe('RunEnergyTrace of a run that goes on', () => {
  it('reads what has come since', async () => {
    const dir = join(root, 'growing');
    const run = await RunWriter.create({ dir, experiment: 'probe', params: {} });
    const entry = { scope: 'array', kind: 'modelled', component: 'adc', sigma: 0, events: 1, formula: 'array.adc' };
    await run.append({ type: 'energy', boardTimeS: 2, hostTimeS: 0, totals: [] });
    await run.append({ type: 'posting', entry: { ...entry, timeS: 4, joules: 8 } });
    const energy = await RunEnergyTrace.open(dir);
    expect([...energy.trace.view({ scope: 'array', kind: 'modelled' }).meanW]).toEqual([4]);
    expect(await energy.refresh()).toBe(false);
    await run.append({ type: 'posting', entry: { ...entry, timeS: 5, joules: 1 } });
    await run.append({ type: 'posting', entry: { ...entry, timeS: 5, joules: 1 } });
    await run.append({ type: 'posting', entry: { ...entry, timeS: 6, joules: 1, formula: 'of.another-version' } });
    expect(await energy.refresh()).toBe(true);
    expect([...energy.trace.view({ scope: 'array', kind: 'modelled' }).meanW]).toEqual([4, 2]);
    expect(energy.damaged).toBe(1);
    await run.append({ type: 'metric', values: { bits: 100 } });
    await run.append({ type: 'result', values: { images: 5 } });
    await energy.refresh();
    expect(energy.produced).toEqual({ bits: 100 });
    await run.finish({ status: 'finished' });
    expect(await energy.refresh()).toBe(true);
    expect(energy.run.state).toBe('finished');
    expect(energy.produced).toEqual({ bits: 100, images: 5 });
    expect(await energy.refresh()).toBe(false);
  });
});
