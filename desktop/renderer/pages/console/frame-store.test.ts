import { describe, expect, it } from 'vitest';
import type { ConsoleFrame, ConsoleNews } from '../../../rpc/api/index.js';
import { FrameStore } from './frame-store.js';

const frame = (number: number): ConsoleFrame => ({
  number,
  timeS: number / 100,
  direction: 'in',
  kind: 'control',
  bytes: 20,
  id: 1,
  name: 'state',
  error: false,
  summary: '',
});
const news = (frames: ConsoleFrame[], timeS: number, framesIn: number, skipped = 0): ConsoleNews => ({
  began: '2026-01-01T00:00:00.000Z',
  frames,
  skipped,
  oldest: 1,
  counts: { framesIn, framesOut: 0, bytesIn: framesIn * 20, bytesOut: 0, errors: 0, timeS },
});

describe('the frames of the page', () => {
  it('are the newest, in bounded number, with what was left out', () => {
    const store = new FrameStore();
    for (let k = 0; k < 30; k++)
      store.add(
        news(
          Array.from({ length: 500 }, (_, j) => frame(k * 500 + j + 1)),
          k,
          0,
          1,
        ),
      );
    expect([store.frames.length, store.frames[0]!.number, store.frames.at(-1)!.number]).toEqual([10_000, 5001, 15_000]);
    expect(store.skipped).toBe(30);
    store.clear();
    expect([store.frames.length, store.skipped]).toEqual([0, 0]);
  });

  it('come at a rate', () => {
    const store = new FrameStore();
    store.add(news([], 10, 100));
    store.add(news([], 10.5, 150));
    expect(store.rates.value).toEqual({ framesPerS: 0, bytesPerS: 0 });
    store.add(news([], 12, 300));
    expect(store.rates.value).toEqual({ framesPerS: 100, bytesPerS: 2000 });
  });
});
