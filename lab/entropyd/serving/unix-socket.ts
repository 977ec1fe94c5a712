/** A Unix socket that one process owns. */
import { randomBytes } from 'node:crypto';
import { chmod, link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { connect, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { FileError } from '../../../base/index.js';
import { fileError, systemCode } from '../../runs/file-errors.js';

/** What the system can take as the path of a socket, bytes. */
const LONGEST_PATH = 107;
/** Time that a process gets to accept before its socket is taken for dead, ms. */
const PROBE_MS = 2000;

/** A socket that is listened on. */
export interface OwnedSocket {
  readonly path: string;
  /** Removes the file if it is still ours, and no other. */
  release(): Promise<void>;
}

/**
 * Listens on a path. What a killed process left there is removed; a process that answers is not disturbed. The file appears at once with its mode, so that
 * nobody can connect before.
 * @param mode permissions, as 0o660
 * @throws FileError if another process listens there, if it is no socket, or if the system refuses
 */
export async function listenOnPath(server: Server, path: string, mode: number): Promise<OwnedSocket> {
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new FileError(`cannot listen on ${path}: a socket’s path has at most ${LONGEST_PATH} bytes`, {
      nextStep: 'choose a shorter path',
    });
  const folder = dirname(path);
  // Beside the path, and no longer than it can be.
  const own = join(folder, `.${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 }).catch((error: unknown) => {
      throw systemCode(error) === 'EEXIST'
        ? new FileError(`cannot listen on ${path}: ${folder} is a file, not a folder`)
        : error;
    });
    await removeStale(path);
    await listening(server, own);
    await chmod(own, mode);
    const { dev, ino } = await lstat(own);
    // Unlike a rename this fails if somebody else was faster.
    await link(own, path).catch((error: unknown) => {
      throw systemCode(error) === 'EEXIST' ? inUse(path) : error;
    });
    await rm(own);
    return {
      path,
      release: async () => {
        const now = await lstat(path).catch(() => undefined);
        if (now?.dev === dev && now.ino === ino) await rm(path, { force: true });
      },
    };
  } catch (error) {
    server.close();
    await rm(own, { force: true }).catch(() => undefined);
    throw fileError('listen on', path, error);
  }
}

/** Whether a process accepts connections at a path. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const done = (alive: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(alive);
    };
    // Too busy to accept is alive.
    const timer = setTimeout(() => done(true), PROBE_MS);
    socket.once('connect', () => done(true));
    socket.once('error', (error) => done(!['ECONNREFUSED', 'ENOENT'].includes(systemCode(error) ?? '')));
  });
}

async function removeStale(path: string): Promise<void> {
  const there = await lstat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (there === undefined) return;
  if (!there.isSocket())
    throw new FileError(`cannot listen on ${path}: something that is no socket is there`, {
      nextStep: 'choose another path, or move that file away',
    });
  if (await answers(path)) throw inUse(path);
  // Two processes may see the same stale file. Whoever moves it away holds it alone, and can see that it is not the other’s new one.
  const aside = join(dirname(path), `.${randomBytes(4).toString('hex')}`);
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (await answers(aside)) {
    await link(aside, path).catch(() => undefined);
    await rm(aside, { force: true });
    throw inUse(path);
  }
  await rm(aside, { force: true });
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function inUse(path: string): FileError {
  return new FileError(`another process listens on ${path} already`, {
    code: 'SOCKET_IN_USE',
    nextStep: 'stop it first, or choose another path; who it is: ss -lxp',
  });
}
