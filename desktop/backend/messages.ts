/** What a shell and its backend process say to each other besides the RPC. */
import type { ShellEvent } from '../rpc/api/index.js';

/** From a shell to its backend. */
export type ToBackend =
  /** With a socket: a WebSocket upgrade that the server has judged; the backend does the handshake. */
  | {
      readonly type: 'socket';
      readonly url: string;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      /** Bytes that came behind the head, base64. */
      readonly head: string;
    }
  /** Is it still there? A socket that is passed to a process that has just died would be lost without a word. */
  | { readonly type: 'ping'; readonly id: number }
  /** With a MessagePort: a window of Electron. */
  | { readonly type: 'port' }
  /** For the page of a window of Electron: what `system.shell` answers with. */
  | { readonly type: 'shell'; readonly window: number; readonly event: ShellEvent }
  /** End in good order: stop runs, make arrays safe, exit. */
  | { readonly type: 'stop' };

/** From a backend to its shell. */
export type FromBackend =
  /** Connections are welcome. */
  | { readonly type: 'ready' }
  /** It is. */
  | { readonly type: 'pong'; readonly id: number }
  /** Runs that go on: to keep the computer awake, and to ask before quitting. */
  | { readonly type: 'runs'; readonly active: number };
