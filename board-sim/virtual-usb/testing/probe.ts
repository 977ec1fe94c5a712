/** Transfers of a virtual device as promises, for tests. */
import { setupPacket } from '../../emulator/usb/enumerate.js';
import type { TransferResult, VirtualDevice } from '../virtual-device.js';

/** A request to endpoint 0. */
export const request = (
  device: VirtualDevice,
  setup: Uint8Array,
  data: Uint8Array = new Uint8Array(0),
): Promise<TransferResult> => new Promise((resolve) => void device.submitControl(setup, data, resolve));

/** A bulk transfer of endpoint 1. */
export const transfer = (device: VirtualDevice, work: Uint8Array | number): Promise<TransferResult> =>
  new Promise((resolve) => void device.submit(1, typeof work === 'number' ? 'in' : 'out', work, resolve));

/** Takes configuration 1. */
export async function configure(device: VirtualDevice): Promise<void> {
  const { status } = await request(device, setupPacket(0x00, 9, 1, 0, 0));
  if (status !== 'ok') throw new Error(`the device does not take its configuration: ${status}`);
}

/** Lets some turns of the event loop pass. */
export async function turns(count = 10): Promise<void> {
  for (let k = 0; k < count; k++) await new Promise((resolve) => setImmediate(resolve));
}
