import { describe, expect, it } from 'vitest';
import { histogramModel } from './derived.js';

describe('a histogram', () => {
  const model = histogramModel(
    {
      kind: 'histogram',
      title: 'T',
      x: { label: 'x' },
      bins: 2,
      populations: [{ values: [0, 1, 1, 2, NaN], label: 'a' }],
    },
    { leftOut: (n) => `${n} left out` },
  );

  it('closes its last step and says what it left out', () => {
    expect(model.series[0]).toMatchObject({ x: [0, 1, 2], y: [1, 3, 3], steps: true, fill: 'floor', label: 'a' });
    expect(model.notes).toEqual(['1 left out']);
  });

  it('draws something when there is nothing', () => {
    const empty = histogramModel(
      { kind: 'histogram', title: 'T', x: { label: 'x', scale: 'log' }, populations: [{ values: [-1] }] },
      { leftOut: String },
    );
    expect(empty.series[0]!.y).toEqual([0, 0]);
  });
});
