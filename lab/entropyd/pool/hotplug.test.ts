import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import type { BoardChange } from '../../../firmware-host/host/index.js';
import { followFolder, followUsb, type HotplugEvents } from './hotplug.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-hotplug-'));
});
afterAll(() => rm(folder, { recursive: true }));

function recorder(): { events: HotplugEvents; said: string[] } {
  const said: string[] = [];
  return {
    said,
    events: {
      onCome: (key, uri) => said.push(`+ ${key.replace(folder, '')} ${uri.replace(folder, '')}`),
      onGo: (key) => said.push(`- ${key.replace(folder, '')}`),
      onChange: (key) => said.push(`~ ${key}`),
      onNote: (level, text) => said.push(`${level} ${text.replaceAll(folder, '')}`),
    },
  };
}

it('a folder tells its boards as files come, change and go', async () => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const { events, said } = recorder();
  await writeFile(join(folder, 'a.board'), 'usb:A\n');
  await writeFile(join(folder, 'README'), 'not a board');
  await writeFile(join(folder, '.hidden.board'), 'usb:H');
  const following = followFolder(folder, { clock, pollS: 1, signal: stop.signal }, events);
  const look = async () => {
    while (clock.pending === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    clock.advance(1);
  };
  /** What is told of everything that happened before: the look under way may have missed it, the next one has not. */
  const told = async () => {
    await look();
    await look();
    while (clock.pending === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return said.splice(0);
  };
  expect(await told()).toEqual(['+ /a.board usb:A']);
  expect(await told()).toEqual([]);
  await writeFile(join(folder, 'a.board.new'), 'usb:B');
  await rename(join(folder, 'a.board.new'), join(folder, 'a.board'));
  expect(await told()).toEqual(['- /a.board', '+ /a.board usb:B']);
  const server = createServer().listen({ path: join(folder, 'emu.sock') });
  await once(server, 'listening');
  expect(await told()).toEqual(['+ /emu.sock unix:/emu.sock']);
  server.close();
  await once(server, 'close');
  await rm(join(folder, 'a.board'));
  expect((await told()).sort()).toEqual(['- /a.board', '- /emu.sock']);
  await writeFile(join(folder, 'c.board'), 'ttyS0');
  expect((await told())[0]).toMatch(/^warn \/c\.board names no board: board URI "ttyS0": unknown kind/);
  await chmod(folder, 0o777);
  expect((await told())[0]).toMatch(/^error .* is not watched: everybody may write there/);
  stop.abort();
  await following;
  expect(clock.pending).toBe(0);
});

it('USB tells its boards by their ports', async () => {
  const { events, said } = recorder();
  async function* changes(): AsyncGenerator<BoardChange> {
    const board = { uri: 'usb:A', kind: 'real', name: 'x', serial: 'A', firmware: '1', port: '1-2' } as const;
    yield { type: 'attached', board };
    yield { type: 'changed', board };
    yield { type: 'detached', board };
    throw new Error('libusb is gone');
  }
  await followUsb(changes(), events);
  expect(said).toEqual([
    '+ usb 1-2 usb:@1-2',
    '~ usb 1-2',
    '- usb 1-2',
    'error boards on USB cannot be followed: libusb is gone',
  ]);
});
