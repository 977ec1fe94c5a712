import { dirname, resolve } from 'node:path';
import { UsageError } from '../../../base/index.js';
import { RunEnergyTrace } from '../../../lab/energy/index.js';
import { readRun } from '../../../lab/runs/index.js';

/** Runs whose books stay in memory: a few megabytes each. */
const MOST_KEPT = 6;

/** The books of runs, read once and then only as far as they have grown. */
export class RunBooks {
  readonly #kept = new Map<string, Promise<RunEnergyTrace>>();

  constructor(readonly runsDir: string) {}

  /**
   * The folder of a run of the store. A page may name no other folder.
   * @throws UsageError
   */
  folder(run: string): string {
    const dir = resolve(this.runsDir, run);
    if (dirname(dir) === this.runsDir) return dir;
    throw new UsageError(`${run} is no run of the store`, { nextStep: `Choose a run of ${this.runsDir}.` });
  }

  /** The books as they stand now. @throws UsageError, FileError, DataError */
  async open(run: string): Promise<RunEnergyTrace> {
    const dir = this.folder(run);
    const known = this.#kept.get(dir);
    if (known !== undefined) {
      const books = await known.catch(() => undefined);
      const { manifest } = await readRun(dir);
      // Another run may have taken the folder.
      if (books?.run.manifest.id === manifest.id) {
        await books.refresh();
        return books;
      }
    }
    const opening = RunEnergyTrace.open(dir);
    this.#kept.delete(dir);
    this.#kept.set(dir, opening);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    opening.catch(() => {
      if (this.#kept.get(dir) === opening) this.#kept.delete(dir);
    });
    return opening;
  }
}
