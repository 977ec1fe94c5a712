/** Which device a URI means. Never the first of several. */
import { BoardNotFoundError } from '../../../../base/index.js';
import { formatUsbUri, type UsbBoardSpec } from '../../uri.js';
import type { UsbDeviceInfo } from './sysfs.js';

/** Serial number of a board whose calibration memory was never written. */
const UNPROVISIONED = 'UNPROVISIONED';

/** The device that is meant. @throws BoardNotFoundError with what there is: none, another, or several */
export function chooseDevice(spec: UsbBoardSpec, devices: readonly UsbDeviceInfo[]): UsbDeviceInfo {
  const matches = devices.filter(
    ({ serial, path }) =>
      (spec.serial === undefined || serial === spec.serial) && (spec.path === undefined || path === spec.path),
  );
  const [first] = matches;
  if (first && matches.length === 1) return first;
  const details = { boards: devices.map((device) => usbUriOf(device, devices)) };
  if (!first) throw notFound(spec, devices, details);
  throw new BoardNotFoundError(
    spec.serial === undefined
      ? `there are ${matches.length} boards on USB: ${details.boards.join(', ')}`
      : `${matches.length} boards on USB have the serial number ${spec.serial}`,
    {
      code: 'BOARD_AMBIGUOUS',
      nextStep: `say which one: ${matches.map((device) => usbUriOf(device, devices)).join(' or ')}`,
      details,
    },
  );
}

/** The URI by which a device is found again among the others: by its serial number, or by where it is plugged in if that does not tell it apart. */
export function usbUriOf({ serial, path }: UsbDeviceInfo, devices: readonly UsbDeviceInfo[]): string {
  const alone = devices.filter((other) => other.serial === serial).length <= 1;
  const plain = /^[\x21-\x3f\x41-\x7e][\x21-\x7e]*$/.test(serial);
  return formatUsbUri(alone && plain && serial !== UNPROVISIONED ? { serial } : { path });
}

function notFound(
  spec: UsbBoardSpec,
  devices: readonly UsbDeviceInfo[],
  details: { readonly boards: readonly string[] },
): BoardNotFoundError {
  const others = devices.length === 0 ? '' : `; there is ${details.boards.join(', ')}`;
  const what =
    spec.serial !== undefined
      ? `no board with the serial number ${spec.serial} is on USB`
      : spec.path !== undefined
        ? `no board is on USB port ${spec.path}`
        : 'no board was found on USB';
  return new BoardNotFoundError(`${what}${others}`, {
    nextStep:
      'plug it in and check the cable (spindrift boards lists what is there), or use sim: for a simulated board',
    details,
  });
}
