/** Where the application's own files and its user's lie. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { defaultConfigDir } from '../server/config-dir.js';

export interface Places {
  /** Compiled entry of the backend. */
  readonly backend: string;
  /** Built preload. */
  readonly preload: string;
  /** Folder of the built page. */
  readonly page: string;
  /** Picture of a window, where the system does not take it from the package. */
  readonly icon: string;
  /** Folder of the run store. */
  readonly runs: string;
  /** Folder of the settings. */
  readonly config: string;
  /** Where the backend works. */
  readonly home: string;
  readonly windowState: string;
}

/** The usual places: program files beside this one in `dist/`, runs in the user's documents, settings where the system keeps them. */
export function usualPlaces(): Places {
  const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const userData = app.getPath('userData');
  return {
    backend: built('../backend/main.js'),
    preload: built('../preload/index.cjs'),
    page: built('../page'),
    icon: built('../icons/256x256.png'),
    runs: join(app.getPath('documents'), 'Spindrift', 'runs'),
    config: defaultConfigDir(process.env, process.platform, app.getPath('home')),
    home: app.getPath('home'),
    windowState: join(userData, 'windows.json'),
  };
}
