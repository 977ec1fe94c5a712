/** Processor time of processes, from Linux' /proc. */
import { readFileSync, readdirSync } from 'node:fs';

/** Ticks a second of /proc/PID/stat; 100 on every Linux of today. */
const TICKS = 100;

/** The fields of /proc/PID/stat from the third on; the second may hold spaces. */
function fields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** User and system time of a process, seconds; 0 when it is gone. */
export function cpuSeconds(pid: number): number {
  const found = fields(pid);
  return found === undefined ? 0 : (Number(found[11]) + Number(found[12])) / TICKS;
}

/** All processes below one. */
export function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(fields(Number(name))?.[1])] as const);
  const below = (of: number): number[] =>
    parents.flatMap(([child, parent]) => (parent === of ? [child, ...below(child)] : []));
  return below(pid);
}
