import { z } from 'zod';
import { stream, type } from '../define.js';

/** What a menu of the application's window asks of the page: commands of the page's palette, by their ids. */
export const SHELL_COMMANDS = [
  'go.boards',
  'go.live',
  'go.characterise',
  'go.entropy',
  'go.generate',
  'go.energy',
  'go.runs',
  'go.console',
  'go.settings',
  'app.palette',
  'app.theme',
  'app.shortcuts',
  'app.tour',
  'app.diagnostics',
  'run.start',
  'run.stop',
  'boards.makeSafe',
  'runs.export',
] as const;
export type ShellCommand = (typeof SHELL_COMMANDS)[number];

/** What the main process has for the page of a window. */
export type ShellEvent =
  | { readonly type: 'command'; readonly command: ShellCommand }
  /** Files and folders that were opened with the application: archives of runs (`.spin`) and run folders, absolute. */
  | { readonly type: 'open'; readonly paths: readonly string[] }
  /** Why the page finds itself loaded anew. */
  | { readonly type: 'notice'; readonly notice: 'page-crashed' };

/** What a page hears of it: opened archives have been brought into the run store meanwhile. */
export type ShellNews =
  | Exclude<ShellEvent, { readonly type: 'open' }>
  | {
      readonly type: 'opened';
      /** Names of runs in the store. */
      readonly runs: readonly string[];
      readonly failed: readonly { readonly file: string; readonly message: string }[];
    };

/** Methods 50 to 59: what only a page in an application's window hears; in a browser the stream stays silent. */
export const shellApi = {
  /** Events of the window with this number, which stands in the page's address (`?window=1`); those that came before anybody listened come first. */
  'system.shell': stream(50, z.object({ window: z.int().min(1).max(1_000_000) }), type<ShellNews>()),
};
