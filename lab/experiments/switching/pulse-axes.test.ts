import { describe, expect, it } from 'vitest';
import type { BoardLimits } from '../../../firmware-host/host/index.js';
import { allowsPulse, axisPoints, middleOf } from './pulse-axes.js';

const limits = {
  amplitudeV: { min: 0.4, max: 2, step: 38e-6 },
  bipolar: true,
  pulseWidthS: { min: 0.5e-9, max: 10e-6, step: 5e-12 },
  pulses: [
    { widthS: 5e-9, amplitudeV: 2 },
    { widthS: 100e-9, amplitudeV: 1.6 },
    { widthS: 10e-6, amplitudeV: 1.2 },
  ],
} as unknown as BoardLimits;

describe('axes', () => {
  const width = { name: 'width', from: 1e-9, to: 5e-9, points: 5, scale: 'linear', step: 5e-12 } as const;

  it('have both ends, on the resolution of the board', () => {
    expect(axisPoints(width)).toEqual([1e-9, 2e-9, 3e-9, 4e-9, 5e-9]);
    expect(axisPoints({ ...width, points: 1 })).toEqual([1e-9]);
    expect(axisPoints({ ...width, to: 100e-9, points: 3, scale: 'logarithmic' })).toEqual([1e-9, 10e-9, 100e-9]);
    // Points that fall on the same setting are one.
    expect(axisPoints({ ...width, to: 1.01e-9, points: 9 })).toEqual([1e-9, 1.005e-9, 1.01e-9]);
  });

  it('are refused the wrong way round', () => {
    expect(() => axisPoints({ ...width, to: 0.5e-9 })).toThrow('widthTo must not be below widthFrom = 1e-9, got 5e-10');
    expect(() => axisPoints({ ...width, from: 0, scale: 'logarithmic' })).toThrow(RangeError);
  });

  it('are halved until the resolution ends it', () => {
    expect(middleOf(1e-9, 2e-9, 'linear', 5e-12)).toBe(1.5e-9);
    expect(middleOf(1e-9, 4e-9, 'logarithmic', 5e-12)).toBe(2e-9);
    expect(middleOf(1e-9, 1.005e-9, 'linear', 5e-12)).toBeUndefined();
  });
});

describe('the staircase of a board', () => {
  it.each([
    [2, 5e-9, true],
    [2, 5.005e-9, false],
    [1.6, 5.005e-9, true],
    [-1.6, 100e-9, true],
    [1.6, 101e-9, false],
    [1.2, 10e-6, true],
    [1.2, 10.1e-6, false],
    [0.3, 1e-9, false],
    [1, 0.4e-9, false],
    [2.1, 1e-9, false],
  ])('%d V for %d s: %s', (voltage, widthS, allowed) => {
    expect(allowsPulse(limits, voltage, widthS)).toBe(allowed);
  });

  it('may be one-sided', () => {
    expect(allowsPulse({ ...limits, bipolar: false }, -1, 1e-9)).toBe(false);
  });
});
