/** A rig that is kept running beside the tests while they are written: where it notes that it is there. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RigAddress } from './rig.js';
import { cache } from './root.js';

interface Note extends RigAddress {
  readonly pid: number;
}
const file = join(cache, 'running.json');

export function noteRunning(address: RigAddress): void {
  writeFileSync(file, JSON.stringify({ ...address, pid: process.pid } satisfies Note), { mode: 0o600 });
}

export function forgetRunning(): void {
  rmSync(file, { force: true });
}

/** The rig that runs already, if its process is alive. */
export function runningRig(): RigAddress | undefined {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
    process.kill(note.pid, 0);
    return note;
  } catch {
    return undefined;
  }
}
