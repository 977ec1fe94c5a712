import { createHash } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { systemClock, type Clock } from '../../base/index.js';
import { currentProcess, isAlive } from './process-identity.js';

/** Names of what is not finished yet: who writes it stands in them. Recovery removes such files; `mkdtemp` may add its own letters. */
export const TEMPORARY_NAME = /^\..+\.tmp-\d+-\d+(?:-[0-9a-f]{8}-\d+(?:-\w{6})?)?$/;
const OWNER = /\.tmp-(\d+)-\d+-([0-9a-f]{8})-(\d+)(?:-\w{6})?$/;
/** Where the system does not tell when a process began. */
const NO_TICKS = '0';

/** What a process of another computer writes is left alone for this long after its last change, milliseconds. */
const PATIENCE_MS = 24 * 3600 * 1000;

let counter = 0;

/** This computer, so that a process of another one that shares the folder is not taken for one of ours. */
function hostMark(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** A name beside a path for what will take its place: `.name.tmp-PROCESS-NUMBER-COMPUTER-BEGINNING`. */
export function temporaryBeside(path: string): string {
  counter += 1;
  const { pid, startTicks = NO_TICKS } = currentProcess();
  return join(dirname(path), `.${basename(path)}.tmp-${pid}-${counter}-${hostMark()}-${startTicks}`);
}

/** What to remove. */
export interface OrphanOptions {
  /** Only what was to become a file of this name; default whatever was to be in the folder. */
  readonly of?: string;
  readonly clock?: Clock;
}

/**
 * Removes the unfinished files and folders in a folder whose process has vanished, and those of other computers that nobody has changed for
 * a day. What a living process of this computer writes is left alone however old it is (it may sleep), and so is what belongs to another
 * user. Never fails: what cannot be removed stays.
 * @returns the names that were removed
 */
export async function removeOrphans(
  folder: string,
  { of, clock = systemClock }: OrphanOptions = {},
): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const removed: string[] = [];
  for (const name of names) {
    if (!TEMPORARY_NAME.test(name) || (of !== undefined && !name.startsWith(`.${of}.tmp-`))) continue;
    const path = join(folder, name);
    if (!(await isOrphan(path, clock.date().getTime()).catch(() => false))) continue;
    const gone = await rm(path, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    if (gone) removed.push(name);
  }
  return removed;
}

async function isOrphan(path: string, nowMs: number): Promise<boolean> {
  const { uid } = await lstat(path);
  if (process.getuid !== undefined && uid !== process.getuid()) return false;
  const [, pid, host, ticks] = OWNER.exec(path) ?? [];
  if (host === hostMark())
    return !isAlive({ pid: Number(pid), ...(ticks === NO_TICKS || ticks === undefined ? {} : { startTicks: ticks }) });
  // Another computer's, which cannot be asked.
  return nowMs - (await lastChangeMs(path)) > PATIENCE_MS;
}

/** When something in it was last changed, milliseconds since 1970. */
async function lastChangeMs(path: string): Promise<number> {
  const entry = await lstat(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const within = await readdir(path, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    within.map(async ({ parentPath, name }) => (await lstat(join(parentPath, name))).mtimeMs),
  );
  return Math.max(entry.mtimeMs, ...times);
}
