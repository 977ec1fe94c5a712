import { describe, expect, it } from 'vitest';
import { systemClock, VirtualClock } from './clock.js';

describe('VirtualClock', () => {
  it('makes calls in order of due time, each at its own moment', () => {
    const clock = new VirtualClock(100);
    const seen: [string, number][] = [];
    const note = (name: string) => (): void => {
      seen.push([name, clock.now()]);
    };
    clock.setTimer(2, note('late'));
    clock.setTimer(1, () => {
      note('early')();
      clock.setTimer(0.5, note('nested'));
    });
    clock.setTimer(2, note('late too'));
    clock.setTimer(1.2, note('never')).cancel();
    clock.advance(0.5);
    expect(seen).toEqual([]);
    clock.advance(1.5);
    expect(seen).toEqual([
      ['early', 101],
      ['nested', 101.5],
      ['late', 102],
      ['late too', 102],
    ]);
    expect(clock.pending).toBe(0);
    expect(clock.now()).toBe(102);
  });

  it('tells when the next call is due', () => {
    const clock = new VirtualClock(10);
    expect(clock.nextDue).toBe(Infinity);
    clock.setTimer(3, () => undefined);
    const first = clock.setTimer(2, () => undefined);
    expect(clock.nextDue).toBe(12);
    first.cancel();
    expect(clock.nextDue).toBe(13);
    clock.advance(3);
    expect(clock.nextDue).toBe(Infinity);
  });

  it('moves the calendar with it', () => {
    const clock = new VirtualClock(10, new Date('2025-06-01T00:00:00Z'));
    clock.advance(1.5);
    expect(clock.date().toISOString()).toBe('2025-06-01T00:00:01.500Z');
  });

  it('wakes sleepers, and rejects those that are aborted', async () => {
    const clock = new VirtualClock();
    const controller = new AbortController();
    const woken = clock.sleep(3);
    const aborted = clock.sleep(3, controller.signal);
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError', cause: { message: 'enough' } });
    expect(clock.pending).toBe(1);
    clock.advance(3);
    await expect(woken).resolves.toBeUndefined();
    await expect(clock.sleep(1, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not go back', () => {
    expect(() => new VirtualClock().advance(-1)).toThrow(RangeError);
  });
});

describe('systemClock', () => {
  it('is monotonic, fires timers and cancels them', async () => {
    const before = systemClock.now();
    const fired: string[] = [];
    systemClock.setTimer(0, () => fired.push('cancelled')).cancel();
    systemClock.setTimer(0, () => fired.push('fired'));
    await systemClock.sleep(0.003);
    expect(fired).toEqual(['fired']);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before + 0.003);
    systemClock.setTimer(1e9, () => fired.push('in 31 years')).cancel();
  });

  it('never fires early, although the platform counts whole milliseconds', async () => {
    const early: number[] = [];
    for (let i = 0; i < 60; i++) {
      const due = performance.now() + 2;
      await systemClock.sleep(0.002);
      if (performance.now() < due) early.push(due - performance.now());
    }
    expect(early).toEqual([]);
  });
});
