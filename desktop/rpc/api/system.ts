import { z } from 'zod';
import { call, stream, type } from '../define.js';

/** Who answers. */
export interface BackendInfo {
  /** Version of the interface; a page of another one must be loaded again. */
  readonly api: number;
  /** Version of the product. */
  readonly version: string;
  /** Changes whenever the backend starts anew. */
  readonly instance: string;
  readonly platform: string;
  /** Folder that runs are stored in. */
  readonly runsDir: string;
  /** Whether it was named at the start, so that what is chosen in the settings does not count. */
  readonly runsDirGiven: boolean;
}

/** A line of the program's own log. */
export interface LogLine {
  readonly time: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** Methods 1 to 99. */
export const systemApi = {
  'system.hello': call(1, z.object({}), type<BackendInfo>()),
  /** The last lines of the log, then every new one. */
  'system.log': stream(2, z.object({ last: z.int().min(0).max(10_000).default(200) }), type<readonly LogLine[]>()),
  /** What to attach to a report of trouble: versions, system, log; no board data, no names of files outside the run store. */
  'system.diagnostics': call(3, z.object({}), type<string>()),
};
