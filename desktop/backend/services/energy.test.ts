import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { encodeIdx } from '../../../lab/diffusion/index.js';
import type { EnergyReport } from '../../../lab/energy/index.js';
import { decodeGrayPng } from '../../../lab/report/index.js';
import { RunWriter } from '../../../lab/runs/index.js';
import type { EnergyNews, QualityNews } from '../../rpc/api/index.js';
import { startBackend, type BackendHarness } from '../testing/backend-harness.js';

const BOARD = 'sim:typical?seed=5';
let harness: BackendHarness;
beforeAll(async () => {
  harness = await startBackend();
});
afterAll(() => harness.dispose());

describe('energy of a generation', () => {
  let run: string;
  const told: EnergyNews[] = [];
  beforeAll(async () => {
    const { page } = harness;
    const params = { images: 2, steps: 2 };
    const started = await page.call('experiments.start', { board: BOARD, experiment: 'generate', params });
    run = started.dir;
    for await (const news of page.stream('energy.follow', { run })) told.push(news);
  }, 120_000);

  it('is followed from the first entries to the last', async () => {
    const last = told.at(-1)!;
    expect(told.length).toBeGreaterThan(1);
    expect(last.run).toMatchObject({ state: 'finished', experiment: 'generate', board: { kind: 'simulated' } });
    expect(told.flatMap(({ newSteps }) => newSteps).map(({ step }) => step)).toEqual([1, 2]);
    const report = JSON.parse(await readFile(join(run, 'energy.json'), 'utf8')) as EnergyReport;
    expect(last.entries).toBe(report.entries);
    for (const { amount } of last.board!.totals) {
      expect(amount).toMatchObject({
        joules: report[amount.scope][amount.kind]!.joules,
        events: report[amount.scope][amount.kind]!.events,
      });
    }
    expect(last.produced).toMatchObject({ bits: 2 * 2 * 784, images: 2 });
    expect(last.run.hostMeter?.kind).toBeDefined();
  });

  it('is drawn, selected, listed and exported', async () => {
    const { page } = harness;
    const view = await page.call('energy.view', { run, scope: 'array', kind: 'modelled', split: 'component' });
    expect(view.edgesS).toBeInstanceOf(Float64Array);
    const whole = told.at(-1)!.board!;
    const array = whole.totals.find(({ amount }) => amount.scope === 'array')!.amount;
    expect(view.cumulativeJ.at(-1)! / array.joules - 1).toBeCloseTo(0, 12);
    const half = { run, clock: 'board', fromS: view.fromS, toS: (view.fromS + view.toS) / 2 } as const;
    const selection = await page.call('energy.selection', half);
    const adc = selection.totals
      .find(({ amount }) => amount.scope === 'array')!
      .components.find(({ name }) => name === 'adc')!;
    const { total, entries, check, formulas } = await page.call('energy.entries', {
      ...half,
      component: 'adc',
      limit: 2,
    });
    expect(entries).toHaveLength(2);
    expect(entries[0]!.again.joules).toBe(entries[0]!.entry.joules);
    expect(check).toMatchObject({ checked: total, unchecked: 0 });
    expect(check.postedJ / adc.joules - 1).toBeCloseTo(0, 12);
    expect(formulas).toMatchObject([{ id: 'array.adc', constants: [{ symbol: 'E_adc', trust: 'unverified' }] }]);
    let csv = '';
    for await (const piece of page.stream('energy.csv', { ...half, component: 'adc' })) csv += piece;
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(total);
    expect(rows.reduce((sum, row) => sum + Number(row.split(',')[5]), 0) / adc.joules - 1).toBeCloseTo(0, 12);
  });

  it('comes with its pictures and files', async () => {
    const { page } = harness;
    const { grid, path } = await page.call('generate.pictures', { run });
    expect(grid).toMatchObject({ height: expect.any(Number) as number });
    expect(path!.width).toBeGreaterThan(path!.height);
    const png = await page.call('generate.file', { run, name: 'grid.png' });
    expect(decodeGrayPng(png).width).toBeGreaterThan(grid!.width);
    const runs = await page.call('energy.runs', { experiment: 'generate' });
    expect(runs).toMatchObject([{ run, state: 'finished' }]);
    expect(await page.call('energy.runs', { experiment: 'other' })).toEqual([]);
  });

  it('is of runs of the store alone', async () => {
    const { page } = harness;
    for (const bad of ['..', '/etc', '.', 'a/b']) {
      await expect(page.call('generate.file', { run: bad, name: 'energy.json' })).rejects.toThrow(
        'no run of the store',
      );
    }
    await expect(page.call('energy.view', { run: 'none', scope: 'host', kind: 'measured' })).rejects.toThrow(
      'holds no run',
    );
    await expect(page.call('generate.file', { run: 'none', name: 'grid.png' })).rejects.toThrow('cannot read');
  });

  it('is judged only with images enough', async () => {
    const judging = async (): Promise<void> => {
      for await (const _ of harness.page.stream('generate.quality', { run }));
    };
    await expect(judging()).rejects.toThrow(RangeError);
  });
});

it('judges images and tells how far it is', async () => {
  const dir = join(harness.runsDir, 'judged');
  const params = { model: '', steps: 1, guidance: 0, guidanceFrom: 1, guidanceTo: 0 };
  await mkdir(harness.runsDir, { recursive: true });
  const writer = await RunWriter.create({ dir, experiment: 'generate', params });
  await writer.finish({ status: 'finished' });
  const random = RandomStream.from(1, 'images');
  const values = Uint8Array.from({ length: 70 * 784 }, () => random.integer(256));
  await writeFile(join(dir, 'images.idx3-ubyte'), encodeIdx({ dimensions: [70, 28, 28], values }));
  await writeFile(join(dir, 'labels.idx1-ubyte'), encodeIdx({ dimensions: [70], values: new Uint8Array(70) }));
  const news: QualityNews[] = [];
  for await (const item of harness.page.stream('generate.quality', { run: dir, software: false })) news.push(item);
  expect(news[0]).toEqual({ type: 'progress', fraction: 0 });
  const last = news.at(-1)!;
  expect(last.type === 'report' && last.report).toMatchObject({ n: 70, fid: expect.any(Number) as number });
});
