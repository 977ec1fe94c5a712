import { expect, it } from 'vitest';
import { parseQuantityList } from './quantity-list.js';

const range = { unit: 'V', min: -0.3, max: 0.3 };

it('reads quantities with units', () => {
  expect(parseQuantityList('biases', '-200mV, 0,0.2 V', range)).toEqual([-0.2, 0, 0.2]);
  expect(parseQuantityList('biases', '0,0', range)).toEqual([0]);
});

it.each(['', '1', '0,x', '0,,1', '5 A'])('refuses %j by name, text and range', (text) => {
  expect(() => parseQuantityList('biases', text, range)).toThrow(RangeError);
  expect(() => parseQuantityList('biases', text, range)).toThrow(
    /parameter biases must be quantities from -300\.0.mV to 300\.0.mV/,
  );
});
