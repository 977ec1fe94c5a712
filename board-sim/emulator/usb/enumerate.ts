/** What a host does with a new device, with the machine running meanwhile. */
import { BoardNotFoundError, BoardTimeoutError, DeviceError } from '../../../base/index.js';
import type { Machine } from '../machine.js';
import type { TransferResult } from './transfer.js';

const DESCRIPTOR_DEVICE = 1;
const DESCRIPTOR_CONFIGURATION = 2;
const DESCRIPTOR_STRING = 3;
const LANGUAGE_US_ENGLISH = 0x0409;
const DEVICE_BYTES = 18;
const CONFIGURATION_BYTES = 9;
/** A device that cannot answer a request in this time is broken (USB 2.0, section 9.2.6.4: 500 ms without data, 5 s with). */
const REQUEST_NANOS = 5e9;
/** From power-on to the pull-up, ns: far more than a firmware needs. */
const ATTACH_NANOS = 2e9;
/** Address given to the device. */
const ADDRESS = 1;

/** What an enumeration has found. */
export interface Enumerated {
  readonly device: Uint8Array;
  readonly configuration: Uint8Array;
  readonly manufacturer: string;
  readonly product: string;
  readonly serial: string;
}

/** Eight bytes of a request. */
export function setupPacket(
  requestType: number,
  request: number,
  value: number,
  index: number,
  length: number,
): Uint8Array {
  return Uint8Array.of(
    requestType,
    request,
    value & 0xff,
    value >> 8,
    index & 0xff,
    index >> 8,
    length & 0xff,
    length >> 8,
  );
}

/** Makes a request and runs the machine until it is over. @throws BoardTimeoutError if nothing comes of it */
export function controlNow(machine: Machine, setup: Uint8Array, data: Uint8Array = new Uint8Array(0)): TransferResult {
  let result: TransferResult | undefined;
  const id = machine.usb.submitControl(setup, data, (end) => (result = end));
  machine.run({ until: () => result !== undefined, maxNanos: REQUEST_NANOS });
  if (result !== undefined) return result;
  machine.usb.cancel(id);
  throw new BoardTimeoutError('the device does not finish a control request', { details: { setup: [...setup] } });
}

/**
 * Runs the machine until its device is on the bus, gives it an address and configuration 1, and reads what it says of itself.
 * @throws BoardNotFoundError if it does not come, BoardTimeoutError or DeviceError if it does not answer
 */
export function enumerate(machine: Machine): Enumerated {
  const { usb } = machine;
  machine.run({ until: () => usb.state === 'active', maxNanos: ATTACH_NANOS });
  if (usb.state !== 'active')
    throw new BoardNotFoundError(`the firmware does not appear on USB within ${ATTACH_NANOS / 1e9} s of its start`);
  request(machine, setupPacket(0x80, 6, DESCRIPTOR_DEVICE << 8, 0, 64));
  request(machine, setupPacket(0x00, 5, ADDRESS, 0, 0));
  const device = request(machine, setupPacket(0x80, 6, DESCRIPTOR_DEVICE << 8, 0, DEVICE_BYTES));
  const head = request(machine, setupPacket(0x80, 6, DESCRIPTOR_CONFIGURATION << 8, 0, CONFIGURATION_BYTES));
  const total = head[2]! | (head[3]! << 8);
  const configuration = request(machine, setupPacket(0x80, 6, DESCRIPTOR_CONFIGURATION << 8, 0, total));
  const text = (index: number): string => {
    if (index === 0) return '';
    const bytes = request(machine, setupPacket(0x80, 6, (DESCRIPTOR_STRING << 8) | index, LANGUAGE_US_ENGLISH, 255));
    return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  };
  const [manufacturer, product, serial] = [text(device[14]!), text(device[15]!), text(device[16]!)];
  request(machine, setupPacket(0x00, 9, configuration[5]!, 0, 0));
  return { device, configuration, manufacturer, product, serial };
}

function request(machine: Machine, setup: Uint8Array): Uint8Array {
  const { status, data } = controlNow(machine, setup);
  if (status === 'ok') return data;
  throw new DeviceError(`the device answers request ${setup[1]} with: ${status}`, {
    code: `USB_${status.toUpperCase()}`,
    details: { setup: [...setup] },
  });
}
