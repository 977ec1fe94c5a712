/** Temporary folders, away from the store. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOrphans, temporaryBeside } from '../../lab/runs/temporary-names.js';

/** Makes a folder that its maker removes; what killed backends left of the same kind goes first. @param kind as `spindrift-upload` */
export async function scratchFolder(kind: string): Promise<string> {
  await removeOrphans(tmpdir(), { of: kind });
  return mkdtemp(`${temporaryBeside(join(tmpdir(), kind))}-`);
}
