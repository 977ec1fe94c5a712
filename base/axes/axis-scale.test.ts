import { describe, expect, it } from 'vitest';
import { axisScale } from './axis-scale.js';

describe('axisScale', () => {
  it('gives the whole axis the prefix of its largest value', () => {
    expect(axisScale([1e-12, 3.2e-9, null], 'J')).toEqual({ factor: 1e9, unit: 'nJ' });
    expect(axisScale([6e3, 2], 'J')).toEqual({ factor: 1e-3, unit: 'kJ' });
  });

  it('leaves plain values and empty axes alone', () => {
    expect(axisScale([4, 70], 's')).toEqual({ factor: 1, unit: 's' });
    expect(axisScale([], 'J')).toEqual({ factor: 1, unit: 'J' });
    expect(axisScale([0], '')).toEqual({ factor: 1, unit: '' });
    expect(axisScale([1e-6, 2e-3], '')).toEqual({ factor: 1, unit: '' });
  });

  it('keeps long times in seconds', () => {
    expect(axisScale([0, 1.7e3], 's')).toEqual({ factor: 1, unit: 's' });
    expect(axisScale([0, 1.7e-3], 's')).toEqual({ factor: 1e3, unit: 'ms' });
  });

  it('writes the prefix of a count out', () => {
    expect(axisScale([2.5e6], '')).toEqual({ factor: 1e-6, unit: 'millions' });
  });
});
