import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../base/index.js';
import type { CommandContext } from '../context.js';
import { entropyFromDaemon } from './from-daemon.js';

let folder: string;
let path: string;
let server: Server;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-from-'));
  path = join(folder, 'sock');
  server = createServer((socket) => socket.on('error', () => undefined).write(Buffer.alloc(1000, 7)));
  server.listen({ path });
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const status = (state: string, notEntropy: boolean, pid = process.pid): Promise<void> =>
  writeFile(`${path}.json`, JSON.stringify({ state, notEntropy, pid }));

/** What the sidecar says of the bytes. */
async function take(
  out: string,
  { force = false, clock = systemClock }: { force?: boolean; clock?: Clock } = {},
): Promise<{ notEntropy: unknown; notes: string[] }> {
  const notes: string[] = [];
  const context = {
    out: { json: false, note: (line: string) => notes.push(line), result: () => undefined },
    ...{ signal: new AbortController().signal, clock },
  } as unknown as CommandContext;
  await entropyFromDaemon(context, { from: `unix:${path}`, bytes: 100, out, force });
  const { notEntropy } = JSON.parse(await readFile(`${out}.json`, 'utf8')) as { notEntropy: unknown };
  return { notEntropy, notes };
}

it('says of bytes what the daemon says once it is open, not what it said before it knew its boards', async () => {
  await status('waiting', false);
  // It writes that down between two looks.
  const clock: Clock = {
    now: () => systemClock.now(),
    date: () => systemClock.date(),
    setTimer: (seconds, call) => systemClock.setTimer(seconds, call),
    sleep: (seconds, signal) => (seconds < 1 ? status('open', true) : systemClock.sleep(seconds, signal)),
  };
  expect(await take(join(folder, 'a'), { clock })).toEqual({
    notEntropy: true,
    notes: [expect.stringContaining('NOT ENTROPY')],
  });
  await status('open', false);
  expect(await take(join(folder, 'b'))).toEqual({ notEntropy: false, notes: [] });
});

it('believes nothing that a killed daemon has left', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await status('open', false, pid);
  expect((await take(join(folder, 'a'))).notEntropy).toBeNull();
  await writeFile(`${path}.json`, 'null');
  expect((await take(join(folder, 'b'))).notEntropy).toBeNull();
});

it('replaces neither a sidecar nor a device, and writes through no link', async () => {
  await status('open', false);
  await writeFile(join(folder, 'a.json'), 'mine');
  await expect(take(join(folder, 'a'))).rejects.toThrow(/a\.json exists already/);
  await expect(take('/dev/null', { force: true })).rejects.toThrow(/not a plain file/);
  const victim = join(folder, 'victim');
  await symlink(victim, join(folder, 'b.part'));
  await take(join(folder, 'b'));
  expect(existsSync(victim)).toBe(false);
});
