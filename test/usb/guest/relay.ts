/**
 * Lets a program on the host use the product's USB transport in the guest: for each connection that the host takes, opens the board and passes bytes
 * both ways. There is always one connection to spare. The argument is the host's port.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LibusbPort } from '../../../firmware-host/host/transport/usb/libusb-port.js';
import { loadLibusb, type LibusbDevice } from '../../../firmware-host/host/transport/usb/libusb.js';
import { UsbTransport } from '../../../firmware-host/host/transport/usb/usb-transport.js';
import { RELAY, RelayReader, relayFrame } from '../relay-frames.js';
import { errorFacts } from '../values.js';
import { HOST_ADDRESS } from './vhci.js';

/** Where the device hangs. */
export interface RelayTarget {
  readonly bus: number;
  readonly address: number;
}

const ENUMERATION_S = 20;
const port = Number(process.argv[2]);

/** Hotplug events tell the library of a device a moment after the kernel has it. */
async function find({ bus, address }: RelayTarget): Promise<LibusbDevice> {
  const libusb = await loadLibusb();
  const end = performance.now() + ENUMERATION_S * 1000;
  for (;;) {
    const found = libusb.getDeviceList().find((each) => each.busNumber === bus && each.deviceAddress === address);
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`libusb does not list device ${address} of bus ${bus}`);
    await sleep(5);
  }
}

function serve(): void {
  const socket: Socket = connect({ host: HOST_ADDRESS, port, noDelay: true });
  let transport: UsbTransport | undefined;
  const ended = (type: number, error?: unknown): void => {
    socket.write(relayFrame(type, Buffer.from(error === undefined ? '' : JSON.stringify(errorFacts(error)))));
  };
  const open = async (target: RelayTarget): Promise<void> => {
    try {
      transport = new UsbTransport(new LibusbPort(await find(target), 'usb'));
      await transport.open({
        onData: (bytes) => socket.write(relayFrame(RELAY.data, bytes)),
        onDrain: () => undefined,
        onClose: (error) => ended(RELAY.closed, error ?? new Error('closed without a reason')),
      });
      socket.write(relayFrame(RELAY.opened));
    } catch (error) {
      ended(RELAY.refused, error);
    }
  };
  const reader = new RelayReader((type, payload) => {
    if (type === RELAY.open) {
      serve();
      void open(JSON.parse(payload.toString()) as RelayTarget);
    } else if (type === RELAY.data) transport?.send(Uint8Array.from(payload));
    else if (type === RELAY.close) void transport?.close().then(() => ended(RELAY.closed));
  });
  socket.on('data', (bytes: Buffer) => reader.push(bytes));
  socket.on('error', () => undefined);
  socket.on('close', () => void transport?.close());
}

serve();
