import { expect, it } from 'vitest';
import type { EnergyView } from '../../../../lab/energy/index.js';
import { powerModel, powerSummary } from './power-plots.js';

const view: EnergyView = {
  scope: 'board',
  kind: 'modelled',
  clock: 'board',
  fromS: 0,
  toS: 3,
  edgesS: Float64Array.of(0, 1, 3),
  meanW: Float64Array.of(3, 5),
  minW: Float64Array.of(3, 4),
  maxW: Float64Array.of(3, 6),
  cumulativeJ: Float64Array.of(10, 13, 23),
  parts: [
    { name: '3V3 idle', idle: true, meanW: Float64Array.of(2, 2) },
    { name: '', idle: false, meanW: Float64Array.of(1, 3) },
  ],
  readingsPerBin: 4,
};

it('stacks layers up to the mean, each filled down to the one below', () => {
  const { series } = powerModel(view, { scope: 'board', kind: 'modelled' });
  expect(series.map(({ label }) => label)).toEqual(['3V3 idle: idle baseline', 'not named', 'mean']);
  expect(series.map(({ y }) => [...y])).toEqual([
    [2, 2, 2],
    [3, 5, 5],
    [3, 5, 5],
  ]);
  expect(series.map(({ fill }) => fill)).toEqual(['floor', 0, undefined]);
  expect(series.every(({ provenance }) => provenance === 'modelled')).toBe(true);
  expect([...series[2]!.lower!]).toEqual([3, 4, 4]);
});

it('tells energy divided by time as the mean, and the extremes between two readings', () => {
  expect(powerSummary(view)).toEqual({ n: 2, min: 3, mean: 13 / 3, max: 6 });
});

it('leaves a gap in every layer above one that nobody knows, and fills none', () => {
  const parts = [
    { name: 'pulse', idle: false, meanW: Float64Array.of(NaN, 2) },
    { name: 'read', idle: false, meanW: Float64Array.of(1, 3) },
  ];
  const { series } = powerModel({ ...view, parts }, { scope: 'board', kind: 'modelled' });
  expect(series.slice(0, 2).map(({ y }) => [...y])).toEqual([
    [NaN, 2, 2],
    [NaN, 5, 5],
  ]);
});
