import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../base/index.js';
import { ByteServer } from '../../lab/entropyd/serving/byte-server.js';
import { entropydSchema } from '../../lab/entropyd/config/schema.js';
import type { Benchmark } from './harness.js';

/** Bytes that a client reads a repetition. */
const AMOUNT = 16 * 1024 * 1024;

/** One client of the daemon's server, in turns of the default chunk, against one of a bare server that writes 64 KiB at a time. */
const serve: Benchmark = {
  id: 'entropyd.serve',
  unit: 'B/s',
  what: 'bytes that the entropy daemon hands one client, its boards and taps apart',
  against: 'a bare socket server of Node',
  repetitions: 5,
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
    const { limits } = entropydSchema.parse({});
    const server = new ByteServer({ supply: { take: (count) => Buffer.alloc(count) }, limits, clock: systemClock });
    server.open();
    const ours = await listening(server.listener('unix'), join(folder, 'ours.sock'));
    const bare = await listening(createServer(write), join(folder, 'bare.sock'));
    return {
      subject: { amount: AMOUNT, work: () => read(join(folder, 'ours.sock')) },
      reference: { amount: AMOUNT, work: () => read(join(folder, 'bare.sock')) },
      close: async () => {
        server.close();
        ours.close();
        bare.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

/** All benchmarks of the entropy daemon. */
export const entropydBenchmarks: readonly Benchmark[] = [serve];

function write(socket: Socket): void {
  socket.on('error', () => undefined);
  const more = (): void => {
    // A fresh buffer each time, as it must be.
    while (socket.writable && socket.write(Buffer.alloc(65_536)));
  };
  socket.on('drain', more);
  more();
}

function listening(server: Server, path: string): Promise<Server> {
  return new Promise((resolve) => server.listen({ path }, () => resolve(server)));
}

function read(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = AMOUNT;
    const socket = connect({ path });
    socket.on('error', reject);
    socket.on('data', (piece) => {
      left -= piece.length;
      if (left <= 0) socket.destroy();
    });
    socket.on('close', () => resolve());
  });
}
