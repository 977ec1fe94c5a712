/** Who has a device open: other programs of this system, as far as they may be looked at. */
import { readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A program that holds a device. */
export interface Holder {
  readonly pid: number;
  /** Name of its command, for instance `node`. */
  readonly name: string;
}

/** Programs that have a file open. Those of other users cannot be seen without privileges. */
export async function holdersOf(file: string, proc = '/proc'): Promise<Holder[]> {
  const entries = await readdir(proc).catch(() => []);
  const found: Holder[] = [];
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue;
    const folder = join(proc, entry, 'fd');
    const descriptors = await readdir(folder).catch(() => []);
    for (const descriptor of descriptors) {
      if ((await readlink(join(folder, descriptor)).catch(() => '')) !== file) continue;
      const name = await readFile(join(proc, entry, 'comm'), 'utf8').catch(() => '');
      found.push({ pid: Number(entry), name: name.trim() || 'a program' });
      break;
    }
  }
  return found;
}

/** Names them for a message; undefined if nobody was found. */
export function holdersText(holders: readonly Holder[], self = process.pid): string | undefined {
  if (holders.length === 0) return undefined;
  return holders.map(({ pid, name }) => (pid === self ? 'this program' : `${name} (process ${pid})`)).join(' and ');
}
