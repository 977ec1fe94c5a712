/** The runs of the store: kept up to date while somebody looks, and what was read of their logs. */
import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { FileError, type Clock } from '../../../base/index.js';
import { MANIFEST_FILE, readRun, RunIndex, RunSurvey, type StoredRun } from '../../../lab/runs/index.js';
import { Changes } from '../changing.js';

/** Surveys that are kept; each takes memory by its tables, not by its log. */
const KEPT_SURVEYS = 16;
/** Shortest time between two looks at the store, seconds; a store that takes long is looked at less often. */
const SHORTEST_LOOK_S = 1.5;

/** A run with what is in its log. */
export interface OpenRun {
  readonly run: StoredRun;
  readonly survey: RunSurvey;
}

/** Runs of a folder. */
export class RunStore {
  readonly root: string;
  readonly index: RunIndex;
  /** Told whenever the list or a run of it is different. */
  readonly changes = new Changes();
  readonly #clock: Clock;
  readonly #surveys = new Map<string, { readonly id: string; readonly survey: RunSurvey }>();
  #watchers = 0;
  #stop: AbortController | undefined;
  #looking: Promise<boolean> | undefined;
  #ended = false;

  constructor(root: string, clock: Clock) {
    this.root = resolve(root);
    this.#clock = clock;
    this.index = new RunIndex(root, clock);
  }

  /** Folder of a run. @throws FileError when there is none of that name */
  async dirOf(name: string): Promise<string> {
    const dir = join(this.root, name);
    const found =
      basename(dir) === name &&
      !name.startsWith('.') &&
      (await stat(join(dir, MANIFEST_FILE)).then(
        (entry) => entry.isFile(),
        () => false,
      ));
    if (found) return dir;
    throw new FileError(`there is no run ${JSON.stringify(name)} in ${this.root}`, {
      details: { run: name },
      nextStep: 'It may have been renamed or deleted; look at the list of runs.',
    });
  }

  /** A run as it is now, and its log as far as it has come. @throws FileError, DataError; the signal's reason */
  async open(name: string, signal?: AbortSignal): Promise<OpenRun> {
    const run = await readRun(await this.dirOf(name));
    const known = this.#surveys.get(name);
    // Another run may have taken the folder.
    const survey = known?.id === run.manifest.id ? known.survey : new RunSurvey(run.dir);
    this.#surveys.delete(name);
    this.#surveys.set(name, { id: run.manifest.id, survey });
    for (const oldest of [...this.#surveys.keys()].slice(0, -KEPT_SURVEYS)) this.#surveys.delete(oldest);
    await survey.update(signal);
    return { run, survey };
  }

  /** Looks at the store now, and tells whoever watches when it is different. */
  async look(): Promise<void> {
    // A look writes the cache, and what asks for one may do so in the middle of the end.
    if (this.#ended) return;
    const looking = this.index.refresh();
    this.#looking = looking;
    if (await looking) this.changes.tell();
  }

  /** Resolves when the store has been looked at: a look that is under way is waited for, and one is begun only where none ever was. */
  async looked(): Promise<void> {
    await (this.#looking ?? this.look());
  }

  /** Looks no more; resolves when the last look has written its cache. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#stop?.abort();
    await this.#looking?.catch(() => undefined);
  }

  /** Keeps the list up to date until the returned function is called. */
  keep(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      const stop = new AbortController();
      this.#stop = stop;
      void this.#follow(stop.signal);
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#stop?.abort();
    };
  }

  /** Looks again and again: the system tells of folders that come and go, not of what is in them. */
  async #follow(signal: AbortSignal): Promise<void> {
    let wake = (): void => undefined;
    const watcher = this.#watchFolder(() => wake());
    signal.addEventListener('abort', () => watcher?.close(), { once: true });
    while (!signal.aborted) {
      const began = this.#clock.now();
      await this.look().catch(() => undefined);
      const pauseS = Math.max(SHORTEST_LOOK_S, 20 * (this.#clock.now() - began));
      await new Promise<void>((done) => {
        const timer = this.#clock.setTimer(pauseS, done);
        wake = () => {
          timer.cancel();
          // A folder is there before its manifest.
          this.#clock.setTimer(0.1, done);
        };
        signal.addEventListener('abort', wake, { once: true });
      });
    }
  }

  #watchFolder(changed: () => void): { close(): void } | undefined {
    try {
      const watcher = watch(this.root, { persistent: false }, (_event, name) => {
        // What begins with a dot is ours: the cache, the trash, an import under way.
        if (name?.startsWith('.') !== true) changed();
      });
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  }
}
