/** The places where the daemon listens. */
import type { AddressInfo, Server } from 'node:net';
import { UsageError } from '../../../base/index.js';
import { systemCode } from '../../runs/file-errors.js';
import { listenOnPath, type OwnedSocket } from './unix-socket.js';

/** A place. */
export type ListenPlace =
  | { readonly path: string; readonly mode: number }
  | { readonly host: string; readonly port: number; readonly field: string }
  | { readonly fd: number };

/** Where a server listens, for people and programs. */
export type ListenAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** Servers that listen, and the files that are theirs. */
export class Listeners {
  readonly #servers: Server[] = [];
  readonly #owned: OwnedSocket[] = [];

  /** Listens. @throws FileError for a path, UsageError for a port */
  async add(server: Server, place: ListenPlace): Promise<ListenAddress> {
    if ('path' in place) this.#owned.push(await listenOnPath(server, place.path, place.mode));
    else if ('fd' in place) await listening(server, { fd: place.fd });
    else
      await listening(server, { host: place.host, port: place.port }).catch((cause: unknown) => {
        throw portFailure(place, cause);
      });
    this.#servers.push(server);
    if ('path' in place) return { path: place.path };
    const address = server.address();
    return typeof address === 'object' && address !== null ? hostAndPort(address) : { path: address ?? '' };
  }

  /** Listens no more, and removes the files that are still ours. Connections are their owners' business. */
  async close(): Promise<void> {
    for (const server of this.#servers.splice(0)) server.close();
    await Promise.all(this.#owned.splice(0).map((socket) => socket.release()));
  }
}

function listening(server: Server, where: { fd: number } | { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const hostAndPort = ({ address, port }: AddressInfo): ListenAddress => ({ host: address, port });

function portFailure({ host, port, field }: { host: string; port: number; field: string }, cause: unknown): unknown {
  const code = systemCode(cause);
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${host}:${port} is in use`,
    EACCES: `port ${host}:${port} needs rights that this program does not have`,
    EADDRNOTAVAIL: `${host} is no address of this computer`,
  };
  const reason = reasons[code ?? ''];
  return reason === undefined ? cause : new UsageError(reason, { cause, nextStep: `choose another ${field}` });
}
