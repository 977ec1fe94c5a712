import { describe, expect, it } from 'vitest';
import { VirtualClock, type Clock } from '../../base/index.js';
import { BoardWait, waitingDrive } from './board-wait.js';
import { FakeArrayBoard } from './testing/fake-array-board.js';

const PLACE = { row: 1, column: 0, tile: 0 };

describe('waiting for board time', () => {
  it('lets a board that is not silicon work without pulses, in few calls', async () => {
    const clock = new VirtualClock();
    const fake = new FakeArrayBoard(clock, { rows: 2, cols: 2, pulse: () => 1 });
    await fake.setConfig(waitingDrive(fake.drive, fake.board));
    const before = [...fake.states];
    fake.calls.length = 0;
    const wait = new BoardWait(fake.board, clock, new AbortController().signal);
    const began = await wait.now();
    for (const seconds of [0, 1e-4, 0.02, 10]) {
      const from = await wait.now();
      const now = await wait.until(from + seconds, PLACE);
      expect(now - from).toBeGreaterThanOrEqual(seconds);
      // A shot of 16 empty pulses of 10 µs at a tenth of the duty is 1.6 ms.
      expect(now - from).toBeLessThan(seconds + 1.7e-3);
    }
    expect(await wait.now()).toBeGreaterThan(began + 10);
    expect(fake.calls.filter((call) => call === 'runShots').length).toBeLessThan(10);
    expect([...fake.states]).toEqual(before);
  });

  it('sleeps while silicon goes on by itself', async () => {
    const time = new VirtualClock();
    const fake = new FakeArrayBoard(time, { rows: 2, cols: 2, kind: 'real' });
    const naps: number[] = [];
    const clock: Clock = {
      now: () => time.now(),
      date: () => time.date(),
      setTimer: (seconds, fn) => time.setTimer(seconds, fn),
      sleep: async (seconds) => {
        naps.push(seconds);
        time.advance(seconds);
      },
    };
    const wait = new BoardWait(fake.board, clock, new AbortController().signal);
    await wait.until((await wait.now()) + 0.25, PLACE);
    expect(naps).toEqual([0.1, 0.1, expect.closeTo(0.05, 9)]);
    expect(fake.calls).not.toContain('runShots');
  });
});
