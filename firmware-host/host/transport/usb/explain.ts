/** Failures to open a board on this system, with what to do about them. */
import { open } from 'node:fs/promises';
import { BoardAccessError, BoardBusyError } from '../../../../base/index.js';
import { holdersOf, holdersText } from './holders.js';
import { SYSFS, deviceNode, scanSysfs, type SysfsPlaces, type UsbDeviceInfo } from './sysfs.js';
import { UDEV_RULE, UDEV_RULE_PATH } from './udev-rule.js';
import type { UsbFailure } from './usb-port.js';

/** What {@link explainOpen} looks at; tests name other places. */
export interface SystemPlaces extends SysfsPlaces {
  readonly proc: string;
  readonly platform: string;
  /** Opens a device file as libusb does; the code of the error, if it fails. */
  readonly openCode: (node: string) => Promise<string | undefined>;
}

const HERE: SystemPlaces = { ...SYSFS, proc: '/proc', platform: process.platform, openCode };

/** What the failure means; undefined where the system has no more to say. */
export async function explainOpen(
  failure: UsbFailure,
  name: string,
  device: Pick<UsbDeviceInfo, 'bus' | 'address' | 'path'>,
  places: SystemPlaces = HERE,
): Promise<Error | undefined> {
  if (places.platform !== 'linux') return undefined;
  const node = deviceNode(device.bus, device.address, places.nodes);
  if (failure.kind === 'access') return accessError(name, node, failure);
  // libusb calls this an input/output error.
  if (failure.kind === 'other')
    return (await places.openCode(node)) === 'EPERM' ? filtered(name, node, failure) : undefined;
  if (failure.kind !== 'busy' && failure.kind !== 'gone') return undefined;
  const now = (await scanSysfs(places)).find(({ bus, address }) => bus === device.bus && address === device.address);
  if (failure.kind === 'gone') return now?.access === 'missing' ? nodeMissing(name, node, failure) : undefined;
  const holders = await holdersOf(node, places.proc);
  // This process has every device open that it tries to open.
  const others = holders.filter(({ pid }) => pid !== process.pid);
  const driver = now?.driver !== undefined && now.driver !== 'usbfs' ? `the kernel driver ${now.driver}` : undefined;
  const who = holdersText(others) ?? driver;
  return new BoardBusyError(`${name}: ${who ?? 'this or another program'} holds the board`, {
    cause: failure,
    nextStep: `${driver === undefined ? 'end that program' : 'unbind that driver'}, then open the board again`,
    details: { holders: others, ...(driver === undefined ? {} : { driver: now!.driver }) },
  });
}

/** This user may not open the device. */
export function accessError(name: string, node: string, cause?: unknown): BoardAccessError {
  return new BoardAccessError(`${name}: this user may not open ${node}`, {
    nextStep: `put the rule that spindrift doctor --udev-rule prints into ${UDEV_RULE_PATH}, then plug the board in again`,
    details: { file: node, rulePath: UDEV_RULE_PATH, rule: UDEV_RULE },
    ...(cause === undefined ? {} : { cause }),
  });
}

function nodeMissing(name: string, node: string, cause: unknown): BoardAccessError {
  return new BoardAccessError(`${name}: the board is plugged in, but ${node} does not exist here`, {
    nextStep: 'a container sees a board only if its device file is passed in, for instance with --device',
    details: { file: node },
    cause,
  });
}

function filtered(name: string, node: string, cause: unknown): BoardAccessError {
  return new BoardAccessError(`${name}: a filter on devices keeps this program from ${node}`, {
    nextStep: 'let it through the container or the systemd service it runs in; spindrift doctor says how',
    details: { file: node },
    cause,
  });
}

async function openCode(node: string): Promise<string | undefined> {
  try {
    await (await open(node, 'r+')).close();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : undefined;
  }
}
