/** Whether USB reaches this system at all. */
import { fine, lacking, type Check } from '../check.js';
import type { Machine } from '../machine.js';
import { CONTAINER_OPTIONS, surroundings } from '../surroundings.js';

/** What eight transfers of 16 KiB and their bookkeeping take, of the kernel's limit for all programs together, MB. */
const LEAST_USBFS_MB = 1;

/** The kernel's list of devices, and the nodes to open them by. */
export async function checkUsbBus(machine: Machine): Promise<Check> {
  const id = 'usb-bus';
  const [sys, dev] = [await machine.exists('/sys/bus/usb'), (await machine.list('/dev/bus/usb')).length > 0];
  const where = await surroundings(machine);
  if (sys && dev) {
    const hubs = (await machine.list('/sys/bus/usb/devices')).filter((name) => /^usb\d+$/.test(name));
    return fine(id, `${hubs.length} USB ${hubs.length === 1 ? 'bus' : 'buses'}`);
  }
  if (where === 'wsl')
    return lacking(
      id,
      'this is the Windows subsystem for Linux, which has no USB of its own',
      'pass the board through with usbipd-win: `usbipd bind` and `usbipd attach --wsl` in Windows',
    );
  if (where === 'container')
    return lacking(
      id,
      sys ? 'this container has no /dev/bus/usb' : 'this container sees no USB: there is no /sys/bus/usb',
      `start it with ${CONTAINER_OPTIONS}`,
    );
  if (sys)
    return lacking(
      id,
      'the kernel has USB, but /dev/bus/usb is empty or missing',
      'mount devtmpfs on /dev, or start udevd; without a node no program can open a device',
    );
  return lacking(
    id,
    'the kernel has no USB: there is no /sys/bus/usb',
    'load it with `sudo modprobe usbcore` and a host controller driver (xhci_pci); a virtual machine needs a USB controller',
  );
}

/** udevd sets permissions and tells programs of devices that come and go. */
export async function checkUdevd(machine: Machine): Promise<Check> {
  const id = 'udevd';
  const container = (await surroundings(machine)) === 'container';
  if ((await machine.exists('/run/udev/control')) && (container || (await udevdMayRun(machine))))
    return fine(id, 'udevd runs');
  return lacking(
    id,
    'udevd does not run: no rule is applied, and programs hear of a board that comes or goes only by looking again and again',
    container
      ? 'in a container give the board to your user outside, and start it with -v /run/udev:/run/udev:ro; else open the board as root'
      : 'start it: `sudo systemctl start systemd-udevd` (or eudev’s `udevd --daemon`)',
  );
}

/** Its socket outlives it, so the process counts, unless other people's are hidden from this user. */
async function udevdMayRun(machine: Machine): Promise<boolean> {
  const name = async (pid: string): Promise<string | undefined> =>
    (await machine.readText(`/proc/${pid}/comm`))?.trim();
  if ((await name('1')) === undefined) return true;
  const names = await Promise.all((await machine.list('/proc')).filter((entry) => /^\d+$/.test(entry)).map(name));
  return names.some((found) => found === 'systemd-udevd' || found === 'udevd');
}

/** Memory that the kernel lets programs use for transfers. */
export async function checkUsbMemory(machine: Machine): Promise<Check> {
  const id = 'usb-memory';
  const file = '/sys/module/usbcore/parameters/usbfs_memory_mb';
  const text = (await machine.readText(file))?.trim();
  if (text === undefined) return fine(id, 'no limit is stated');
  const megabytes = Number(text);
  if (megabytes === 0 || megabytes >= LEAST_USBFS_MB)
    return fine(id, megabytes === 0 ? 'no limit' : `${megabytes} MB for all programs together`);
  return lacking(
    id,
    `the kernel allows programs ${text} MB for USB transfers`,
    `allow more: echo 16 | sudo tee ${file}`,
  );
}

/** Devices that were attached over a network: the virtual board, and what a killed server leaves. */
export async function checkUsbip(machine: Machine): Promise<Check> {
  const id = 'usbip';
  const folder = '/sys/devices/platform';
  const used: string[] = [];
  const broken: string[] = [];
  for (const hub of await machine.list(folder)) {
    if (!hub.startsWith('vhci_hcd')) continue;
    for (const file of await machine.list(`${folder}/${hub}`)) {
      if (!/^status(\.\d+)?$/.test(file)) continue;
      for (const line of ((await machine.readText(`${folder}/${hub}/${file}`)) ?? '').split('\n')) {
        // hub port state speed device socket bus address; 004 is free, 005 without an address yet, 006 in use, 007 failed (kernel, drivers/usb/usbip).
        const [, port, state, , , , address] = line.trim().split(/\s+/);
        if (state === '006') used.push(`port ${Number(port)} as ${address ?? '?'}`);
        else if (state === '007' || state === '005') broken.push(String(Number(port)));
      }
    }
  }
  if (broken.length > 0)
    return lacking(
      id,
      `USB/IP port ${broken.join(', ')} is taken by a connection that failed or never became a device`,
      `free it: ${broken.map((port) => `sudo usbip detach -p ${port}`).join('; ')}`,
    );
  return fine(id, used.length === 0 ? 'nothing is attached over USB/IP' : `attached over USB/IP: ${used.join(', ')}`);
}
