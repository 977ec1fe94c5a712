/** What the main process and its backend say to each other besides the RPC, which goes from page to backend past the main process. */
import { z } from 'zod';
import type { ShellEvent } from '../rpc/api/shell.js';

/** From the main process to the backend. */
export type ToBackend =
  /** With one MessagePort: the other end is in the page of a window. */
  | { readonly type: 'port' }
  /** For the page of a window: what `system.shell` answers with. */
  | { readonly type: 'shell'; readonly window: number; readonly event: ShellEvent }
  /** End in good order: stop runs, make arrays safe, exit. */
  | { readonly type: 'stop' };

/** From the backend: checked, for it reads files and boards of strangers. */
export const fromBackend = z.discriminatedUnion('type', [
  /** Connections are welcome. */
  z.object({ type: z.literal('ready') }),
  /** Runs that go on: to keep the computer awake, and to ask before quitting. */
  z.object({ type: z.literal('runs'), active: z.int().min(0) }),
]);
