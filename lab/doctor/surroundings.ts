import type { Machine } from './machine.js';

/** What a Linux system runs in, where that decides how USB reaches it. */
export type Surroundings = 'container' | 'wsl' | 'machine';

/** Looks at the marks that containers and the Windows subsystem leave. */
export async function surroundings(machine: Machine): Promise<Surroundings> {
  if (/microsoft/i.test((await machine.readText('/proc/sys/kernel/osrelease')) ?? '')) return 'wsl';
  if ((await machine.exists('/.dockerenv')) || (await machine.exists('/run/.containerenv'))) return 'container';
  const groups = (await machine.readText('/proc/1/cgroup')) ?? '';
  return /docker|kubepods|containerd|libpod|lxc/.test(groups) ? 'container' : 'machine';
}

/** How a board gets into a container: the whole bus, since a board has another node after each plugging. */
export const CONTAINER_OPTIONS =
  "-v /dev/bus/usb:/dev/bus/usb -v /run/udev:/run/udev:ro --device-cgroup-rule='c 189:* rmw'";
