import { expect, it } from 'vitest';
import { pushed } from './pushed.js';

const never = new AbortController().signal;

it('gives what is told in order, and then what went wrong', async () => {
  const seen: number[] = [];
  const reading = (async () => {
    for await (const n of pushed<number>(never, async (tell) => {
      for (let k = 0; k < 5; k++) {
        tell(k);
        if (k % 2 === 0) await Promise.resolve();
      }
      throw new RangeError('five is too much');
    }))
      seen.push(n);
  })();
  await expect(reading).rejects.toThrow('five is too much');
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});

it('stops the work when its reader leaves, and waits for its end', async () => {
  let cleaned = false;
  for await (const _ of pushed<number>(never, async (tell, stop) => {
    tell(1);
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
    await Promise.resolve();
    cleaned = true;
  }))
    break;
  expect(cleaned).toBe(true);
});
