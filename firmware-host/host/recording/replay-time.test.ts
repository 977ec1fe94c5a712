import { expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { ReplayTime } from './replay-time.js';

it('flows at its speed, and stands still where it is held', () => {
  const clock = new VirtualClock();
  const time = new ReplayTime(clock, 2);
  clock.advance(3);
  time.holdAt(5);
  expect(time.recordedS).toBe(5);
  // What it was held back is not made up for.
  clock.advance(1);
  expect(time.recordedS).toBe(7);
  time.advanceTo(6);
  expect(time.recordedS).toBe(7);
  expect(time.until(9)).toBe(1);
  time.advanceTo(8);
  expect(time.recordedS).toBe(8);
});

it('waits for nothing that is due: a clock that is told to wait moves', () => {
  const clock = new VirtualClock();
  const time = new ReplayTime(clock, 4);
  time.advanceTo(0.7);
  const soon = 0.7 + 2 ** -52;
  expect(soon).toBeLessThanOrEqual(time.dueS);
  const later = time.dueS + 2 ** -40;
  expect(time.until(later)).toBeGreaterThan(0.9e-3);
  clock.advance(time.until(later));
  expect(later).toBeLessThanOrEqual(time.dueS);
});

it('passes at once where nothing is paced', () => {
  const time = new ReplayTime(new VirtualClock(), Infinity);
  expect([time.dueS, time.until(1e9), time.recordedS]).toEqual([Infinity, 0, 0]);
});
