/** The built browser shell, and callers as its pages have them. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { api, type DesktopApi } from '../../../desktop/rpc/api/index.js';
import { RpcClient, webSocketTransport } from '../../../desktop/rpc/index.js';
import { startServer, type RunningServer } from '../../../desktop/server/index.js';

const built = (path: string): string => fileURLToPath(new URL(`../../../dist/desktop/${path}`, import.meta.url));

/** How long whatever must happen may take before a test fails, milliseconds. */
export const PATIENCE_MS = 60_000;

/** A page without a browser. */
export interface ShellPage {
  readonly client: RpcClient<DesktopApi>;
  /** Breaks the connection as a closed tab does: nobody says goodbye. */
  kill(): void;
}

/** A running shell on a store of its own. */
export class DesktopShell {
  readonly news: string[] = [];
  readonly #pages: ShellPage[] = [];
  #log = '';

  private constructor(
    readonly root: string,
    /** The running server. */
    readonly server: RunningServer,
    readonly ownsRoot: boolean,
  ) {}

  /** @param beside a shell whose store and settings this one shares; that one removes them */
  static async start(beside?: DesktopShell): Promise<DesktopShell> {
    if (!existsSync(built('backend/main.js'))) throw new Error('dist/ is missing: run `npm run build` first');
    const root = beside?.root ?? (await mkdtemp(join(tmpdir(), 'spindrift-shell-')));
    const heard: DesktopShell[] = [];
    const server = await startServer({
      runsDir: join(root, 'runs'),
      configDir: join(root, 'config'),
      page: built('page'),
      backend: built('backend/main.js'),
      onNews: (text) => heard[0]?.news.push(text),
      onLog: (text) => {
        if (heard[0] !== undefined) heard[0].#log += text;
      },
    });
    const shell = new DesktopShell(root, server, beside === undefined);
    heard.push(shell);
    return shell;
  }

  get runsDir(): string {
    return join(this.root, 'runs');
  }

  /** What the backends logged so far. */
  get log(): string {
    return this.#log;
  }

  /** Connects as a page does. */
  async open(): Promise<ShellPage> {
    const { origin, token } = this.server;
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc?token=${token}`, {
      origin,
      perMessageDeflate: false,
    });
    await once(socket, 'open');
    const page = { client: new RpcClient(api, webSocketTransport(socket)), kill: () => socket.terminate() };
    this.#pages.push(page);
    return page;
  }

  /** SIGKILL: the backend has no chance to say or write anything. */
  killBackend(): void {
    process.kill(this.server.backend.pid!, 'SIGKILL');
  }

  async dispose(): Promise<void> {
    for (const page of this.#pages) page.kill();
    await this.server.stop();
    if (this.ownsRoot) await rm(this.root, { recursive: true, force: true });
  }
}

/** Waits for a condition; `what` says which one, if it never holds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`it never came about that ${what}`);
    },
    { timeout: PATIENCE_MS, interval: 20 },
  );
}
