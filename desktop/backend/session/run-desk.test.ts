import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../base/index.js';
import { SMALL_BOARD } from '../testing/backend-harness.js';
import { RunDesk } from './run-desk.js';
import { SessionContext } from './session-context.js';

it('lists a run when its folder can be read, and not before', async () => {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-desk-'));
  const context = new SessionContext({ runsDir: join(root, 'runs'), configDir: join(root, 'config') }, systemClock);
  const desk = new RunDesk(context);
  const readable: boolean[] = [];
  desk.changes.on(() => {
    for (const { dir } of desk.runs) readable.push(existsSync(join(dir, 'manifest.json')));
  });
  try {
    const request = { board: SMALL_BOARD, experiment: 'resistance-map', params: {} };
    const { id } = await desk.start(request, new AbortController().signal);
    expect(desk.runs.map((run) => run.id)).toEqual([id]);
    await desk.end();
    expect(readable.length).toBeGreaterThan(0);
    expect(readable).not.toContain(false);

    // A folder that is taken: nothing is begun, and nothing was ever listed.
    const again = { ...request, name: id.split('/').at(-1)! };
    await expect(desk.start(again, new AbortController().signal)).rejects.toThrow(/not empty/);
    expect(desk.runs.filter(({ state }) => state === 'running')).toEqual([]);
  } finally {
    for (const board of context.boards) await board.close();
    await rm(root, { recursive: true, force: true });
  }
});
