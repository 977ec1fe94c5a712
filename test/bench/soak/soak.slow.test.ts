import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { runSoak } from './run-soak.js';
import { slopeOf } from './slope.js';

describe('slopeOf', () => {
  it('finds a line, and how sure it is of it', () => {
    expect(slopeOf([0, 1, 2, 3], [5, 7, 9, 11])).toEqual({ perSecond: 2, standardError: 0 });
    // Worked by hand: residuals 1/3, -2/3, 1/3 about the line 2/3 + t; their squares sum to 2/3, Sxx is 2.
    const { perSecond, standardError } = slopeOf([0, 1, 2], [1, 1, 3]);
    expect(perSecond).toBeCloseTo(1, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(2 / 3 / 1 / 2), 12);
  });
  it('needs three samples of more than one time', () => {
    expect(() => slopeOf([0, 1], [1, 2])).toThrow(RangeError);
    expect(() => slopeOf([1, 1, 1], [1, 2, 3])).toThrow(RangeError);
  });
});

/** The clock is moved by hand: half a minute of a board’s time, as fast as it goes. */
it('holds no memory of 120 MB of bits that went through the client', async () => {
  const clock = new VirtualClock();
  const state = { done: false };
  const running = runSoak({ seconds: 30, bytesPerS: 4e6, clock }).finally(() => (state.done = true));
  while (!state.done) {
    clock.advance(0.01);
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  const { bytes, blocks, samples, live } = await running;
  expect(bytes).toBeGreaterThan(100e6);
  expect(samples.length).toBeGreaterThan(50);
  // A hundred bytes that stay of each block would be this.
  expect(live.perSecond * 30).toBeLessThan(blocks * 100);
});
