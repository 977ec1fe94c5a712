/** A backend in this thread, and a page's caller to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, type DesktopApi } from '../../rpc/api/index.js';
import type { Caller } from '../../rpc/define.js';
import { inProcessPair, RpcClient } from '../../rpc/index.js';
import { Backend, type BackendOptions } from '../backend.js';

/** Small enough to be quick: eight by eight junctions. */
export const SMALL_BOARD = 'sim:ideal?seed=3&rows=8&cols=8';

export interface BackendHarness {
  readonly backend: Backend;
  readonly page: Caller<DesktopApi>;
  /** A further page. */
  connect(): Caller<DesktopApi> & { close(): void };
  /** Folder of the run store. */
  readonly runsDir: string;
  dispose(): Promise<void>;
}

/** Starts a backend on a store of its own; no board on USB is looked for. */
export async function startBackend(options: Partial<BackendOptions> = {}): Promise<BackendHarness> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-backend-'));
  const runsDir = join(root, 'runs');
  const backend = await Backend.start({
    runsDir,
    configDir: join(root, 'config'),
    // eslint-disable-next-line require-yield -- there are no boards on USB here
    watch: async function* (watching) {
      const signal = watching?.signal;
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      signal?.throwIfAborted();
      throw new Error('unreachable');
    },
    ...options,
  });
  const connect = (): Caller<DesktopApi> & { close(): void } => {
    const [mine, theirs] = inProcessPair();
    backend.connect(theirs);
    const client = new RpcClient(api, mine);
    return Object.assign(client, { close: () => mine.close() });
  };
  return {
    backend,
    page: connect(),
    connect,
    runsDir,
    dispose: async () => {
      await backend.end();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Everything that a stream gives until `enough` says so. */
export async function readUntil<T>(stream: AsyncIterable<T>, enough: (item: T) => boolean): Promise<T> {
  for await (const item of stream) if (enough(item)) return item;
  throw new Error('the stream ended before');
}
