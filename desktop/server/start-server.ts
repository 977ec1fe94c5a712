/** The browser shell: the page on the loopback interface, and the backend behind it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileError, systemClock, type Clock } from '../../base/index.js';
import { BackendProcess } from './backend-process.js';
import { OPEN_PATH, newToken } from './guard.js';
import { PageServer } from './page-server.js';
import { Tickets } from './tickets.js';

/** How to start. */
export interface ServerOptions {
  /** Folder of the run store. */
  readonly runsDir: string;
  /** Whether a person named that folder; what is chosen in the settings then does not count, and the page says so. */
  readonly runsDirGiven?: boolean;
  /** Folder of the settings. */
  readonly configDir: string;
  /** Default: any that is free. */
  readonly port?: number;
  /** Folder of the built page; default: the one of this build. */
  readonly page?: string;
  /** Compiled entry of the backend; default: the one of this build. */
  readonly backend?: string;
  readonly clock?: Clock;
  /** Gets the log of the backend, lines of JSON. */
  readonly onLog?: (text: string) => void;
  /** Is told, for a person, when the backend died and when it is back. */
  readonly onNews?: (text: string) => void;
}

/** A running browser shell. */
export interface RunningServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Opens the page: origin and token. A secret: whoever has it can use the boards. */
  readonly url: string;
  readonly token: string;
  /** An address that opens the page once and is worth nothing afterwards: for arguments of programs, which others can read. */
  addressForOnce(): string;
  readonly backend: BackendProcess;
  /** Ends in good order: runs are stopped, arrays are left safe. */
  stop(): Promise<void>;
}

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts the backend and serves the page.
 * @throws FileError when the page has not been built; UsageError when the port cannot be had; SpindriftError when the backend does not start
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    runsDir,
    runsDirGiven = false,
    configDir,
    port = 0,
    page = built('../page'),
    clock = systemClock,
    onLog,
    onNews,
  } = options;
  if (!existsSync(join(page, 'index.html')))
    throw new FileError(`the page has not been built: ${page} holds no index.html`, { nextStep: 'npm run build' });
  const token = newToken();
  const tickets = new Tickets(clock);
  let backend: BackendProcess | undefined;
  const pages = await PageServer.listen({
    port,
    page,
    token,
    redeem: (ticket) => tickets.redeem(ticket),
    onConnection: async (request, socket, head) => (await backend?.connect(request, socket, head)) ?? false,
  });
  try {
    backend = await BackendProcess.start({
      entry: options.backend ?? built('../backend/main.js'),
      args: ['--runs', runsDir, '--config', configDir, ...(runsDirGiven ? ['--runs-given'] : [])],
      clock,
      ...(onLog === undefined ? {} : { onLog }),
      ...(onNews === undefined ? {} : { onNews }),
    });
  } catch (error) {
    pages.close();
    throw error;
  }
  const running = backend;
  const origin = `http://127.0.0.1:${pages.port}`;
  let stopping: Promise<void> | undefined;
  return {
    port: pages.port,
    origin,
    url: `${origin}/?token=${token}`,
    token,
    addressForOnce: () => `${origin}${OPEN_PATH}?ticket=${tickets.issue()}`,
    backend: running,
    stop: () => (stopping ??= running.stop().then(() => pages.close())),
  };
}
