/** The rig: Debian's kernel in QEMU, on the host's own root, with an agent that does what tests ask. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { makeInitrd } from './initrd.js';
import { fetchPackages } from './packages.js';
import { consoleText, startMachine } from './qemu.js';
import { checkout } from './root.js';
import { startServer } from './server.js';
import { RigUnavailable } from './unavailable.js';

/** Programs and the Debian packages that have them. */
const PROGRAMS = [
  ['qemu-system-x86_64', 'qemu-system-x86'],
  ['busybox', 'busybox-static'],
  ['setpriv', 'util-linux'],
  ['dpkg-deb', 'dpkg'],
  ['timeout', 'coreutils'],
] as const;
const BOOT_LIMIT_S = 150;
/** Once for all guests of this process. */
let fetched: ReturnType<typeof fetchPackages> | undefined;

/** What a test needs to know of a rig that runs. Plain data. */
export interface RigAddress {
  readonly port: number;
  readonly token: string;
  /** Folders with udev and its library, as the guest sees them. */
  readonly udev: readonly string[];
}

export interface Rig {
  readonly address: RigAddress;
  /** Resolves when the guest is off. */
  readonly off: Promise<void>;
  close(): Promise<void>;
}

/** Boots several guests at once. */
export async function bootRigs(count: number, limitS: number): Promise<Rig[]> {
  const boots = await Promise.allSettled(Array.from({ length: count }, (_, k) => bootRig(limitS, k + 1)));
  const rigs = boots.flatMap((boot) => (boot.status === 'fulfilled' ? [boot.value] : []));
  const failed = boots.find((boot) => boot.status === 'rejected');
  if (failed === undefined) return rigs;
  await Promise.all(rigs.map((rig) => rig.close()));
  throw failed.reason as Error;
}

/**
 * Boots a guest.
 * @param limitS seconds after which it is killed
 * @param number which of several: its console is kept under it
 * @throws RigUnavailable if this machine lacks what it needs; Error with the console's last lines if it does not come up
 */
export async function bootRig(limitS: number, number = 1): Promise<Rig> {
  for (const [program, inPackage] of PROGRAMS)
    if (!onPath(program)) throw new RigUnavailable(`${program} is missing: apt-get install ${inPackage}`);
  if (!existsSync(join(checkout, 'dist/test/usb/guest/agent.js')))
    throw new Error('dist/ is missing or older than the rig: run npm run build first');
  const { kernel, udev } = await (fetched ??= fetchPackages());
  const folder = mkdtempSync(join(tmpdir(), 'usb-rig-'));
  const token = randomBytes(16).toString('hex');
  const server = await startServer(token);
  try {
    const initrd = join(folder, 'initrd.gz');
    const settings = { checkout: realpathSync(checkout), node: realpathSync(process.execPath) };
    writeFileSync(initrd, await makeInitrd(kernel, settings));
    const parameters = [`rig.port=${server.port}`, `rig.token=${token}`];
    const machine = startMachine({
      kernelFolder: kernel,
      initrd,
      config: join(folder, 'qemu.conf'),
      parameters,
      limitS,
      number,
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`no word from the guest in ${BOOT_LIMIT_S} s`), BOOT_LIMIT_S * 1000);
    });
    const trouble = await Promise.race([
      server.agent.then(() => undefined),
      machine.off.then(() => 'the guest went off before its agent spoke'),
      late,
    ]);
    clearTimeout(timer);
    if (trouble !== undefined) {
      machine.kill();
      await machine.off;
      throw new Error(`${trouble}; its console (${machine.log}):\n${consoleText(machine.log).slice(-3000)}`);
    }
    const close = async (): Promise<void> => {
      server.close();
      // The agent turns the guest off when the rig has hung up; nothing in it needs saving.
      machine.kill();
      await machine.off;
    };
    return { address: { port: server.port, token, udev }, off: machine.off, close };
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
