import { expect, it } from 'vitest';
import { withFieldAxes } from './field-axis.js';
import type { XyModel } from './model.js';

const model: XyModel = {
  title: 'T',
  draw: 'line',
  x: { label: 'Field', unit: 'A/m', max: 1000 },
  y: { label: 'R', unit: 'Ω' },
  series: [{ x: [0, 1000], y: [1, 2] }],
  references: [
    { axis: 'x', value: 500 },
    { axis: 'y', value: 1 },
  ],
};

it('shows fields in the unit that was chosen', () => {
  expect(withFieldAxes(model, { factor: 2, unit: 'T' })).toMatchObject({
    x: { label: 'Field, µ_{0}H', unit: 'T', max: 2000 },
    series: [{ x: [0, 2000], y: [1, 2] }],
    references: [
      { axis: 'x', value: 1000 },
      { axis: 'y', value: 1 },
    ],
  });
  expect(withFieldAxes(model, { factor: 2, unit: 'Oe' }).x.label).toBe('Field');
});

it('leaves other plots alone', () => {
  const other = { ...model, x: { label: 'V', unit: 'V' } };
  expect(withFieldAxes(other, { factor: 2, unit: 'T' })).toBe(other);
});
