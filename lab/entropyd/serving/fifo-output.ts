/** The stream into a named pipe: whoever opens it to read is a client like any other. */
import { close, constants, fstat, open } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';
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
    const fd = await openForReader(path);
    if (fd === undefined) {
      await clock.sleep(LOOK_S, signal).catch(() => undefined);
      continue;
    }
    await new Promise<void>((resolve) => {
      // It closes what it was given. That a reader left shows at the next write.
      const socket = new Socket({ fd, readable: false, writable: true });
      const stop = (): void => void socket.destroy();
      socket.once('close', () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      signal.addEventListener('abort', stop, { once: true });
      server.accept(socket, 'fifo');
    });
    // A reader may keep the pipe open while the server takes nobody in.
    await clock.sleep(LOOK_S, signal).catch(() => undefined);
  }
}

/** A descriptor, opened without waiting; undefined while nobody reads. */
async function openForReader(path: string): Promise<number | undefined> {
  let fd: number;
  try {
    fd = await promisify(open)(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (systemCode(error) === 'ENXIO') return undefined;
    throw fileError('write', path, error);
  }
  if ((await promisify(fstat)(fd)).isFIFO()) return fd;
  await promisify(close)(fd);
  throw new FileError(`cannot write ${path}: it is no named pipe`, { nextStep: `make one: mkfifo -m 0640 ${path}` });
}
