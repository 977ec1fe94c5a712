import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { distributionOf, judgeCells } from './cell-states.js';
import { RepeatedReadings } from './repeated-readings.js';
import { sortUnreadable } from './unreadable-cells.js';

describe('cells in both states', () => {
  it('are judged by whether they follow', () => {
    const random = RandomStream.from(1, 'states');
    const low = Float64Array.from({ length: 100 }, () => 50e3 * Math.exp(0.05 * random.gaussian()));
    const high = low.map((ohm) => ohm * (2 + 0.06 * random.gaussian()));
    high[3] = low[3]! * 1.01; // stuck parallel
    low[4] = high[4]! * 1.02; // stuck antiparallel, and noise the wrong way round
    low[5] = high[5] = 500;
    low[6] = Infinity;
    high[7] = NaN;
    low[8] = 0;
    const { verdicts, tmr, parallel, antiparallel, tmrSpread } = judgeCells(low, high);
    expect(verdicts.slice(0, 10)).toEqual([
      'good',
      'good',
      'good',
      'stuck-parallel',
      'stuck-antiparallel',
      'short',
      'unreadable',
      'unreadable',
      'unreadable',
      'good',
    ]);
    expect(verdicts.slice(9).every((verdict) => verdict === 'good')).toBe(true);
    expect([...tmr.slice(6, 9)]).toEqual([NaN, NaN, NaN]);
    expect([parallel.count, antiparallel.count, tmrSpread.count]).toEqual([94, 94, 94]);
    // 94 cells: standard errors 0.26 k of the median, 0.006 of the TMR; bands of 4.
    expect(Math.abs(parallel.median! - 50e3)).toBeLessThan(1300);
    expect(Math.abs(tmrSpread.mean! - 1)).toBeLessThan(0.025);
    expect(Math.abs(tmrSpread.standardDeviation! - 0.06)).toBeLessThan(0.018);
  });

  it('have no distribution where there are none', () => {
    expect(distributionOf([])).toEqual({
      count: 0,
      min: null,
      median: null,
      mean: null,
      standardDeviation: null,
      max: null,
    });
    expect(distributionOf([NaN, 2, Infinity])).toMatchObject({ count: 1, mean: 2, standardDeviation: null });
    expect(distributionOf([1, 2, 3, 4])).toMatchObject({ median: 2.5, mean: 2.5, min: 1, max: 4 });
  });
});

describe('repeated readings', () => {
  it('have the mean, the scatter of one reading and the error of the mean', () => {
    const readings = new RepeatedReadings(2);
    for (const value of [1, 2, 3, 4]) readings.add([1e9 + value, 7]);
    expect([...readings.mean]).toEqual([1e9 + 2.5, 7]);
    expect(readings.standardDeviation[0]).toBeCloseTo(Math.sqrt(5 / 3), 6);
    expect(readings.standardError[0]).toBeCloseTo(Math.sqrt(5 / 12), 6);
    expect(readings.standardError[1]).toBe(0);
  });

  it('know no error from one reading, and nothing of a cell that could not be read once', () => {
    const readings = new RepeatedReadings(3);
    readings.add([5, Infinity, 1]);
    expect([...readings.standardError]).toEqual([NaN, NaN, NaN]);
    readings.add([7, 3, NaN]);
    expect([...readings.mean]).toEqual([6, Infinity, NaN]);
    expect([...readings.standardError]).toEqual([1, NaN, NaN]);
  });
});

describe('unreadable cells', () => {
  it('are told from broken lines', () => {
    const map = Array.from('...x.' + 'xxxxx' + '.x.x.' + '...x.', (cell) => cell === 'x');
    expect(sortUnreadable(map, 5)).toEqual({ rows: [1], columns: [3], cells: [{ row: 2, col: 1 }] });
    expect(sortUnreadable([false, false], 2)).toEqual({ rows: [], columns: [], cells: [] });
  });
});
