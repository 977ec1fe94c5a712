import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DesktopApi } from '../rpc/api/index.js';
import type { Caller } from '../rpc/define.js';
import { SMALL_BOARD, startBackend } from './testing/backend-harness.js';

/** Every file of a folder with its size and time. */
async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(path);
    return `${path} ${entry.isFile() ? size : ''} ${mtimeMs}`;
  });
  return (await Promise.all(lines)).sort();
}

const board = SMALL_BOARD;

/** What writes into the store, from the moment that it is asked for. */
const WRITERS: Readonly<Record<string, (page: Caller<DesktopApi>) => Promise<unknown>>> = {
  'a run': (page) =>
    page.call('experiments.start', {
      board,
      experiment: 'switching-probability',
      params: { widthPoints: 2, voltagePoints: 2, start: 'p', trialsMin: 8, trialsMax: 8, refinements: 0 },
    }),
  'a capture': (page) =>
    page.call('live.start', { board, keep: true, groups: ['power', 'bits'], telemetryPeriodMs: 20 }),
  'restart data': (page) => page.call('entropy.restarts', { board }),
  'the list of runs': async (page) => {
    await page.call('experiments.start', { board, experiment: 'resistance-map' });
    for await (const _ of page.stream('runs.watch', { query: '' }));
  },
};

// The moment of the end, in turns of the event loop after the request; the last ones lie within the work itself.
const MOMENTS = [0, 2, 5, 10, 20, 40, 80, 160, 320];

it.each(Object.keys(WRITERS))(
  'nothing writes into the store after the end, whenever that comes: %s',
  async (name) => {
    // Its timers take long; a look begins with every run.
    for (const turns of name === 'the list of runs' ? [0, 20, 160] : MOMENTS) {
      const harness = await startBackend();
      const { page, backend, runsDir } = harness;
      await page.call('boards.open', { board });
      const asked = WRITERS[name]!(page).catch(() => undefined);
      for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve));
      await backend.end();
      const left = await filesOf(runsDir);
      // Longer than any timer that looks at the store.
      await new Promise((resolve) => setTimeout(resolve, name === 'the list of runs' ? 1700 : 150));
      expect(await filesOf(runsDir), `${turns} turns`).toEqual(left);
      await asked;
      await harness.dispose();
    }
  },
  60_000,
);
