import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { balancedTernary, effectiveParameters, quantiseMatrix, STEP_PER_SIGMA } from './quantise.js';
import { Layout, weightLevels } from './shape.js';

describe('balanced ternary', () => {
  it('represents every level, with digits -1, 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.double({ min: -1, max: 1, noNaN: true }), (trits, share) => {
        const level = Math.round(share * weightLevels(trits)) + 0; // + 0: no negative zero
        const digits = balancedTernary(level, trits);
        expect(digits).toHaveLength(trits);
        expect(digits.every((d) => Math.abs(d) <= 1)).toBe(true);
        expect(digits.reduce((sum, d, k) => sum + d * 3 ** k, 0)).toBe(level);
      }),
      { seed: 3 },
    );
    expect(() => balancedTernary(5, 2)).toThrow('level 5 needs more than 2 ternary digits');
  });
});

describe('quantisation of a matrix', () => {
  const normal = RandomStream.from(2);
  const weights = Float32Array.from({ length: 20_000 }, () => normal.gaussian());

  const error = (trits: number, step: number): number => {
    const top = weightLevels(trits);
    return weights.reduce((sum, w) => sum + (w - step * Math.max(-top, Math.min(top, Math.round(w / step)))) ** 2, 0);
  };

  // 20,000 samples place the minimum of the error within about 2 % of the density's own.
  it.each([1, 2, 3])('uses the step of least square error for %d ternary digits', (trits) => {
    const step = STEP_PER_SIGMA[trits]!;
    expect(error(trits, step)).toBeLessThan(error(trits, step * 1.06));
    expect(error(trits, step)).toBeLessThan(error(trits, step * 0.94));
  });

  it('keeps levels in range and scales every column by itself', () => {
    const two = Float32Array.from(weights.subarray(0, 2000), (w, i) => (i % 2 === 0 ? w : 100 * w));
    const { levels, scale } = quantiseMatrix(two, 1000, 2, 2);
    expect(Math.max(...levels)).toBe(4);
    expect(Math.min(...levels)).toBe(-4);
    expect(scale[1]! / scale[0]!).toBeGreaterThan(90);
    expect(scale[1]! / scale[0]!).toBeLessThan(110);
    expect(() => quantiseMatrix(two, 1000, 2, 4)).toThrow('trits is 4');
  });

  it('changes only what stands on an array', () => {
    const shape = {
      side: 8,
      patch: 4,
      window: 4,
      channels: 8,
      tokenHidden: 8,
      channelHidden: 8,
      blocks: 1,
      condition: 8,
      classes: 2,
    };
    const layout = new Layout(shape);
    const parameters = weights.slice(0, layout.size);
    const out = new Float32Array(layout.size);
    effectiveParameters(layout, parameters, out, 2);
    for (const slot of layout.slots) {
      const [a, b] = [parameters, out].map((v) => v.subarray(slot.offset, slot.offset + slot.rows * slot.cols));
      if (slot.onArray) expect(b).not.toEqual(a);
      else expect(b).toEqual(a);
    }
  });
});
