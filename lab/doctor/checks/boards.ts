/** The boards that are plugged in, one after the other and together. */
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../proto/usb.js';
import { fine, lacking, type Check } from '../check.js';
import type { Machine } from '../machine.js';
import { findUsbDevices, type UsbDevice } from '../usb-devices.js';
import { checkAccess, checkInterface } from './board-access.js';
import { checkConfigured, checkDescriptor, checkIdentity, checkPower, checkSpeed, isSpindrift } from './board-state.js';
import type { RuleFile } from './udev.js';

/** What a board calls itself before its calibration memory names it. */
const UNPROVISIONED = 'UNPROVISIONED';
/** The boot loader in the RP2040's mask ROM (datasheet, section 2.8.5). */
const BOOT_LOADER = ['2e8a', '0003'] as const;

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** Everything about the boards at hand. */
export async function checkBoards(machine: Machine, rules: readonly RuleFile[]): Promise<Check[]> {
  const devices = await findUsbDevices(machine, hex(USB_VENDOR_ID), hex(USB_PRODUCT_ID));
  const ours = devices.filter((device) => isSpindrift(device) || device.productName === undefined);
  const checks = [countBoards(ours), await checkBootLoader(machine)];
  for (const device of devices) checks.push(...(await checkBoard(machine, device, ours, rules)));
  return checks;
}

function countBoards(boards: readonly UsbDevice[]): Check {
  if (boards.length === 0)
    return lacking(
      'boards',
      'no board is plugged in, as far as the kernel sees',
      'if one is: try another cable (many carry power only) and another port, then see `sudo dmesg | tail`; simulated boards need none',
    );
  return fine('boards', boards.map(({ serial, address }) => `usb:${serial ?? '?'} at ${address}`).join(', '));
}

async function checkBootLoader(machine: Machine): Promise<Check> {
  const chips = await findUsbDevices(machine, ...BOOT_LOADER);
  if (chips.length === 0) return fine('boot-loader', 'no chip is in its boot loader');
  return lacking(
    'boot-loader',
    `a chip is in its boot loader at ${chips.map(({ address }) => address).join(', ')}`,
    'if it is the board: spindrift flash; or plug it in again without BOOTSEL held to start the firmware that it has',
  );
}

async function checkBoard(
  machine: Machine,
  device: UsbDevice,
  all: readonly UsbDevice[],
  rules: readonly RuleFile[],
): Promise<Check[]> {
  const identity = checkIdentity(device);
  // What is not ours is not judged; what cannot be read has nothing more to say.
  if (!identity.ok && !identity.blocks) return [identity];
  const access = await checkAccess(machine, device, rules);
  const configured = await checkConfigured(machine, device);
  const state = [identity, configured, checkPower(device), checkSpeed(device)];
  if (!configured.ok) return [...state, access];
  return [...state, checkDescriptor(device), checkSerial(device, all), access, await checkInterface(machine, device)];
}

function checkSerial({ address, serial }: UsbDevice, all: readonly UsbDevice[]): Check {
  const id = `board-serial:${address}`;
  const twins = all.filter((other) => other.serial === serial && other.address !== address);
  if (serial === undefined)
    return lacking(
      id,
      `the serial number of the board at ${address} cannot be read`,
      `unplug the board, wait two seconds, plug it in again; a board without one is named by its port: usb:@${address}`,
    );
  if (twins.length > 0)
    return lacking(
      id,
      `the boards at ${[address, ...twins.map((twin) => twin.address)].join(' and ')} have the same serial number, ${serial}`,
      serial === UNPROVISIONED
        ? `name it by its port, usb:@${address}, and give it its calibration memory (docs/board.md)`
        : `name it by its port: usb:@${address}`,
    );
  if (serial === UNPROVISIONED)
    return lacking(
      id,
      `the board at ${address} has no serial number yet`,
      'it works, alone, as usb:; its calibration memory gives it one (docs/board.md)',
    );
  return fine(id, serial);
}
