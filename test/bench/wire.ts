/** Speed of the wire alone: multiplications through the whole client against a device that only echoes. */
import { Worker } from 'node:worker_threads';
import { InProcessTransport, PortTransport, openBoardOver, type Transport } from '../../firmware-host/host/index.js';
import { EchoDevice } from './echo-device.js';
import type { Benchmark, Prepared } from './harness.js';

const ROWS = 64;
/** 4 MiB of inputs a call, as many bytes of results. */
const VECTORS = 1 << 16;

async function prepare(transport: Transport): Promise<Prepared> {
  const board = await openBoardOver(transport, 'echo', { standIn: true });
  const inputs = Uint8Array.from({ length: VECTORS * ROWS }, (_, i) => i * 31);
  const options = { tile: 0, inputBits: 8, columnMode: 'differential', rows: ROWS, cols: 64, inputs } as const;
  return {
    subject: {
      amount: 2 * inputs.length,
      work: async () => {
        await board.multiply(options);
      },
    },
    close: () => board.close(),
  };
}

/** A transport to an {@link EchoDevice} in a worker thread. */
function workerTransport(): Transport {
  let worker: Worker | undefined;
  return new PortTransport({
    name: 'echo worker',
    start: () => (worker = new Worker(new URL('./echo-worker.js', import.meta.url))),
    stop: async () => worker?.terminate(),
  });
}

/** Payload both ways, a byte a second. */
export const wireBenchmarks: readonly Benchmark[] = [
  {
    id: 'wire.multiply.in-thread',
    unit: 'B/s',
    what: 'inputs up and results down as data frames, device in this thread',
    prepare: () => prepare(new InProcessTransport(new EchoDevice())),
  },
  {
    id: 'wire.multiply.worker',
    unit: 'B/s',
    what: 'the same, device in a worker thread',
    prepare: () => prepare(workerTransport()),
  },
];
