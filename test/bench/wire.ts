/** Speed of the wire: multiplications through the whole client against a device that only echoes, in this thread and behind a worker's port. */
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import {
  InProcessTransport,
  PortTransport,
  openBoardOver,
  type Board,
  type Transport,
} from '../../firmware-host/host/index.js';
import { serveOnPort, type DeviceEndpoint } from '../../proto/index.js';
import { EchoDevice } from './echo-device.js';

const ROWS = 64;
const COLS = 64;
/** 64 MiB of inputs, as many bytes of results. */
const VECTORS = 1 << 20;

interface Reading {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
}

async function megabytesPerCpuSecond(transport: Transport): Promise<{ wall: number; cpu: number }> {
  const board: Board = await openBoardOver(transport, 'bench', { standIn: true });
  try {
    const inputs = new Uint8Array(VECTORS * ROWS);
    for (let i = 0; i < inputs.length; i++) inputs[i] = i * 31;
    const options = { tile: 0, inputBits: 8, columnMode: 'differential', rows: ROWS, cols: COLS, inputs } as const;
    await board.multiply({ ...options, inputs: inputs.subarray(0, 1 << 22) });
    let best = { wall: 0, cpu: 0 };
    for (let k = 0; k < 4; k++) {
      const used = process.cpuUsage();
      const start = process.hrtime.bigint();
      const { results } = await board.multiply(options);
      const wall = Number(process.hrtime.bigint() - start) / 1e9;
      const { user, system } = process.cpuUsage(used);
      const megabytes = (inputs.length + results.byteLength) / 1e6;
      best = {
        wall: Math.max(best.wall, megabytes / wall),
        cpu: Math.max(best.cpu, megabytes / ((user + system) / 1e6)),
      };
    }
    return best;
  } finally {
    await board.close();
  }
}

/** Runs the wire benchmarks. */
export async function wireBenchmarks(): Promise<Reading[]> {
  const inThread = await megabytesPerCpuSecond(new InProcessTransport(new EchoDevice()));
  let worker: Worker | undefined;
  const port = await megabytesPerCpuSecond(
    new PortTransport({
      name: 'worker',
      start: () => (worker = new Worker(new URL(import.meta.url))),
      stop: async () => worker?.terminate(),
    }),
  );
  return [
    { id: 'wire.multiply.in-thread', unit: 'MB/s', value: inThread.wall },
    { id: 'wire.multiply.in-thread.cpu', unit: 'MB/cpu-s', value: inThread.cpu },
    { id: 'wire.multiply.worker', unit: 'MB/s', value: port.wall },
  ];
}

if (!isMainThread && parentPort) {
  const endpoint: DeviceEndpoint = new EchoDevice();
  const outer = parentPort;
  serveOnPort(endpoint, {
    postMessage: (message, transfer) => outer.postMessage(message, [...(transfer ?? [])]),
    on: (event, listener) => outer.on(event, listener as (message: unknown) => void),
  });
}
