import { expect, it } from 'vitest';
import { curveLabel } from './experiments.js';

const labels = {
  'independent bits, 95 % of lags': 'unabhängige Bits, 95 % der Verschiebungen',
  measured: 'gemessen',
  Controller: 'Regler',
  bias: 'Vorspannung',
};

it.each([
  ['independent bits, 95 % of lags', 'unabhängige Bits, 95 % der Verschiebungen'],
  ['measured', 'gemessen'],
  ['measured, off', 'gemessen, off'],
  ['bias 200 mV', 'Vorspannung 200 mV'],
  ['measured, bias −200 mV', 'gemessen, Vorspannung −200 mV'],
  ['biased', 'biased'],
  ['board, raw', 'board, raw'],
])('says %s as %s', (english, german) => {
  expect(curveLabel(english, labels)).toBe(german);
});
