/** Debian's kernel and udev for the guest: fetched by apt-get into the cache, unpacked there, never installed. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache } from './root.js';
import { RigUnavailable } from './unavailable.js';

const execute = promisify(execFile);

/** Unpacked packages. */
export interface Packages {
  /** Holds boot/vmlinuz-… and lib/modules/…. */
  readonly kernel: string;
  /** Holds the daemon of hotplug events and what it needs. */
  readonly udev: readonly string[];
}

/** What is taken of the kernel's package, of which most is drivers: all that the modules of the guest lie among. */
const KERNEL_MEMBERS = [
  './boot/vmlinuz-*',
  ...['virtio', 'usb/common', 'usb/core', 'usb/usbip', 'usb/misc', 'usb/mon'].map((folder) => `drivers/${folder}/*`),
  ...['drivers/net/virtio_net.ko', 'drivers/net/net_failover.ko', 'net/core/*', 'net/9p/*'],
  ...['fs/9p/*', 'fs/overlayfs/*', 'fs/netfs/*', 'fs/fscache/*'],
].map((member) => (member.startsWith('./') ? member : `./lib/modules/*/kernel/${member}`));

const UDEV_MEMBERS = ['./*'];

/** Fetches what the cache lacks. Versions are what apt has, since the kernel's name changes with security updates. */
export async function fetchPackages(): Promise<Packages> {
  mkdirSync(cache, { recursive: true });
  const kernelName = /Depends: (linux-image-\S+)/.exec(await apt('apt-cache', 'depends', 'linux-image-amd64'))?.[1];
  if (kernelName === undefined) throw new RigUnavailable('apt does not say which kernel linux-image-amd64 stands for');
  const kernel = await unpacked(kernelName, KERNEL_MEMBERS);
  const udev = [await unpacked('udev', UDEV_MEMBERS), await unpacked('libkmod2', UDEV_MEMBERS)];
  return { kernel, udev };
}

async function apt(program: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(program, args, { cwd: cache })).stdout;
  } catch (cause) {
    throw new RigUnavailable(`${program} ${args.join(' ')} failed (Debian with package lists is needed)`, cause);
  }
}

/** @returns the folder, named after the file of the package and so by its version */
async function unpacked(name: string, members: readonly string[]): Promise<string> {
  const file = await fileOf(name);
  const folder = join(cache, file.replace(/\.deb$/, ''));
  if (existsSync(folder)) return folder;
  const deb = join(cache, file);
  if (!existsSync(deb)) await apt('apt-get', 'download', '-q', name);
  // A folder of the final name is whole, also after a run that was killed.
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    const unpack = 'dpkg-deb --fsys-tarfile "$1" | tar x -C "$2" --no-same-owner --wildcards "${@:3}"';
    await execute('bash', ['-o', 'pipefail', '-c', unpack, 'unpack', deb, half, ...members]);
    renameSync(half, folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  rmSync(deb);
  return folder;
}

/** What the package's file is called, without fetching it; without package lists the newest that the cache has. */
async function fileOf(name: string): Promise<string> {
  const uris = await apt('apt-get', 'download', '--print-uris', name);
  const file = /^'[^']*' (\S+\.deb) /m.exec(uris)?.[1];
  if (file !== undefined) return file;
  // apt-get prints nothing for a file that lies here already.
  const [newest] = readdirSync(cache)
    .filter((entry) => entry.startsWith(`${name}_`) && entry.endsWith('.deb'))
    .sort((a, b) => statSync(join(cache, b)).mtimeMs - statSync(join(cache, a)).mtimeMs);
  if (newest === undefined) throw new RigUnavailable(`apt-get knows no package ${name}: run apt-get update`);
  return newest;
}
