/** The contract suite's board behind a real kernel: everything from the product's transport in the guest to the virtual device is as with a user. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { createSimulatedBoard } from '../../../board-sim/index.js';
import { SimulatedUsbDevice, UsbIpServer } from '../../../board-sim/virtual-usb/index.js';
import type { BoardFactory, BoardUnderTest } from '../../contract/boards.js';
import { Guest } from '../guest.js';
import type { RelayTarget } from '../guest/relay.js';
import type { Attached } from '../messages.js';
import { ownRig } from '../own-rig.js';
import { installProductRule, startUdevd } from '../udev.js';
import { CountingBoard } from './counting-board.js';
import { Relay, RelayTransport, targetOf } from './relay.js';

const STEP_S = 0.05;
/** Turns of the event loop in which nothing moves before nothing will. */
const QUIET_TURNS = 6;
const QUIET_LIMIT_S = 30;

interface Bench {
  readonly guest: Guest;
  readonly relay: Relay;
  readonly server: UsbIpServer;
}

/** The factory, or none where the rig cannot run. */
export function usbFactories(options: Parameters<typeof createSimulatedBoard>[0]): readonly BoardFactory[] {
  const rig = ownRig();
  if (rig === undefined) return [];
  let bench: Bench | undefined;
  beforeAll(async () => {
    const guest = await Guest.open(rig);
    await startUdevd(guest);
    await installProductRule(guest);
    bench = { guest, relay: await Relay.start(guest), server: await UsbIpServer.start() };
  });
  afterAll(async () => {
    bench?.relay.close();
    await bench?.guest.close();
    await bench?.server.close();
  });
  return [{ name: 'simulated, over USB', create: async () => new UsbBoard(bench!, options) }];
}

class UsbBoard implements BoardUnderTest {
  readonly clock = new VirtualClock();
  readonly #bench: Bench;
  readonly #board: CountingBoard;
  readonly #busId: string;
  #attached: Attached | undefined;
  #transport: RelayTransport | undefined;
  /** The device has left the bus by itself. */
  #left = false;

  constructor(bench: Bench, options: Parameters<typeof createSimulatedBoard>[0]) {
    this.#bench = bench;
    this.#board = new CountingBoard(createSimulatedBoard({ ...options, clock: this.clock }));
    const device = new SimulatedUsbDevice(this.#board, { speed: 'unpaced' });
    device.onDetach(() => (this.#left = true));
    this.#busId = bench.server.add(device);
  }

  connect(): RelayTransport {
    return (this.#transport = new RelayTransport(this.#bench.relay, () => this.#plug()));
  }

  async pass(seconds: number): Promise<void> {
    await this.#quiet();
    for (let left = seconds; left > 1e-9; left -= STEP_S) {
      this.clock.advance(Math.min(STEP_S, left));
      await this.#quiet();
    }
  }

  async close(): Promise<void> {
    await this.#transport?.close();
    await this.#unplug();
    this.#bench.server.remove(this.#busId);
    this.#board.close();
  }

  async #plug(): Promise<RelayTarget> {
    const { guest, server } = this.#bench;
    if (this.#left) await this.#unplug();
    this.#left = false;
    this.#attached ??= await guest.attach(server.address as { port: number }, this.#busId);
    return targetOf(this.#attached.node);
  }

  async #unplug(): Promise<void> {
    if (this.#attached) await this.#bench.guest.detach(this.#attached);
    this.#attached = undefined;
  }

  /** Waits until everything that was sent on either side has arrived on the other, and nobody has more to say. */
  async #quiet(): Promise<void> {
    const end = performance.now() + QUIET_LIMIT_S * 1000;
    for (let turns = 0; turns < QUIET_TURNS;) {
      if (this.#settled) {
        turns++;
        await new Promise((resolve) => setImmediate(resolve));
        continue;
      }
      turns = 0;
      if (performance.now() > end) throw new Error(`no quiet in ${QUIET_LIMIT_S} s: ${this.#account}`);
      await sleep(1);
    }
  }

  get #settled(): boolean {
    const transport = this.#transport;
    if (transport === undefined || transport.state === 'new' || transport.state === 'over') return true;
    // The link is about to end, and its end must arrive.
    if (transport.state === 'closing' || this.#board.hungUp || this.#left) return false;
    return transport.sent === this.#board.received && transport.received === this.#board.sent;
  }

  get #account(): string {
    const { sent, received, state } = this.#transport!;
    return `${state}; to the board ${sent} sent, ${this.#board.received} received; from it ${this.#board.sent} and ${received}`;
  }
}
