import { blocking, fine, type Check } from './check.js';
import { checkBoards } from './checks/boards.js';
import { checkBrowser, checkElectron, checkToolchain } from './checks/extras.js';
import { checkDisk, checkNode, checkUsbLibrary } from './checks/program.js';
import { checkGroup, checkRule, findRules } from './checks/udev.js';
import { checkUdevd, checkUsbBus, checkUsbip, checkUsbMemory } from './checks/usb-system.js';
import type { Machine } from './machine.js';

/** What doctor needs to know besides the machine. */
export interface DoctorOptions {
  /** Versions of Node that the package asks for. */
  readonly engines: string;
  /** Where runs are written. */
  readonly folder: string;
  /** Folders that may hold installed packages. */
  readonly packageFolders: readonly string[];
}

/** Looks at everything, in the order in which things depend on each other. A look that itself fails is a finding. */
export async function runChecks(machine: Machine, options: DoctorOptions): Promise<Check[]> {
  const checks: Check[] = [];
  const look = async (id: string, check: () => Check | Promise<Check> | Promise<Check[]>): Promise<void> => {
    try {
      checks.push(...[await check()].flat());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      checks.push(blocking(id, `could not be looked at: ${reason}`, 'report this with the output of --json'));
    }
  };
  await look('node', () => checkNode(machine, options.engines));
  await look('usb-library', () => checkUsbLibrary(machine));
  if (machine.platform === 'linux') {
    const rules = await findRules(machine);
    await look('usb-bus', () => checkUsbBus(machine));
    await look('udevd', () => checkUdevd(machine));
    await look('udev-rule', () => checkRule(machine, rules));
    await look('user-group', () => checkGroup(machine));
    await look('usb-memory', () => checkUsbMemory(machine));
    await look('usbip', () => checkUsbip(machine));
    await look('boards', () => checkBoards(machine, rules));
  } else {
    await look('usb-bus', () =>
      fine(
        'usb-bus',
        'not looked at: USB has been tested on Linux only, though the board’s descriptors ask for the system’s own driver',
      ),
    );
  }
  await look('disk', () => checkDisk(machine, options.folder));
  await look('browser', () => checkBrowser(machine));
  await look('electron', () => checkElectron(machine, options.packageFolders));
  await look('toolchain', () => checkToolchain(machine));
  return checks;
}
