import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from './file-errors.js';
import type { RunManifest } from './manifest.js';

/** When a process began, in the kernel's ticks: tells it from a later one with the same number. Undefined where it cannot be read. */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name, may hold spaces and brackets; the rest begins after its last bracket. Field 22 is the start time.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** This process, as a manifest records it. */
export function currentProcess(): RunManifest['process'] {
  const ticks = startTicks(process.pid);
  return { pid: process.pid, ...(ticks === undefined ? {} : { startTicks: ticks }) };
}

/** Whether the process that writes a run still lives: `unknown` when it runs on another computer. */
export function writerState(manifest: Pick<RunManifest, 'process' | 'host'>): 'alive' | 'gone' | 'unknown' {
  if (manifest.host.name !== hostname()) return 'unknown';
  return isAlive(manifest.process) ? 'alive' : 'gone';
}

/** Whether a process of this computer lives, and is not a later one with the same number. */
export function isAlive({ pid, startTicks: recorded }: RunManifest['process']): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (systemCode(error) !== 'EPERM') return false;
  }
  const now = startTicks(pid);
  return recorded === undefined || now === undefined || recorded === now;
}
