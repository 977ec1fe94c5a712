import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { until } from '../testing/daemon-bench.js';
import { settle } from '../testing/fake-source.js';
import { ByteServer } from './byte-server.js';
import { serveFifo } from './fifo-output.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-fifo-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A pipe with a reader that stays, whatever comes. */
async function pipe(name: string) {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return { path, reader: await open(path, constants.O_RDONLY | constants.O_NONBLOCK) };
}

it('a reader that stays while the server is closed is asked now and then, and not without pause', async () => {
  const { path, reader } = await pipe('closed');
  const clock = new VirtualClock();
  const stop = new AbortController();
  let asked = 0;
  const server = {
    accept: (socket: Socket) => {
      asked++;
      socket.destroySoon();
    },
  };
  const serving = serveFifo(path, server, { clock, signal: stop.signal });
  await until(() => asked > 0);
  await settle(200);
  expect(asked).toBe(1);
  await until(() => clock.pending > 0);
  clock.advance(0.2);
  await until(() => asked === 2);
  stop.abort();
  await serving;
  await reader.close();
});

it('a pipe that had to wait for a place is served again when its reader has left', async () => {
  const { path, reader } = await pipe('waiting');
  const clock = new VirtualClock();
  const stop = new AbortController();
  const limits = { clients: 1, waiting: 1, stallS: 30, chunkBytes: 64, bytesPerSecond: 0, clientBytesPerSecond: 0 };
  let supply = 0;
  const server = new ByteServer({
    supply: { take: (count) => (supply === 0 ? undefined : (supply--, Buffer.alloc(count))) },
    ...{ clock, limits },
  });
  server.open();
  const first = new Socket();
  server.accept(first, 'test');
  const serving = serveFifo(path, server, { clock, signal: stop.signal });
  await until(() => server.waiting === 1);
  first.destroy();
  await until(() => server.waiting === 0 && server.clients === 1);
  await reader.close();
  // That it left shows at the next write.
  supply = 1;
  server.pump();
  await until(() => server.clients === 0);
  const next = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  await until(() => (clock.advance(0.2), server.clients === 1));
  stop.abort();
  await serving;
  await next.close();
});
