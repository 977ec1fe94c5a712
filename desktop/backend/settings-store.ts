/** The settings, as one file in the user's own folder. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../base/index.js';
import { writeFileDurably } from '../../lab/runs/durable-file.js';
import { makeFolders } from '../../lab/runs/make-folders.js';
import { removeOrphans } from '../../lab/runs/temporary-names.js';
import { settingsSchema, type Settings, type SettingsChange } from '../rpc/api/settings.js';
import { Changes } from './changing.js';

const FILE = 'settings.json';

/** What a file of settings came to. */
export interface ReadSettings {
  readonly settings: Settings;
  /** What was wrong with it; it was then taken as if it were not there. */
  readonly problem?: string;
}

/** Reads the settings of a folder; the defaults where there are none. Never fails: a broken file must not keep the program from starting. */
export async function readSettings(configDir: string): Promise<ReadSettings> {
  const defaults = settingsSchema.parse({});
  try {
    const found = settingsSchema.safeParse(JSON.parse(await readFile(join(configDir, FILE), 'utf8')));
    return found.success ? { settings: found.data } : { settings: defaults, problem: found.error.message };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { settings: defaults };
    return { settings: defaults, problem: (error as Error).message };
  }
}

/** Keeps the settings and tells of their changes. */
export class SettingsStore {
  readonly changes = new Changes();
  readonly #dir: string;
  readonly #warn: (text: string) => void;
  #settings: Promise<Settings> | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param warn told, for the log, when a file could not be used */
  constructor(configDir: string, warn: (text: string) => void) {
    this.#dir = configDir;
    this.#warn = warn;
  }

  /** The settings now. */
  get(): Promise<Settings> {
    this.#settings ??= this.#read();
    return this.#settings;
  }

  async #read(): Promise<Settings> {
    await removeOrphans(this.#dir);
    const { settings, problem } = await readSettings(this.#dir);
    if (problem !== undefined) {
      // Kept: somebody may have written it by hand and will want to correct it.
      await rename(join(this.#dir, FILE), join(this.#dir, `${FILE}.broken`)).catch(() => undefined);
      this.#warn(`the settings cannot be used and are kept as ${FILE}.broken: ${problem}`);
    }
    return settings;
  }

  /** Changes some; null goes back to the default. @throws FileError when they cannot be stored; they then stay as they were */
  change(change: SettingsChange): Promise<Settings> {
    return this.#write((before) => {
      const merged = { ...before, ...change };
      return settingsSchema.parse(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)));
    });
  }

  /** Back to the defaults. */
  reset(): Promise<Settings> {
    return this.#write(() => settingsSchema.parse({}));
  }

  /** One after the other, so that two changes at a time are both kept; and from what is stored, which another program may have changed. */
  #write(make: (before: Settings) => Settings): Promise<Settings> {
    const next = this.#writing.then(async () => {
      const settings = make(await this.#read());
      await makeFolders(this.#dir);
      await writeFileDurably(join(this.#dir, FILE), `${JSON.stringify(settings, null, 2)}\n`);
      this.#settings = Promise.resolve(settings);
      this.changes.tell();
      return settings;
    });
    this.#writing = next.catch(() => undefined);
    return next;
  }
}
