import type { Machine } from './machine.js';

/** A program that has a file open. */
export interface Holder {
  readonly pid: number;
  /** As the kernel names it, at most 15 characters. */
  readonly command: string;
}

/** The programs that have a device open, as far as this user may see: without privileges only one's own. */
export async function holdersOf(machine: Machine, path: string): Promise<Holder[]> {
  const found: Holder[] = [];
  for (const name of await machine.list('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    for (const fd of await machine.list(`/proc/${name}/fd`)) {
      if ((await machine.link(`/proc/${name}/fd/${fd}`)) !== path) continue;
      found.push({ pid: Number(name), command: (await machine.readText(`/proc/${name}/comm`))?.trim() ?? '?' });
      break;
    }
  }
  return found.sort((a, b) => a.pid - b.pid);
}

/** `rngd (process 812)`. */
export function holderText(holders: readonly Holder[]): string {
  return holders.map(({ pid, command }) => `${command} (process ${pid})`).join(', ');
}
