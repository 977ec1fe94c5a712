import { describe, expect, it } from 'vitest';
import { readGrid } from './quantity-options.js';

describe('readGrid', () => {
  it('spaces a range evenly, with exact ends', () => {
    expect(readGrid('-0.3V:900mV:5', 'V')).toEqual(
      [-0.3, 0, 0.3, 0.6, 0.9].map((v) => expect.closeTo(v, 12) as number),
    );
    expect(readGrid('0:1.2ns:7', 's').at(-1)).toBe(1.2e-9);
  });
  it('reads a list', () => expect(readGrid('0,0.2, 400mV', 'V')).toEqual([0, 0.2, 0.4]));
  it('refuses what is neither', () => {
    for (const text of ['0:1', '0:1:1', '0:1:2.5', '0:1:3:4', '0:1:1e9', ''])
      expect(() => readGrid(text, 'V'), text).toThrow(/Allowed|cannot read/);
  });
});
