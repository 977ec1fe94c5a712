import { expect, it } from 'vitest';
import { openBoard } from '../../../../firmware-host/host/index.js';
import { collectRestarts } from './collect-restarts.js';

it('takes the first bits after each restart of a simulated board, and leaves it safe', async () => {
  const board = await openBoard('sim:typical?seed=3');
  try {
    const told: number[] = [];
    const onProgress = (done: number): void => void told.push(done);
    const { bits, notEntropy } = await collectRestarts(board, { restarts: 4, samples: 1000, onProgress });
    expect(bits).toHaveLength(4000);
    expect(notEntropy).toBe(true);
    expect(told).toEqual([1, 2, 3, 4]);
    // Neither stuck nor the same again: two fair rows agree in about 500 places of 1000, sd 16; false alarm below 1e-9.
    for (let row = 1; row < 4; row++) {
      let equal = 0;
      for (let i = 0; i < 1000; i++) if (bits[i] === bits[1000 * row + i]) equal++;
      expect(equal).toBeGreaterThan(300);
      expect(equal).toBeLessThan(700);
    }
    expect((await board.getState()).state).toBe('safe');
  } finally {
    await board.close();
  }
});

it('stops when told to, and leaves the array safe', async () => {
  const board = await openBoard('sim:typical?seed=3');
  try {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) stop.abort(new Error('enough'));
    };
    await expect(collectRestarts(board, { restarts: 50, signal: stop.signal, onProgress })).rejects.toThrow('enough');
    expect((await board.getState()).state).toBe('safe');
    await expect(collectRestarts(board, { restarts: 0 })).rejects.toThrow('restarts must be');
  } finally {
    await board.close();
  }
});
