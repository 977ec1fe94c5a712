import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunFigure, RunFindings } from '../../rpc/api/index.js';
import { SMALL_BOARD, startBackend, type BackendHarness } from '../testing/backend-harness.js';

let harness: BackendHarness;
beforeAll(async () => {
  harness = await startBackend();
});
afterAll(() => harness.dispose());

it('tells the figures and results of a run until it ends, with counts to read them by, and draws them', async () => {
  const board = SMALL_BOARD;
  const { page } = harness;
  const run = await page.call('experiments.start', {
    board,
    experiment: 'switching-probability',
    params: { widthPoints: 2, voltagePoints: 2, start: 'p', trialsMin: 8, trialsMax: 8, refinements: 0 },
  });
  const figures = new Map<string, RunFigure['figure']>();
  let order: readonly string[] = [];
  let results: RunFindings['results'] = [];
  for await (const news of page.stream('experiments.findings', { board, run: run.id })) {
    for (const { id, figure } of news.figures) figures.set(id, figure);
    ({ order, results } = news);
  }
  expect(results.length).toBeGreaterThan(3);
  // What was drawn last is drawn of the run that has ended.
  for (const [id, figure] of figures)
    expect(figure.notes ?? [], id).not.toContainEqual(expect.stringMatching(/goes on/));
  expect(order.slice(0, 2)).toEqual(['map-from-parallel', 'map-from-antiparallel']);
  expect(order).toEqual(expect.arrayContaining([...figures.keys()]));
  const map = figures.get('map-from-parallel');
  expect(map).toMatchObject({ kind: 'heatmap', colors: 'diverging' });
  expect(map?.kind === 'heatmap' && map.counts?.trials).toBeInstanceOf(Float64Array);
  expect(figures.get('probability-from-parallel')).toMatchObject({ kind: 'line' });
  expect(map?.kind === 'heatmap' && map.subtitle).toMatch(/simulated board sim:ideal/);
  const svg = await page.call('experiments.picture', { board, run: run.id, figure: 'map-from-parallel' });
  expect(svg).toMatch(/^<svg[\s\S]*Switching from parallel/);
  await expect(page.call('experiments.picture', { board, run: run.id, figure: 'none' })).rejects.toThrow(
    /no figure none/,
  );
}, 60_000);
