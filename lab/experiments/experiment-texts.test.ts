import { describe, expect, it } from 'vitest';
import { describeExperiment } from './describe-experiment.js';
import { listExperiments } from './registry.js';
import type { ExperimentView } from './views.js';

/** All that a view says besides its title. */
function labelsOf(view: ExperimentView): string[] {
  if (view.kind === 'image') return [];
  const series = 'series' in view ? [view.series.label] : [];
  switch (view.kind) {
    case 'line':
    case 'scatter': {
      // The label of the axis is that of the first curve where it has none of its own.
      const own = view.yLabel === undefined ? [] : [view.yLabel];
      return [view.x.label, ...view.y.map(({ label }) => label), ...own, ...series];
    }
    case 'histogram':
      return [view.value.label, ...series];
    case 'heatmap':
      return [view.x.label, view.y.label, view.value.label];
  }
}

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();

const experiments = await listExperiments();

it('are looked at for all experiments', () => {
  expect(experiments.length).toBeGreaterThanOrEqual(9);
});

describe.each(experiments)('the German of $id', (experiment) => {
  const { params, views } = describeExperiment(experiment);
  const de = experiment.texts!.de!;

  it('has title and summary of its own', () => {
    expect(de.title).not.toBe(experiment.title);
    expect(de.summary).not.toBe(experiment.summary);
    expect(de.summary).toMatch(/\.$/);
  });

  it('names the parameters that there are, with help where the English has it', () => {
    const helped = (help: string | undefined): boolean => help !== undefined;
    expect(Object.fromEntries(Object.entries(de.params).map(([name, [, help]]) => [name, helped(help)]))).toEqual(
      Object.fromEntries(params.map(({ name, help }) => [name, helped(help)])),
    );
  });

  it('names the views that there are, and all their labels', () => {
    expect(sorted(Object.keys(de.views))).toEqual(sorted(views.map(({ id }) => id)));
    expect(sorted(Object.keys(de.labels))).toEqual(sorted(views.flatMap(labelsOf)));
  });

  it('leaves nothing empty', () => {
    const all = [...Object.values(de.params).flat(), ...Object.values(de.views), ...Object.values(de.labels)];
    expect(all.filter((text) => text?.trim() === '')).toEqual([]);
  });

  it('is not in the description that the command line prints', () => {
    expect(describeExperiment(experiment)).not.toHaveProperty('texts');
  });
});
