import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../base/index.js';

/** A folder below `root` for a run that nobody named: `runs/generate-20250301-101502`, with a number behind it if that exists. */
export function newRunFolder(experiment: string, clock: Clock, root: string): string {
  const stamp = clock.date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const base = join(root, `${experiment}-${stamp}`);
  let folder = base;
  for (let n = 2; existsSync(folder); n++) folder = `${base}-${n}`;
  return folder;
}
