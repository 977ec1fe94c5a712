/** How programs with johnny-five end: by themselves, by a signal, and always with the array safe. They run the built product. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp, type ServedBoard, type SimulatedBoard } from '../../board-sim/index.js';
import { until } from './harness/five-bench.js';

const PROGRAM = fileURLToPath(new URL('./harness/five-program.mjs', import.meta.url));

describe('a program with johnny-five', () => {
  let board: SimulatedBoard;
  let served: ServedBoard;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spindrift-five-'));
    board = createSimulatedBoard({ scenario: 'ideal' });
    served = await serveTcp(board, { path: join(folder, 'board.sock') });
  });
  afterEach(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs the program. @returns what it says, and how it ends */
  function run(
    what: string,
    uri = served.uri,
  ): { child: ChildProcess; said: () => string; end: Promise<number | string> } {
    const child = spawn(process.execPath, [PROGRAM, what, uri], { stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
    const end = new Promise<number | string>((resolve) => {
      child.once('close', (code, signal) => resolve(code ?? signal!));
    });
    return { child, said: () => text, end };
  }

  it.each(['sim:ideal', 'socket'])('ends by itself when it has no components: %s', async (uri) => {
    const { said, end } = run('none', uri === 'socket' ? undefined : uri);
    expect(await end).toBe(0);
    expect(said()).toBe('ready, serial port: false\nexit 0\n');
  });

  it('waits for its calls, ends by itself, and leaves the array safe', async () => {
    const { said, end } = run('calls');
    expect(await end).toBe(0);
    expect(said()).toBe('ready, serial port: false\narmed\nexit 0\n');
    await until(() => !board.core.safety.armed);
    expect(board.header.level(1)).toBe(1);
  });

  it('goes on as long as a component works, and ends when they are stopped', async () => {
    const { child, said, end } = run('components');
    await until(() => said().includes('sampling'));
    expect(board.core.safety.armed).toBe(true);
    child.stdin!.write('stop\n');
    expect(await end).toBe(0);
    expect(board.core.safety.armed).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends by %s with the array safe', async (signal) => {
    const { child, said, end } = run('components');
    await until(() => said().includes('sampling'));
    // What is said on the way shows that it was made safe, and not only left.
    let safe = 0;
    const { safety } = board.core;
    const makeSafe = safety.makeSafe.bind(safety);
    safety.makeSafe = () => {
      safe++;
      makeSafe();
    };
    child.kill(signal);
    expect(await end).toBe(signal);
    await until(() => safe > 0);
    expect(safety.armed).toBe(false);
  });

  it('does not load johnny-five when it is not wanted', async () => {
    const { said, end } = run('nothing');
    expect(await end).toBe(0);
    expect(said()).toContain('0 modules of johnny-five');
  });
});
