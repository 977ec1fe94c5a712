import { describe, expect, it } from 'vitest';
import { biasGain, multiLevelGainError } from './bias-gain.js';

describe('the bias dependence of a weight', () => {
  it('leaves 0.962 or 0.941 of the TMR at 0.1 V', () => {
    expect(biasGain(1.2, 0.5, 0.1).tmr).toBeCloseTo(0.9615, 4);
    expect(biasGain(1.2, 0.4, 0.1).tmr).toBeCloseTo(0.9412, 4);
  });

  it('is that of the two conductances', () => {
    const [tmr, half, v] = [1.2, 0.5, 0.3];
    const g = (bias: number): number => 1 / (1 + tmr / (1 + (bias / half) ** 2)); // antiparallel, in units of G_P
    const gain = biasGain(tmr, half, v);
    expect(gain.antiparallel).toBeCloseTo(g(v) / g(0), 12);
    expect(gain.weight).toBeCloseTo((1 - g(v)) / (1 - g(0)), 12);
    expect(biasGain(tmr, half, 0)).toEqual({ tmr: 1, antiparallel: 1, weight: 1 });
  });

  it('is an error only for inputs of several levels', () => {
    expect(multiLevelGainError(1.2, 0.5, 0.1, 1)).toBe(0);
    const few = multiLevelGainError(1.2, 0.5, 0.1, 7);
    const many = multiLevelGainError(1.2, 0.5, 0.1, 127);
    expect(few).toBeGreaterThan(0.017);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeCloseTo(1 / biasGain(1.2, 0.5, 0.1).weight - 1, 4);
  });
});
