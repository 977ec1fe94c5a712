import { expect, it } from 'vitest';
import { toCsv, xyTable } from './csv.js';
import type { XyModel } from '../xy/model.js';

const model: XyModel = {
  title: 'T',
  draw: 'line',
  x: { label: 'Voltage', unit: 'V' },
  y: { label: 'R_{P}', unit: 'Ω' },
  series: [
    { label: 'up, first', x: [0, 1], y: [1e-9, NaN] },
    { label: 'down', x: [1], y: [2], lower: [1.5], upper: [2.5] },
  ],
};

it('has units in its headings, all series, and nothing where there is no value', () => {
  expect(toCsv(xyTable(model))).toBe(
    'Series,Voltage (V),R_P (Ω),R_P (Ω) lower end,R_P (Ω) upper end\n"up, first",0,1e-9,,\n"up, first",1,,,\ndown,1,2,1.5,2.5\n',
  );
});

it('is of a range when one is chosen', () => {
  expect(xyTable(model, [0.5, 2]).rows).toHaveLength(2);
  expect(xyTable({ ...model, series: [{ x: [1], y: [2] }] }).columns).toEqual(['Voltage (V)', 'R_P (Ω)']);
});

it('quotes what would break a row', () => {
  expect(toCsv({ columns: ['a"b'], rows: [['x\ny']] })).toBe('"a""b"\n"x\ny"\n');
});
