/**
 * A simulated board that Linux takes for a hardware random generator, on offer to the rig's guest alone.
 *
 * The kernel that binds it CREDITS what it reads as entropy, and these bits are computed from a seed. They may meet one kernel only: that of the
 * throw-away guest, in which nothing needs a secret. This is the one exception to the rule that simulated randomness is refused wherever entropy
 * is credited. So it exists in the rig's tests only; nothing can be made from this file but a server on this computer's loopback or a Unix socket
 * that lists nothing and knows the device by a name that follows from the token of the guest's kernel command line; and the guest's half refuses
 * to plug in anything where that command line has no token.
 */
import type { SimulatedBoardOptions } from '../../../board-sim/index.js';
import { UsbIpServer, type ListenAddress } from '../../../board-sim/virtual-usb/index.js';
import { ByteQueue, TransferQueue } from '../../../board-sim/virtual-usb/pipe-queues.js';
import type { TransferDone, VirtualDevice } from '../../../board-sim/virtual-usb/index.js';
import { guestOnlyBusId } from '../guest/rig-token.js';
import { answerRequest, descriptors, PACKET_BYTES } from './descriptors.js';
import { SimulatedTap } from './simulated-tap.js';

const NOTHING = new Uint8Array(0);

/** One reading IN endpoint. Not exported: see the head of this file. */
class ChaoskeyDevice implements VirtualDevice {
  readonly descriptors = descriptors;
  readonly speed = 'full';
  readonly #tap: SimulatedTap;
  readonly #in = new TransferQueue();
  readonly #bytes = new ByteQueue();
  #nextId = 1;
  #fetching = false;
  #held = false;
  /** Bytes that the kernel has taken, in order. */
  readonly taken: Uint8Array[] = [];

  constructor(tap: SimulatedTap) {
    this.#tap = tap;
  }

  /** While held, the device answers NAK. */
  hold(held: boolean): void {
    this.#held = held;
    this.#move();
  }

  submitControl(setup: Uint8Array, _data: Uint8Array, done: TransferDone): number {
    const data = answerRequest(setup);
    setImmediate(() => done({ status: data ? 'ok' : 'stall', data: data ?? NOTHING, actual: data?.length ?? 0 }));
    return this.#nextId++;
  }

  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    const id = this.#nextId++;
    if (endpoint !== 1 || direction !== 'in') {
      setImmediate(() => done({ status: 'silent', data: NOTHING, actual: 0 }));
    } else {
      this.#in.push(id, new Uint8Array(work as number), done);
      setImmediate(() => this.#move());
    }
    return id;
  }

  cancel(id: number): boolean {
    return this.#in.cancel(id, true);
  }

  onDetach(): () => void {
    return () => undefined;
  }

  release(): void {
    this.#in.endAll('gone', true);
  }

  #move(): void {
    for (;;) {
      const rest = this.#in.rest;
      if (rest === undefined || this.#held) return;
      if (this.#bytes.length < PACKET_BYTES) {
        this.#fetch();
        return;
      }
      const packet = rest.subarray(0, PACKET_BYTES);
      this.#bytes.take(packet);
      this.taken.push(Uint8Array.from(packet));
      this.#in.moved(packet.length);
      if (packet.length === rest.length) this.#in.end('ok', true);
    }
  }

  #fetch(): void {
    if (this.#fetching || this.#tap.alarmed) return;
    this.#fetching = true;
    void this.#tap.next().then((bytes) => {
      this.#fetching = false;
      if (bytes === undefined) return;
      this.#bytes.push(bytes);
      this.#move();
    });
  }
}

/** How the personality is made. */
export interface GuestOnlyOptions {
  /** Says what is done here; there is no other value. */
  readonly letTheGuestKernelCreditSimulatedBits: 'in a throw-away guest of the USB rig';
  /** The token of the guest that may have it. */
  readonly token: string;
  readonly board: SimulatedBoardOptions;
  /** Default: a free port of the loopback. */
  readonly listen?: ListenAddress;
}

/** The personality on offer. */
export interface GuestOnlyChaoskey {
  readonly server: UsbIpServer;
  /** What the kernel has taken so far. */
  readonly taken: () => Uint8Array;
  /** Answers NAK while it is held. */
  readonly hold: (held: boolean) => void;
  /** Whether a health alarm has closed the tap. */
  readonly alarmed: boolean;
  readonly unplug: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Offers the personality to one guest.
 * @throws RangeError unless it is asked for by name, for the token of a rig, and on an address that only this computer reaches
 */
export async function offerChaoskeyToGuest(options: GuestOnlyOptions): Promise<GuestOnlyChaoskey> {
  const { letTheGuestKernelCreditSimulatedBits: consent, token, listen = { port: 0 } } = options;
  if ((consent as string) !== 'in a throw-away guest of the USB rig')
    throw new RangeError('letTheGuestKernelCreditSimulatedBits must say where: "in a throw-away guest of the USB rig"');
  const busId = guestOnlyBusId(token);
  const tap = await SimulatedTap.open(options.board);
  const device = new ChaoskeyDevice(tap);
  let server: UsbIpServer | undefined;
  try {
    server = await UsbIpServer.start({ listen });
    server.add(device, { busId, unlisted: true, localOnly: true });
  } catch (error) {
    await server?.close();
    await tap.close();
    throw error;
  }
  const serving = server;
  return {
    server: serving,
    taken: () => new Uint8Array(Buffer.concat(device.taken)),
    hold: (held) => device.hold(held),
    get alarmed() {
      return tap.alarmed;
    },
    unplug: () => serving.unplug(busId),
    close: async () => {
      await serving.close();
      await tap.close();
    },
  };
}
