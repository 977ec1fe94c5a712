/** What the services of the backend work with. */
import type { Clock } from '../../base/index.js';
import type { BoardHub } from './board-hub.js';
import type { ProgramLog } from './program-log.js';
import type { RunStore } from './runs/run-store.js';
import type { ShellEvents } from './shell-events.js';

export interface BackendContext {
  readonly clock: Clock;
  /** Folder of the run store, absolute. */
  readonly runsDir: string;
  /** Whether it was named at the start. */
  readonly runsDirGiven: boolean;
  /** Folder of the settings, absolute. */
  readonly configDir: string;
  readonly hub: BoardHub;
  readonly store: RunStore;
  readonly log: ProgramLog;
  readonly shell: ShellEvents;
  /** Changes whenever the backend starts anew. */
  readonly instance: string;
  /** What must end in good order with the backend. */
  readonly endings: (() => Promise<void>)[];
}
