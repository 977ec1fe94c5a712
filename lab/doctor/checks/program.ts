/** What the program itself needs. */
import { formatBytes } from '../../../base/index.js';
import { blocking, fine, lacking, type Check } from '../check.js';
import type { Machine } from '../machine.js';

/** Below this the next run may not fit: a generation of a hundred images is some ten megabytes. */
const LITTLE_BYTES = 200e6;
const NONE_BYTES = 5e6;

/** @param engines what package.json asks for, as `>=20.19` */
export function checkNode({ nodeVersion }: Machine, engines: string): Check {
  const least = /(\d+)\.(\d+)/.exec(engines);
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [leastMajor, leastMinor] = [Number(least?.[1] ?? 0), Number(least?.[2] ?? 0)];
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return fine('node', `Node ${nodeVersion}`);
  return blocking(
    'node',
    `Node ${nodeVersion} is too old: ${leastMajor}.${leastMinor} or newer is needed`,
    `install Node ${leastMajor} LTS or newer from https://nodejs.org or your distribution`,
  );
}

/** Whether the library that talks to USB loads here. */
export async function checkUsbLibrary(machine: Machine): Promise<Check> {
  const reason = await machine.tryUsb();
  if (reason === undefined) return fine('usb-library', 'libusb loads');
  const missing = /(lib[\w.+-]+\.so[\w.]*): cannot open shared object/.exec(reason)?.[1];
  return blocking(
    'usb-library',
    `the USB library does not load: ${reason}`,
    missing === undefined
      ? 'run `npm ci` again on this machine; on Linux the library needs glibc 2.17, libudev.so.1 and libstdc++.so.6'
      : `install the package with ${missing} (on Debian: apt-get install libudev1 libstdc++6)`,
  );
}

/** @param folder where runs are written */
export async function checkDisk(machine: Machine, folder: string): Promise<Check> {
  const free = await machine.freeBytes(folder);
  if (free === undefined)
    return lacking('disk', `${folder} cannot be asked for its free space`, 'check that it exists');
  const detail = `${formatBytes(free)} free where runs go (${folder})`;
  if (free >= LITTLE_BYTES) return fine('disk', detail);
  const remedy = 'free some space, or choose a folder on another disk with --out';
  return free < NONE_BYTES ? blocking('disk', detail, remedy) : lacking('disk', detail, remedy);
}
