/** The state of a board as the kernel has it, before anybody opens it. */
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT } from '../../../proto/usb.js';
import { blocking, fine, lacking, type Check } from '../check.js';
import type { Machine } from '../machine.js';
import { onBusPoweredHub, type UsbDevice } from '../usb-devices.js';

/** bcdDevice of the firmware that belongs to this program; a test holds it against the firmware's own. */
export const KNOWN_RELEASE = '0010';
const REPLUG = 'unplug the board, wait two seconds, plug it in again';

/** The numbers are a shared test pair: others use them too. */
export const isSpindrift = ({ productName }: UsbDevice): boolean => productName?.startsWith('Spindrift') === true;

/** Whether the device says that it is one of ours. */
export function checkIdentity(device: UsbDevice): Check {
  const id = `board-identity:${device.address}`;
  const { manufacturer, productName, address } = device;
  if (isSpindrift(device)) return fine(id, `${productName!} at ${address}`);
  if (productName === undefined)
    return blocking(
      id,
      `the device at ${address} has the board’s numbers, but its texts cannot be read`,
      `${REPLUG}; if it stays so, try another cable and a port of the computer itself`,
    );
  return lacking(
    id,
    `the device at ${address} is no Spindrift board: it calls itself ${[manufacturer, productName].filter(Boolean).join(' ')}`,
    'nothing, if it is meant to be there: the numbers 1209:0001 are a test pair that other projects use too',
  );
}

/** Whether the kernel let the device in and chose its configuration. */
export async function checkConfigured(machine: Machine, device: UsbDevice): Promise<Check> {
  const { address, authorized, configuration } = device;
  const id = `board-configured:${address}`;
  if (!authorized)
    return blocking(
      id,
      `this system does not authorise the device at ${address} (USBGuard, or a policy for new devices)`,
      `allow it: echo 1 | sudo tee /sys/bus/usb/devices/${address}/authorized, or with USBGuard: sudo usbguard allow-device`,
    );
  if (configuration !== undefined) return fine(id, `configuration ${configuration} is in use`);
  if (await onBusPoweredHub(machine, device))
    return blocking(
      id,
      `the kernel did not configure the device at ${address}: it wants 500 mA, and its hub draws its own power from the bus`,
      'plug the board into the computer, or into a hub with a power supply',
    );
  return blocking(
    id,
    `the device at ${address} has no configuration`,
    `${REPLUG}, or choose it: echo 1 | sudo tee /sys/bus/usb/devices/${address}/bConfigurationValue`,
  );
}

/** Whether power management got in the way. */
export function checkPower({ address, runtimeStatus }: UsbDevice): Check {
  const id = `board-power:${address}`;
  if (runtimeStatus === 'error')
    return blocking(
      id,
      `the device at ${address} did not wake from suspend`,
      `${REPLUG}, and keep it awake: echo on | sudo tee /sys/bus/usb/devices/${address}/power/control`,
    );
  return fine(
    id,
    runtimeStatus === 'suspended'
      ? 'suspended while nobody uses it; opening it wakes it'
      : (runtimeStatus ?? 'not told'),
  );
}

/** Whether the bus runs at the board's speed. */
export function checkSpeed({ address, speed }: UsbDevice): Check {
  const id = `board-speed:${address}`;
  if (speed === '12') return fine(id, 'full speed, 12 Mbit/s');
  if (speed === undefined) return fine(id, 'not told');
  if (speed === '1.5' || speed === 'unknown')
    return blocking(
      id,
      `the device at ${address} runs at ${speed === 'unknown' ? 'an unknown speed' : 'low speed, 1.5 Mbit/s'}, which has no bulk transfers`,
      'try another cable and a port of the computer itself; a bad contact in the data lines looks like this',
    );
  return fine(id, `${speed} Mbit/s: a virtual device, a board runs at 12`);
}

/** Whether the descriptors are those that this program knows. */
export function checkDescriptor({ address, release, interfaces }: UsbDevice): Check {
  const id = `board-descriptor:${address}`;
  const link = interfaces.find(({ triple }) => triple === 'ff/00/00');
  const wanted = [USB_ENDPOINT_IN, USB_ENDPOINT_OUT].map((endpoint) => endpoint.toString(16).padStart(2, '0'));
  const flash =
    'put the released firmware on it: spindrift flash --reboot --board usb:, or hold BOOTSEL while plugging it in and call spindrift flash';
  if (link === undefined || !wanted.every((endpoint) => link.endpoints.includes(endpoint)))
    return blocking(
      id,
      `the device at ${address} lacks the interface of a board (class ff/00/00, endpoints 81 and 01)`,
      flash,
    );
  if (release === KNOWN_RELEASE) return fine(id, `release ${release}`);
  return lacking(
    id,
    `the device at ${address} has release ${release ?? '?'}; this program was made for ${KNOWN_RELEASE}`,
    (release ?? '') > KNOWN_RELEASE ? 'update this program' : flash,
  );
}
