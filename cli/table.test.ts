import { describe, expect, it } from 'vitest';
import { energyTable } from './energy-table.js';
import { pairs, table } from './table.js';

describe('table', () => {
  it('sets columns as wide as their widest cell and leaves no space at the end', () => {
    expect(
      table(
        ['name', 'n'],
        [
          ['a', 5],
          ['long µ', 1234],
        ],
        [1],
      ),
    ).toBe('NAME       N\na          5\nlong µ  1234');
  });

  it('leaves out pairs without a value', () => {
    expect(
      pairs([
        ['a', 1],
        ['b', undefined],
        ['long', 'x'],
      ]),
    ).toBe('a:     1\nlong:  x');
  });
});

describe('energyTable', () => {
  const energy = {
    device: { modelled: { joules: 3e-6, sigma: 0, scaleSigma: 0 } },
    board: { modelled: { joules: 5, sigma: 0.3, scaleSigma: 0.4 }, measured: { joules: 7, sigma: 0 } },
    host: {},
  };

  it('names scope and kind on every line, also where there is no figure, and adds nothing up', () => {
    const lines = energyTable(energy, 10)
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ').trim());
    expect(lines).toEqual([
      'device modelled 3.000\u00a0µJ 300.0\u00a0nJ an image',
      'array unavailable',
      'board measured 7.000\u00a0J 700.0\u00a0mJ an image',
      'board modelled 5.0(5)\u00a0J 500.0\u00a0mJ an image',
      'host unavailable',
    ]);
  });
});
