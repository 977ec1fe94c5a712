import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRun } from '../runs/index.js';
import { fitSample, sphereSample } from '../plot/testing/sample-figures.js';
import { ofClass, parseSvg, type SvgNode } from '../plot/testing/svg-tree.js';
import { resistanceMap } from './resistance-map.experiment.js';
import { runExperiment } from './run-experiment.js';
import { EngineHarness, probe, row } from './testing/engine-harness.js';
import type { ExperimentView } from './views.js';

const views: ExperimentView[] = [
  {
    kind: 'line',
    id: 'course',
    title: 'Course',
    table: 't',
    x: { column: 'i', label: 'Step' },
    y: [{ column: 'i', label: 'Step' }],
  },
];

let harness: EngineHarness;
beforeEach(async () => {
  harness = await EngineHarness.create();
});
afterEach(() => harness.dispose());

const drawn = async (name: string): Promise<SvgNode> =>
  parseSvg(await readFile(join(harness.runDir, 'plots', name), 'utf8'));
const artifacts = async (): Promise<string[]> =>
  (await readRun(harness.runDir)).result!.artifacts.map(({ name }) => name);
const texts = (root: SvgNode, name: string): string[] => ofClass(root, name).map(({ text }) => text);

describe('the plots of a run', () => {
  it('are files of it, and say how to repeat it', async () => {
    const run = probe(async function* () {
      for (let i = 0; i < 5; i += 1) yield row(i);
    });
    const outcome = await harness.start({ ...run, views }, { params: { n: 4 } });
    expect(outcome.status).toBe('finished');
    expect(await artifacts()).toEqual(['energy.json', 'plots/course.svg', 'plots/course.png']);
    const root = await drawn('course.svg');
    expect(texts(root, 'subtitle')).toEqual(['probe; simulated board sim:fake; n 4; seed 1; spindrift 0.1.0']);
    expect(texts(root, 'note')).toEqual([]);
    const png = PNG.sync.read(await readFile(join(harness.runDir, 'plots', 'course.png')));
    expect([png.width, png.height]).toEqual([1280, 920]);
  });

  it('are drawn of what there is when a run is stopped, and say so', async () => {
    const stop = new AbortController();
    const run = probe(async function* ({ signal }) {
      for (let i = 0; i < 3; i += 1) yield row(i);
      stop.abort();
      signal.throwIfAborted();
    });
    const outcome = await harness.start({ ...run, views }, { signal: stop.signal });
    expect(outcome).toMatchObject({ status: 'aborted', safe: true });
    const root = await drawn('course.svg');
    expect(texts(root, 'note')).toEqual(['The run ended early (aborted); drawn is what had been recorded.']);
    expect(ofClass(root, 'curve')[0]!.attributes['d']!.match(/[ML]/g)).toHaveLength(3);
  });

  it('are none where no row came', async () => {
    const run = probe(async function* () {
      yield { type: 'result', values: { a: 1 } };
    });
    await harness.start({ ...run, views });
    expect(await artifacts()).toEqual(['energy.json']);
  });

  it('are there for the report', async () => {
    const run = probe(
      async function* () {
        yield row(1);
        yield row(2);
      },
      async (ctx) => {
        const svg = await readFile(join(ctx.run.dir, 'plots', 'course.svg'), 'utf8');
        await ctx.run.writeFile('report.html', svg);
      },
    );
    expect((await harness.start({ ...run, views })).status).toBe('finished');
  });
});

describe('figures of an experiment', () => {
  it('are drawn when it ends, the last of a name', async () => {
    const run = probe(async function* () {
      yield { type: 'figure', name: 'fit', figure: sphereSample };
      yield { type: 'figure', name: 'fit', figure: fitSample };
      yield { type: 'figure', name: 'path', figure: sphereSample };
    });
    const outcome = await harness.start(run);
    expect(outcome.status).toBe('finished');
    expect((await artifacts()).slice(1)).toEqual([
      'plots/fit.svg',
      'plots/fit.png',
      'plots/path.svg',
      'plots/path.png',
    ]);
    expect(texts(await drawn('fit.svg'), 'title')).toEqual([fitSample.title]);
    // The log tells of them, without their data.
    expect((await harness.stored('figure')).at(-1)).toEqual({
      type: 'figure',
      name: 'path',
      kind: 'sphere',
      title: sphereSample.title,
    });
    expect(harness.events.findLast(({ type }) => type === 'figure')).toMatchObject({ figure: sphereSample });
  });

  it('that cannot be drawn are logged and fail nothing', async () => {
    const run = probe(async function* () {
      yield row(1);
      yield { type: 'figure', name: 'empty', figure: { ...fitSample, series: [] } };
      yield { type: 'figure', name: '../escape', figure: fitSample };
      yield { type: 'figure', name: 'good', figure: fitSample };
    });
    const noColumn: ExperimentView = {
      kind: 'histogram',
      id: 'absent',
      title: 'A',
      table: 't',
      value: { column: 'nowhere', label: 'N' },
    };
    const outcome = await harness.start({ ...run, views: [noColumn] });
    expect(outcome.status).toBe('finished');
    expect((await artifacts()).slice(1)).toEqual(['plots/good.svg', 'plots/good.png']);
    const warnings = (await harness.stored('log')).filter(({ level }) => level === 'warn').map(({ text }) => text);
    expect(warnings).toEqual([
      'plot absent was not drawn: table t has no column nowhere',
      'plot empty was not drawn: figure.series must not be empty',
      expect.stringMatching(/^plot \.\.\/escape was not drawn: artifact name must be a plain relative name/),
    ]);
  });
});

describe('the resistance map', () => {
  it('draws its map and its distribution, the same for the same run', async () => {
    const run = async (dir: string): Promise<Buffer[]> => {
      const outcome = await runExperiment(resistanceMap, {
        board: harness.fake.board,
        outDir: join(harness.root, dir),
        clock: harness.clock,
      });
      expect(outcome.error).toBeUndefined();
      return Promise.all(
        ['resistance.svg', 'resistance.png', 'distribution.svg', 'distribution.png'].map((name) =>
          readFile(join(harness.root, dir, 'plots', name)),
        ),
      );
    };
    const first = await run('run');
    const second = await run('again');
    first.forEach((file, i) => expect(file.equals(second[i]!)).toBe(true));

    // 4 by 8 cells, of which the first cannot be read.
    const map = await drawn('resistance.svg');
    const cells = ofClass(map, 'cells').flatMap(({ children }) => children.map(({ attributes }) => attributes['d']!));
    expect(cells.join('').match(/Z/g)).toHaveLength(31);
    expect(ofClass(map, 'missing')[0]!.attributes['d']!.match(/Z/g)).toHaveLength(1);
    expect(texts(map, 'axis-title')).toEqual(['Resistance (kΩ)', 'Column', 'Row']);

    const distribution = await drawn('distribution.svg');
    expect(texts(distribution, 'axis-title')).toEqual(['Resistance (kΩ)', 'Count']);
    expect(texts(distribution, 'note')).toEqual(['Not shown: 1 of 32 values, not finite or beyond the axis.']);
    // Two states and nothing between them.
    expect(ofClass(distribution, 'population')[0]!.children).toHaveLength(2);
  });
});
