import { connect } from 'node:net';
import { VirtualClock } from '../../../base/index.js';
import type { BoardChange } from '../../../firmware-host/host/index.js';
import { parseConfig } from '../config/read-config.js';
import type { EntropydConfigInput } from '../config/schema.js';
import { Entropyd, type EntropydWorld } from '../daemon.js';
import type { MixDevice } from '../kernel/kernel-mixer.js';
import { QuietLog } from '../log/quiet-log.js';
import { fakeWorld } from './fake-source.js';

/** A daemon on boards by hand, a clock that stands still and a real socket. */
export async function daemonOn(
  input: EntropydConfigInput,
  world: ReturnType<typeof fakeWorld> = fakeWorld(),
  more: Partial<EntropydWorld> = {},
) {
  const clock = new VirtualClock();
  const lines: Record<string, unknown>[] = [];
  const mixed: Uint8Array[] = [];
  const log = new QuietLog({
    sink: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
    ...{ clock, level: 'info', repeatS: 60 },
  });
  const device: MixDevice = {
    mix: async (bytes, bits) => {
      mixed.push(Uint8Array.from(bytes));
      return bits;
    },
    close: async () => undefined,
  };
  const daemon = await Entropyd.start(parseConfig(input, 'test'), {
    ...{ clock, log, allowSimulated: false, activated: [], openSource: world.open },
    watchUsb: async function* (): AsyncGenerator<BoardChange> {},
    openMixDevice: async () => device,
    ...more,
  });
  return { daemon, clock, lines, mixed, world };
}

/** A client that reads all there is. */
export function reader(path: string): {
  readonly bytes: () => Buffer;
  readonly ended: Promise<void>;
  leave: () => void;
} {
  const pieces: Buffer[] = [];
  const socket = connect({ path });
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  socket.on('error', () => undefined);
  return {
    bytes: () => Buffer.concat(pieces),
    ended: new Promise((resolve) => socket.once('close', () => resolve())),
    leave: () => void socket.destroy(),
  };
}

/** Resolves once it is so. */
export async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 2));
}
