/** The permutation test on worker threads, as the compiled program uses it: the same counts for any number of them, and cancellable. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import type * as Iid from '../../lab/entropy/sp800-90b/iid/index.js';

const COMPILED = new URL('../../dist/lab/entropy/sp800-90b/iid/index.js', import.meta.url);

async function iid(): Promise<typeof Iid> {
  if (!existsSync(COMPILED)) throw new Error('dist/ is missing: run npm run build first');
  return (await import(COMPILED.href)) as typeof Iid;
}

function uniform(length: number): Uint8Array {
  const random = RandomStream.from(5, 'entropy workers');
  return Uint8Array.from({ length }, () => random.nextU32() >>> 29);
}

it('counts the same with no, one and three workers', async () => {
  const { assessIid } = await iid();
  const samples = uniform(3000);
  const results = [];
  for (const workers of [0, 1, 3]) results.push(await assessIid(samples, 3, { seed: 2, rounds: 400, workers }));
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

it('stops when its signal fires', async () => {
  const { permutationTest } = await iid();
  const stop = new AbortController();
  const onProgress = (): void => stop.abort(new Error('enough'));
  await expect(permutationTest(uniform(50_000), { workers: 2, signal: stop.signal, onProgress })).rejects.toThrow(
    'enough',
  );
});
