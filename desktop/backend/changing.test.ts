import { expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { Changes, watchChanges } from './changing.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives what is, then what changed, never more often than asked for and never without the last change', async () => {
  const clock = new VirtualClock();
  const changes = new Changes();
  const stop = new AbortController();
  let value = 0;
  const seen: number[] = [];
  const watching = (async () => {
    for await (const item of watchChanges(changes, () => value, { signal: stop.signal, clock, gatherS: 0.1 }))
      seen.push(item);
  })();
  await turn();
  expect(seen).toEqual([0]);
  for (value = 1; value < 50; value++) changes.tell();
  await turn();
  expect(seen).toEqual([0]);
  clock.advance(0.1);
  await turn();
  expect(seen).toEqual([0, 50]);
  clock.advance(10);
  await turn();
  expect(seen).toEqual([0, 50]);
  stop.abort();
  await expect(watching).rejects.toMatchObject({ name: 'AbortError' });
});
