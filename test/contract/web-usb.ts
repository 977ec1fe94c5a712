/** The behavioural board for the contract suite as a page meets it: behind WebUSB, whose place a fake takes. */
import { VirtualClock } from '../../base/index.js';
import { SimulatedUsbDevice, createSimulatedBoard, type SimulatedBoardOptions } from '../../board-sim/index.js';
import { FakeUsbMachine } from '../../firmware-host/host/testing/fake-web-usb.js';
import type { Transport, TransportHandlers } from '../../firmware-host/host/index.js';
import { UsbTransport } from '../../firmware-host/host/transport/usb/usb-transport.js';
import { WebUsbPort } from '../../firmware-host/host/transport/web-usb/web-usb-port.js';
import type { BoardFactory } from './boards.js';

/** The factory. */
export function webUsbFactory(
  options: SimulatedBoardOptions,
  passOn: (clock: VirtualClock, seconds: number) => Promise<void>,
): BoardFactory {
  const create: BoardFactory['create'] = async () => {
    const clock = new VirtualClock();
    const board = createSimulatedBoard({ ...options, clock });
    const socket = new SimulatedUsbDevice(board, { speed: 'unpaced', clock });
    const machine = new FakeUsbMachine();
    const usb = machine.page();
    // A board that restarts leaves the bus and comes back.
    let plugged = machine.plug(socket);
    const stop = socket.onDetach(() => {
      plugged = machine.plug(socket);
    });
    const connected = async (): Promise<UsbTransport> => {
      await plugged;
      const [device] = await usb.getDevices();
      return new UsbTransport(new WebUsbPort(device!, { usb, clock }), { clock });
    };
    return {
      clock,
      header: board.header,
      connect: () => new LateTransport(connected),
      pass: (seconds) => passOn(clock, seconds),
      close: async () => {
        stop();
        machine.unplug(socket);
        board.close();
      },
    };
  };
  return { name: 'simulated, over WebUSB (fake)', create };
}

/** A transport that is made when it is opened. */
class LateTransport implements Transport {
  readonly name = 'usb:fake';
  readonly #make: () => Promise<Transport>;
  #transport: Transport | undefined;

  constructor(make: () => Promise<Transport>) {
    this.#make = make;
  }

  async open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    this.#transport = await this.#make();
    await this.#transport.open(handlers, signal);
  }

  send(bytes: Uint8Array): boolean {
    return this.#transport?.send(bytes) ?? true;
  }

  async close(): Promise<void> {
    await this.#transport?.close();
  }
}
