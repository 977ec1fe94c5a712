import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SMALL_BOARD, startBackend, type BackendHarness } from '../testing/backend-harness.js';

let harness: BackendHarness;
beforeAll(async () => {
  harness = await startBackend();
});
afterAll(() => harness.dispose());

it('looks at the store when a run begins or ends, not for progress, and once for estimates', async () => {
  const { backend, page } = harness;
  const { hub, store } = backend.context;
  const looks = vi.spyOn(store.index, 'refresh');
  const request = { board: SMALL_BOARD, experiment: 'resistance-map', params: {} };
  await page.call('boards.open', { board: SMALL_BOARD });
  for (let i = 0; i < 5; i += 1) await page.call('experiments.estimate', request);
  looks.mockClear();
  for (let i = 0; i < 5; i += 1) {
    hub.changes.tell();
    hub.runChanges.tell();
    await page.call('experiments.estimate', request);
  }
  expect(looks).not.toHaveBeenCalled();

  await page.call('experiments.start', request);
  await expect.poll(() => hub.runs.at(-1)?.state, { timeout: 20_000 }).toBe('finished');
  expect(looks).toHaveBeenCalled();
  // The next one is known to take as long as this one did.
  expect(await page.call('experiments.estimate', request)).toMatchObject({
    time: { run: store.index.entries[0]!.name },
  });
});
