/** The stream into a named pipe: whoever opens it to read is a client like any other. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Socket } from 'node:net';
import { FileError, type Clock } from '../../../base/index.js';
import { fileError, systemCode } from '../../runs/file-errors.js';
import type { ByteServer } from './byte-server.js';

/** Time between two looks for a reader, s: the system tells of none. */
const LOOK_S = 0.2;

/**
 * Gives a pipe's readers a place in the server, one after the other, until the signal fires.
 * @throws FileError if the path is no named pipe
 */
export async function serveFifo(
  path: string,
  server: Pick<ByteServer, 'accept'>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const file = await openForReader(path);
    if (file === undefined) {
      await clock.sleep(LOOK_S, signal).catch(() => undefined);
      continue;
    }
    await new Promise<void>((resolve) => {
      // The socket closes what it was given; the handle must not be collected before.
      const socket = new Socket({ fd: file.fd, readable: false, writable: true });
      const stop = (): void => void socket.destroy();
      socket.once('close', () => {
        signal.removeEventListener('abort', stop);
        file.close().catch(() => undefined);
        resolve();
      });
      signal.addEventListener('abort', stop, { once: true });
      server.accept(socket, 'fifo');
    });
  }
}

/** Opened without waiting; undefined while nobody reads. */
async function openForReader(path: string): Promise<FileHandle | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (systemCode(error) === 'ENXIO') return undefined;
    throw fileError('write', path, error);
  }
  if ((await file.stat()).isFIFO()) return file;
  await file.close();
  throw new FileError(`cannot write ${path}: it is no named pipe`, { nextStep: `make one: mkfifo -m 0640 ${path}` });
}
