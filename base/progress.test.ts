import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from './clock.js';
import { ProgressTracker } from './progress.js';
import { RingBuffer } from './ring-buffer.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

describe('ProgressTracker', () => {
  it('estimates the time left from the rate', () => {
    const clock = new VirtualClock();
    const tracker = new ProgressTracker({ unit: 'steps', total: 100, clock });
    expect(tracker.snapshot()).toEqual({ done: 0, total: 100, unit: 'steps', fraction: 0, elapsedS: 0 });
    clock.advance(10);
    expect(tracker.update(20)).toEqual({
      done: 20,
      total: 100,
      unit: 'steps',
      fraction: 0.2,
      elapsedS: 10,
      ratePerS: 2,
      etaS: 40,
    });
  });

  it('counts from when the work began', () => {
    const clock = new VirtualClock(100);
    const tracker = new ProgressTracker({ unit: 'steps', total: 10, clock, startS: 96 });
    expect(tracker.update(2)).toMatchObject({ elapsedS: 4, ratePerS: 0.5, etaS: 16 });
  });

  it('forgets a slow start', () => {
    const clock = new VirtualClock();
    const tracker = new ProgressTracker({ unit: 'steps', total: 1000, clock, windowS: 10 });
    clock.advance(100);
    tracker.update(1);
    for (let done = 2; done <= 41; done += 1) {
      clock.advance(0.5);
      tracker.update(done);
    }
    expect(tracker.snapshot().ratePerS).toBeCloseTo(2, 1);
  });

  it('lets the rate fall while nothing happens', () => {
    const clock = new VirtualClock();
    const tracker = new ProgressTracker({ unit: 'B', total: 100, clock, windowS: 10 });
    clock.advance(1);
    tracker.update(50);
    clock.advance(4);
    expect(tracker.snapshot().ratePerS).toBe(10);
    clock.advance(100);
    expect(tracker.snapshot().ratePerS).toBeUndefined();
  });

  it('knows no time left without a total, and none when all is done', () => {
    const clock = new VirtualClock();
    const tracker = new ProgressTracker({ unit: 'B', clock });
    clock.advance(1);
    expect(tracker.update(5)).toEqual({ done: 5, unit: 'B', elapsedS: 1, ratePerS: 5 });
    expect(tracker.update(5, 5)).toMatchObject({ fraction: 1, etaS: 0 });
    expect(tracker.update(0, 5)).toMatchObject({ done: 0, fraction: 0 });
    expect(() => tracker.update(-1)).toThrow(RangeError);
  });
});

describe('RingBuffer', () => {
  it('behaves as the tail of a list', () => {
    const action = fc.oneof(
      fc.record({ push: fc.integer() }),
      fc.constant('shift' as const),
      fc.constant('clear' as const),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(action, { maxLength: 60 }), (capacity, actions) => {
        const ring = new RingBuffer<number>(capacity);
        let model: number[] = [];
        let dropped = 0;
        for (const step of actions) {
          if (step === 'clear') {
            ring.clear();
            model = [];
          } else if (step === 'shift') {
            expect(ring.shift()).toBe(model.shift());
          } else {
            ring.push(step.push);
            model.push(step.push);
            if (model.length > capacity) {
              model.shift();
              dropped += 1;
            }
          }
          expect([...ring]).toEqual(model);
          expect(ring.length).toBe(model.length);
          expect([ring.at(0), ring.at(-1), ring.at(capacity)]).toEqual([model[0], model.at(-1), undefined]);
        }
        expect(ring.dropped).toBe(dropped);
      }),
    );
  });

  it('of a resumed job takes the rate from what was done since', () => {
    const clock = new VirtualClock();
    const tracker = new ProgressTracker({ unit: 'steps', clock, startDone: 900 });
    clock.advance(10);
    expect(tracker.update(910, 1000)).toMatchObject({ ratePerS: 1, etaS: 90 });
  });
});
