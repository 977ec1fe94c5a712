/** A USB transport on the stand-in of libusb, and what it tells. */
import { systemClock, type Clock } from '../../../base/index.js';
import { LibusbPort } from '../transport/usb/libusb-port.js';
import { UsbTransport, type UsbTransportOptions } from '../transport/usb/usb-transport.js';
import { FakeUsbDevice } from './fake-libusb.js';

/** Calls to the device when it is opened and closed in good order. */
export const OPENING = ['open', 'claim', 'request 1', 'clearHalt in', 'clearHalt out'];
export const CLOSING = ['request 1', 'release', 'close'];

export interface OpenedUsb {
  readonly device: FakeUsbDevice;
  readonly transport: UsbTransport;
  /** Bytes and errors, in the order in which they came. */
  readonly heard: (number | Error | undefined)[];
  drains: number;
}

export function makeUsb(options: UsbTransportOptions & { device?: FakeUsbDevice; portClock?: Clock } = {}): OpenedUsb {
  const device = options.device ?? new FakeUsbDevice();
  const port = new LibusbPort(device, 'usb:SERIAL', options.portClock ?? options.clock ?? systemClock);
  return { device, transport: new UsbTransport(port, options), heard: [], drains: 0 };
}

export function openUsb(made: OpenedUsb, signal?: AbortSignal): Promise<void> {
  return made.transport.open(
    {
      onData: (bytes) => made.heard.push(...bytes),
      onDrain: () => made.drains++,
      onClose: (error) => made.heard.push(error),
    },
    signal,
  );
}

export async function openedUsb(options: Parameters<typeof makeUsb>[0] = {}): Promise<OpenedUsb> {
  const made = makeUsb(options);
  await openUsb(made);
  return made;
}
