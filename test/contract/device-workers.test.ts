/** The device model on worker threads, as the compiled program uses it: the same numbers for any number of them, and cancellable. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type * as Device from '../../board-sim/device/index.js';

const COMPILED = new URL('../../dist/board-sim/device/index.js', import.meta.url);

async function device(): Promise<typeof Device> {
  if (!existsSync(COMPILED)) throw new Error('dist/ is missing: run npm run build first');
  return (await import(COMPILED.href)) as typeof Device;
}

it('gives the same counts with no, one and three workers', async () => {
  const { s1, switchingMap, switchingProbability } = await device();
  const common = { device: s1, field: [12e3, 0, 0], start: 'P', trials: 700, seed: 2, stepS: 5e-12 } as const;
  const results = await Promise.all(
    [0, 1, 3].map(async (workers) => [
      await switchingProbability({ ...common, pulse: { voltageV: 1, widthS: 1e-9 }, workers }),
      await switchingMap({ ...common, voltagesV: [0.9, 1.1], widthsS: [1e-9, 2e-9], workers }),
    ]),
  );
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

it('stops when its signal fires', async () => {
  const { s1, switchingProbability } = await device();
  const stop = new AbortController();
  const running = switchingProbability({
    device: s1,
    field: [0, 0, 0],
    start: 'P',
    pulse: { voltageV: 1, widthS: 1e-9 },
    trials: 1e8,
    seed: 1,
    workers: 2,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(running).rejects.toThrow('enough');
});
