import { readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../base/index.js';
import { createFileDurably, putWhereFree } from './durable-file.js';
import { readJsonFile } from './json-file.js';
import { manifestSchema } from './manifest.js';
import { currentProcess, writerState } from './process-identity.js';
import { temporaryBeside } from './temporary-names.js';

/** Who recovers a run at the moment; beginning with a dot, it is no file of the run. */
const CLAIM_FILE = '.recovering';
const claimSchema = manifestSchema.pick({ process: true, host: true });

/**
 * Does something with an interrupted run that nobody else may do at the same time. The claim of a process that has gone counts for nothing.
 * @param force takes it also from a process of which nothing is known
 * @throws FileError while another process does it; whatever `work` throws
 */
export async function withRecoveryClaim<T>(dir: string, force: boolean, work: () => Promise<T>): Promise<T> {
  const path = join(dir, CLAIM_FILE);
  const mine = JSON.stringify({
    process: currentProcess(),
    host: { name: hostname(), platform: process.platform, arch: process.arch },
  });
  while (!(await createFileDurably(path, mine))) await takeFrom(path, dir, force);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes the claim of somebody who has gone. @throws FileError for the claim of somebody who has not */
async function takeFrom(path: string, dir: string, force: boolean): Promise<void> {
  const found = await readFile(path, 'utf8').catch(() => undefined);
  // Its owner is done.
  if (found === undefined) return;
  const claim = await readJsonFile(path, claimSchema).catch(() => undefined);
  const state = claim === undefined ? 'gone' : writerState(claim);
  if (state === 'alive' || (state === 'unknown' && !force)) {
    throw new FileError(`cannot recover ${dir}: process ${claim!.process.pid} is recovering it`, {
      details: { path: dir, pid: claim!.process.pid },
      nextStep: 'Wait until it has done so.',
    });
  }
  const aside = temporaryBeside(path);
  await rename(path, aside).catch(() => undefined);
  // Between looking and taking, another may have taken it and claimed the run itself: then it gets its claim back.
  if ((await readFile(aside, 'utf8').catch(() => found)) !== found) await putWhereFree(aside, path);
  await rm(aside, { force: true });
}
