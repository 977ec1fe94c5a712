import { expect, it } from 'vitest';
import { Frames } from './frames.js';

it('draws once for many requests, and at most thirty times a second on a display of sixty frames', () => {
  let waiting: ((timeMs: number) => void) | undefined;
  let drawn = 0;
  const frames = new Frames(
    () => (drawn += 1),
    (draw) => {
      waiting = draw;
      return 1;
    },
    () => (waiting = undefined),
  );
  for (let frame = 0; frame < 60; frame += 1) {
    for (let i = 0; i < 5; i += 1) frames.ask();
    const now = waiting;
    waiting = undefined;
    now?.((frame * 1000) / 60);
  }
  expect(drawn).toBe(30);
  frames.ask();
  frames.stop();
  expect(waiting).toBeUndefined();
});
