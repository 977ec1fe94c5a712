import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FileError } from '../../base/index.js';
import type { StoredEvent } from './event-line.js';
import { fileError, systemCode } from './file-errors.js';
import { readJsonFile } from './json-file.js';
import {
  EVENTS_FILE,
  MANIFEST_FILE,
  RESULT_FILE,
  manifestSchema,
  resultSchema,
  type RunManifest,
  type RunResult,
  type RunState,
} from './manifest.js';
import { writerState } from './process-identity.js';
import { scanLog } from './scan-log.js';

/** A run as its folder tells it. */
export interface StoredRun {
  readonly dir: string;
  readonly manifest: RunManifest;
  readonly state: RunState;
  /** How it ended; absent while it runs, or when it was interrupted and not recovered yet. */
  readonly result?: RunResult;
  /**
   * The events in order, read as they are asked for: a log of any size takes constant memory. Damaged lines are left out and told.
   * @param onDamaged called with the byte range of each damaged line
   */
  events(onDamaged?: (start: number, end: number) => void): AsyncGenerator<StoredEvent>;
}

async function* storedEvents(
  path: string,
  onDamaged?: (start: number, end: number) => void,
): AsyncGenerator<StoredEvent> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  for await (const { event, start, end } of scanLog(path)) {
    if (event === undefined) onDamaged?.(start, end);
    else yield event;
  }
}

/**
 * Opens a run folder for reading; its log is read only when asked for.
 * @throws FileError when there is no run or it cannot be read; DataError when manifest or result are damaged
 */
export async function readRun(path: string): Promise<StoredRun> {
  const dir = resolve(path);
  const manifest = await readJsonFile(join(dir, MANIFEST_FILE), manifestSchema);
  if (manifest === undefined) {
    throw new FileError(`${dir} holds no run: there is no ${MANIFEST_FILE} in it`, {
      details: { path: dir },
      nextStep: 'Check the path.',
    });
  }
  const result = await readJsonFile(join(dir, RESULT_FILE), resultSchema);
  const state = result?.status ?? (writerState(manifest) === 'gone' ? 'interrupted' : 'running');
  return {
    dir,
    manifest,
    state,
    ...(result === undefined ? {} : { result }),
    events: (onDamaged) => storedEvents(join(dir, EVENTS_FILE), onDamaged),
  };
}

/** A line of the list of runs. */
export interface RunSummary {
  readonly dir: string;
  readonly id: string;
  readonly experiment: string;
  readonly state: RunState;
  /** ISO 8601 with offset. */
  readonly started: string;
  readonly seconds: number | null;
}

/** What `listRuns` found. */
export interface RunList {
  /** Newest first. */
  readonly runs: readonly RunSummary[];
  /** Folders that look like runs and cannot be read. */
  readonly problems: readonly { readonly dir: string; readonly message: string }[];
}

/** The runs in the folders directly below `root`; none when `root` does not exist. @throws FileError */
export async function listRuns(root: string): Promise<RunList> {
  const runs: RunSummary[] = [];
  const problems: { dir: string; message: string }[] = [];
  for (const name of await folderNames(resolve(root))) {
    const dir = join(resolve(root), name);
    const isRun = await stat(join(dir, MANIFEST_FILE)).then(
      () => true,
      () => false,
    );
    if (!isRun) continue;
    try {
      const { manifest, state, result } = await readRun(dir);
      const { id, experiment, started } = manifest;
      runs.push({ dir, id, experiment, state, started, seconds: result?.seconds ?? null });
    } catch (error) {
      problems.push({ dir, message: error instanceof Error ? error.message : String(error) });
    }
  }
  runs.sort((a, b) => (a.started < b.started ? 1 : a.started > b.started ? -1 : a.id.localeCompare(b.id)));
  return { runs, problems };
}

async function folderNames(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    // What begins with a dot is ours: the trash, an import under way.
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw fileError('read the folder', root, cause);
  }
}
