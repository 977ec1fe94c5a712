/** What the tests of the rig work with: a guest, a server on the host, and the devices that hang on both. */
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { createSimulatedBoard, type SimulatedBoardOptions } from '../../board-sim/index.js';
import {
  FaultyDevice,
  SimulatedUsbDevice,
  UsbIpServer,
  type VirtualDevice,
} from '../../board-sim/virtual-usb/index.js';
import { broken } from './breaks.js';
import { GuestProgram } from './guest-program.js';
import { Guest, type RunOptions } from './guest.js';
import type { Attached } from './messages.js';
import { ownRig } from './own-rig.js';
import { installProductRule, startUdevd, withoutUdevd } from './udev.js';

/** A device that is plugged in. */
export interface Plugged extends Attached {
  readonly busId: string;
}

export class Bench {
  readonly guest: Guest;
  readonly server: UsbIpServer;
  #shared: GuestProgram | undefined;
  readonly #plugged = new Map<string, Plugged>();

  private constructor(guest: Guest, server: UsbIpServer) {
    this.guest = guest;
    this.server = server;
  }

  static async open(): Promise<Bench> {
    const guest = await Guest.open(ownRig()!);
    return new Bench(guest, await UsbIpServer.start());
  }

  /** Offers a device and plugs it in; nothing of the kind may be there but what this bench has plugged in. */
  async plug(device: VirtualDevice): Promise<Plugged> {
    return this.attach(this.server.add(device));
  }

  /** Plugs in what is on offer already. */
  async attach(busId: string): Promise<Plugged> {
    const attached = await this.guest.attach(this.server.address as { port: number }, busId);
    const plugged = { ...attached, busId };
    this.#plugged.set(busId, plugged);
    expect(attached.alike, 'boards in the guest').toBe(this.#plugged.size);
    return plugged;
  }

  /** Pulls the plug; the device stays on offer. */
  async unplug({ busId, vhciPort }: Plugged): Promise<void> {
    await this.guest.detach({ vhciPort });
    this.#plugged.delete(busId);
  }

  /** Pulls all plugs and takes everything from the offer. */
  async clear(): Promise<void> {
    for (const plugged of [...this.#plugged.values()]) await this.unplug(plugged);
    for (const busId of this.server.busIds) this.server.remove(busId);
  }

  /** A program of its own. */
  program(options?: RunOptions): GuestProgram {
    return new GuestProgram(this.guest, options);
  }

  /** A program for all tests of a file that do not mind who was there before: to start one takes seconds. */
  get shared(): GuestProgram {
    return (this.#shared ??= this.program());
  }

  async close(): Promise<void> {
    await this.clear();
    await this.server.close();
    await this.guest.close();
  }
}

/** A simulated board behind a cable that can have trouble. */
export function simulatedDevice(board: SimulatedBoardOptions): FaultyDevice {
  const faults = broken('sequence') ? { dropBlocks: [3] } : {};
  return new FaultyDevice(new SimulatedUsbDevice(createSimulatedBoard({ ...board, faults }), { speed: 'unpaced' }));
}

/**
 * Tests that use the rig: skipped where it cannot run.
 * @param daemon whether udevd runs, with the product's rule; without it neither is there at first
 */
export function withBench(title: string, tests: (bench: () => Bench) => void, { daemon = true } = {}): void {
  describe.skipIf(ownRig() === undefined)(title, () => {
    let bench: Bench | undefined;
    beforeAll(async () => {
      bench = await Bench.open();
      if (!daemon) {
        await withoutUdevd(bench.guest);
        return;
      }
      await startUdevd(bench.guest);
      await installProductRule(bench.guest);
    });
    afterEach(() => bench?.clear());
    afterAll(() => bench?.close());
    tests(() => bench!);
  });
}
