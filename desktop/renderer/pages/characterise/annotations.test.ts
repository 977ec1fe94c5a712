import { expect, it } from 'vitest';
import type { XyFigure } from '../../../../lab/plot/index.js';
import { annotated } from './annotations.js';

const loop: XyFigure = {
  kind: 'line',
  title: 'Loop',
  x: { label: 'Field', unit: 'A/m' },
  y: { label: 'Resistance', unit: 'Ω' },
  series: [{ x: [0], y: [1] }],
};
const result = (name: string, value: number) => ({ name, label: name, value });

it('marks coercive field, offset and the resistances of the states where a run has them', () => {
  const found = annotated(loop, [
    result('coerciveAPerM', 100),
    result('offsetAPerM', 10),
    result('resistancePOhm', 5e3),
    result('resistanceApOhm', 1e4),
    result('tmr', 1),
  ]);
  expect((found as XyFigure).references).toEqual([
    { axis: 'x', value: 110, label: 'H_{c}' },
    { axis: 'x', value: -90, label: '−H_{c}' },
    { axis: 'x', value: 10, label: 'H_{offset}' },
    { axis: 'y', value: 5e3, label: 'R_{P}' },
    { axis: 'y', value: 1e4, label: 'R_{AP}, TMR 100.0%' },
  ]);
});

it('leaves everything else as it is', () => {
  expect(annotated(loop, [])).toBe(loop);
  const other = { ...loop, x: { label: 'V', unit: 'V' } };
  expect(annotated(other, [result('coerciveAPerM', 1)])).toBe(other);
});
