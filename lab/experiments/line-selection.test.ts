import { expect, it } from 'vitest';
import { selectLines } from './line-selection.js';

it('reads lists and ranges of lines', () => {
  expect(selectLines('rows', 'all', 4)).toEqual({ lines: [0, 1, 2, 3], mask: 0b1111n });
  expect(selectLines('rows', '0-2, 7', 8)).toEqual({ lines: [0, 1, 2, 7], mask: 0b10000111n });
  expect(selectLines('rows', '7,2-2,7', 8)).toEqual({ lines: [2, 7], mask: 0b10000100n });
  expect(selectLines('columns', '63', 64).mask).toBe(1n << 63n);
});

it.each(['', 'x', '3-1', '0-8', '-1', '1,,2', '0x1', '1.5'])('refuses %j by name, text and range', (text) => {
  expect(() => selectLines('rows', text, 8)).toThrow(RangeError);
  expect(() => selectLines('rows', text, 8)).toThrow(
    `parameter rows must be all, or numbers and ranges from 0 to 7 as in 0-7,12; got ${JSON.stringify(text)}`,
  );
});
