import { expect, it } from 'vitest';
import { unitRunner } from './run-units.js';

const run = unitRunner(
  {
    square: ({ plus }: { plus: number }, index: number, tell: (fraction: number) => void): number => {
      tell(0.5);
      if (index === 7) throw new RangeError('seven');
      return index * index + plus;
    },
  },
  new URL('./nowhere.ts', import.meta.url),
);

it('gives the results in the order of the units, and tells how far it is', async () => {
  const told: [number, number][] = [];
  const onProgress = (...at: [number, number]): void => {
    told.push(at);
  };
  expect(await run('square', { plus: 1 }, 3, { onProgress })).toEqual([1, 2, 5]);
  expect(told.map(([done]) => done)).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
  expect(new Set(told.map(([, total]) => total))).toEqual(new Set([3]));
});

it('stops between units, and passes on what a unit throws', async () => {
  const stop = new AbortController();
  const onProgress = (done: number): void => {
    if (done === 2) stop.abort(new Error('enough'));
  };
  await expect(run('square', { plus: 0 }, 9, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
  await expect(run('square', { plus: 0 }, 9)).rejects.toThrow('seven');
  await expect(run('square', { plus: 0 }, 9, { workers: -1 })).rejects.toThrow(RangeError);
});
