/**
 * The boards that the contract suite runs against. A new kind of board joins by adding a factory here; the tests themselves know nothing of kinds and
 * look only at the features that a board states.
 */
import { inject } from 'vitest';
import { VirtualClock, type Clock } from '../../base/index.js';
import { createSimulatedBoard, serveTcp, type AuxHeader } from '../../board-sim/index.js';
import { InProcessTransport, SocketTransport, type Transport } from '../../firmware-host/host/index.js';
import { parseBoardUri } from '../../firmware-host/host/uri.js';
import { emulatedFactories } from './emulated.js';
import { webUsbFactory } from './web-usb.js';

/** A board on the bench: powered, with nobody connected. */
export interface BoardUnderTest {
  /** A new connection to the same board; one at a time. */
  connect(): Transport;
  /** Clock by which hosts of this board measure time. */
  readonly clock: Clock;
  /** Lets time pass for board and host, and everything that is due then happen. */
  pass(seconds: number): Promise<void>;
  /** The auxiliary header from outside. Absent where nobody can reach it. */
  readonly header?: AuxHeader;
  close(): Promise<void>;
}

/** Makes a board of its own for each test. */
export interface BoardFactory {
  readonly name: string;
  create(): Promise<BoardUnderTest>;
}

const SIMULATED = { scenario: 'typical', seed: 11, rows: 16, cols: 16, tiles: 2 } as const;
/** Time passes in steps no longer than this, so that either side can answer what the other said. */
const STEP_S = 0.05;

/** Lets what is under way arrive: turns of the event loop, each of which polls the sockets. */
async function arrive(): Promise<void> {
  for (let k = 0; k < 6; k++) await new Promise((resolve) => setImmediate(resolve));
}

async function passOn(clock: VirtualClock, seconds: number): Promise<void> {
  await arrive();
  for (let left = seconds; left > 1e-9; left -= STEP_S) {
    clock.advance(Math.min(STEP_S, left));
    await arrive();
  }
}

const inProcess: BoardFactory = {
  name: 'simulated, in this process',
  create: async () => {
    const clock = new VirtualClock();
    const board = createSimulatedBoard({ ...SIMULATED, clock });
    return {
      clock,
      header: board.header,
      connect: () => new InProcessTransport(board, 'in-process'),
      pass: (seconds) => passOn(clock, seconds),
      close: async () => board.close(),
    };
  },
};

const overTcp: BoardFactory = {
  name: 'simulated, over TCP',
  create: async () => {
    const clock = new VirtualClock();
    const board = createSimulatedBoard({ ...SIMULATED, clock });
    const served = await serveTcp(board, { port: 0 });
    const address = parseBoardUri(served.uri);
    if (address.scheme !== 'tcp') throw new Error(`not a TCP address: ${served.uri}`);
    const { host, port } = address;
    return {
      clock,
      header: board.header,
      connect: () => new SocketTransport({ host, port }),
      pass: (seconds) => passOn(clock, seconds),
      close: () => served.close(),
    };
  },
};

/** Every board that the suite runs against; the rig of test/usb runs it once more, with a kernel's USB stack in between. */
export const factories: readonly BoardFactory[] =
  inject('contractOver') === 'usb'
    ? (await import('../usb/contract/factory.js')).usbFactories(SIMULATED)
    : [inProcess, overTcp, webUsbFactory(SIMULATED, passOn), ...emulatedFactories(arrive)];
