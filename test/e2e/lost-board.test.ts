import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp, type ServedBoard } from '../../board-sim/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import { findExperiment, runExperiment } from '../../lab/experiments/index.js';
import { readRun } from '../../lab/runs/index.js';

describe('a board behind a socket', () => {
  let root: string;
  let served: ServedBoard;
  let board: Board;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'spindrift-lost-'));
    served = await serveTcp(createSimulatedBoard({ scenario: 'typical', seed: 7, rows: 16, cols: 16 }), { port: 0 });
    board = await openBoard(served.uri);
  });
  afterEach(async () => {
    await board.close();
    await served.close();
    await rm(root, { recursive: true });
  });

  it('that goes mid-run leaves a whole folder and a BOARD_LOST', async () => {
    let rows = 0;
    const outcome = await runExperiment(await findExperiment('resistance-map'), {
      board,
      outDir: join(root, 'run'),
      onEvent: (event) => {
        if (event.type !== 'row') return;
        rows += 1;
        // Not awaited: the connection breaks while the experiment is at work.
        if (rows === 40) void served.close();
      },
    });
    expect(outcome).toMatchObject({ status: 'failed', safe: false, error: { code: 'BOARD_LOST' } });

    const run = await readRun(join(root, 'run'));
    expect(run.result).toMatchObject({ status: 'failed', error: { code: 'BOARD_LOST' } });
    let stored = 0;
    for await (const { event } of run.events(() => expect.unreachable('damaged line'))) {
      if (event.type === 'row') stored += 1;
    }
    expect(stored).toBe(rows);
    expect(stored).toBeGreaterThanOrEqual(40);
    expect(run.result?.events).toBeGreaterThan(stored);
  });

  it('that stays gives the books of a stand-in: modelled, never measured', async () => {
    const outcome = await runExperiment(await findExperiment('resistance-map'), { board, outDir: join(root, 'run') });
    expect(outcome).toMatchObject({ status: 'finished', safe: true, results: { cells: 256 } });
    const { energy } = outcome;
    expect(energy?.device.modelled?.joules).toBeGreaterThan(0);
    expect(energy?.board.modelled?.joules).toBeGreaterThan(0);
    expect([energy?.device.measured, energy?.array.measured, energy?.board.measured]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await board.getState()).state).toBe('safe');
  });
});

describe('the compiled registry', () => {
  it('finds the experiments under plain node', () => {
    const lab = new URL('../../dist/lab/experiments/index.js', import.meta.url).href;
    const script = `import { listExperiments } from '${lab}'; console.log(JSON.stringify((await listExperiments()).map((e) => e.id)));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(expect.arrayContaining(['generate', 'resistance-map']) as string[]);
  });
});
