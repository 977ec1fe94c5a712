import { access, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemClock, type Clock } from '../../../base/index.js';
import { writeFileDurably } from '../durable-file.js';
import { fileError, systemCode } from '../file-errors.js';
import { readJsonFile } from '../json-file.js';
import { MANIFEST_FILE } from '../manifest.js';
import { productVersion } from '../product-version.js';
import { parseQuery, type RunQuery } from './run-query.js';
import {
  currentEntry,
  folderStamp,
  indexFolder,
  type IndexedFolder,
  type RunEntry,
  type RunProblem,
} from './run-entry.js';

/** The cache beside the runs; it may be deleted at any time. */
export const INDEX_FILE = '.spindrift-index.json';

const cacheSchema = z.object({
  format: z.literal('spindrift-run-index'),
  version: z.literal(1),
  program: z.string(),
  folders: z.record(
    z.string(),
    z.custom<IndexedFolder>((value) => typeof value === 'object' && value !== null),
  ),
});

/** Folders that are looked at together. */
const TOGETHER = 32;

/**
 * The runs of a store, as searches need them. Manifests, results and notes are read once and kept, also on disk, for as long as their
 * folder does not change; logs are never read. Whatever is missing or damaged in the cache is read again from the folders.
 */
export class RunIndex {
  readonly root: string;
  readonly #clock: Clock;
  #folders: Map<string, IndexedFolder> | undefined;
  #entries: readonly RunEntry[] = [];
  #refreshing: Promise<boolean> | undefined;

  constructor(root: string, clock: Clock = systemClock) {
    this.root = resolve(root);
    this.#clock = clock;
  }

  /** Runs by the last refresh, newest first. */
  get entries(): readonly RunEntry[] {
    return this.#entries;
  }

  /** Folders that look like runs and cannot be read. */
  get problems(): RunProblem[] {
    return [...(this.#folders ?? [])].flatMap(([name, { problem }]) =>
      problem === undefined ? [] : [{ name, message: problem }],
    );
  }

  /** The entry of a folder. */
  entry(name: string): RunEntry | undefined {
    return this.#entries.find((entry) => entry.name === name);
  }

  /**
   * Looks at the folders and reads those that have changed.
   * @returns whether anything is different from before
   * @throws FileError when the store cannot be read
   */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refresh(): Promise<boolean> {
    const known = (this.#folders ??= await this.#load());
    const names = await this.#names();
    const next = new Map<string, IndexedFolder>();
    let read = 0;
    const look = async (name: string): Promise<void> => {
      const dir = join(this.root, name);
      const stamp = await folderStamp(dir, this.#clock.date().getTime());
      if (stamp === undefined) return;
      const before = known.get(name);
      if (before !== undefined && stamp !== null && before.stamp === stamp) {
        next.set(name, before);
        return;
      }
      if (!(await hasManifest(dir))) return;
      next.set(name, await indexFolder(dir, stamp));
      read += 1;
    };
    for (let at = 0; at < names.length; at += TOGETHER) await Promise.all(names.slice(at, at + TOGETHER).map(look));
    this.#folders = next;
    const entries = [...next.values()].flatMap((folder) => currentEntry(folder) ?? []);
    entries.sort((a, b) => (a.started < b.started ? 1 : a.started > b.started ? -1 : a.id < b.id ? -1 : 1));
    const changed = read > 0 || next.size !== known.size || entries.some((entry, i) => entry !== this.#entries[i]);
    const different = changed && JSON.stringify(entries) !== JSON.stringify(this.#entries);
    this.#entries = entries;
    if (read > 0 || next.size !== known.size) await this.#save(next);
    return different || !sameProblems(known, next);
  }

  /** The runs that a query fits, newest first. @throws RangeError naming the word that cannot be understood */
  search(query: string | RunQuery): RunEntry[] {
    const fits = typeof query === 'string' ? parseQuery(query) : query;
    return this.#entries.filter((entry) => fits(entry));
  }

  async #load(): Promise<Map<string, IndexedFolder>> {
    const cache = await readJsonFile(join(this.root, INDEX_FILE), cacheSchema).catch(() => undefined);
    // Another program may read folders otherwise.
    return cache?.program === (await productVersion()) ? new Map(Object.entries(cache.folders)) : new Map();
  }

  /** A store that cannot be written is searched without a cache. */
  async #save(folders: ReadonlyMap<string, IndexedFolder>): Promise<void> {
    const cache = {
      format: 'spindrift-run-index',
      version: 1,
      program: await productVersion(),
      folders: Object.fromEntries([...folders].filter(([, { stamp }]) => stamp !== null)),
    };
    await writeFileDurably(join(this.root, INDEX_FILE), JSON.stringify(cache)).catch(() => undefined);
  }

  async #names(): Promise<string[]> {
    try {
      const entries = await readdir(this.root, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return [];
      throw fileError('read the folder', this.root, cause);
    }
  }
}

function sameProblems(a: ReadonlyMap<string, IndexedFolder>, b: ReadonlyMap<string, IndexedFolder>): boolean {
  const told = (folders: ReadonlyMap<string, IndexedFolder>): string =>
    JSON.stringify(
      [...folders].flatMap(([name, { problem }]) => (problem === undefined ? [] : [[name, problem]])).sort(),
    );
  return told(a) === told(b);
}

function hasManifest(dir: string): Promise<boolean> {
  return access(join(dir, MANIFEST_FILE)).then(
    () => true,
    () => false,
  );
}
