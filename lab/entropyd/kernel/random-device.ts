import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileError } from '../../runs/file-errors.js';
import type { MixDevice } from './kernel-mixer.js';

/** Credits bytes to the pool behind a file descriptor. @throws if the system refuses */
export type AddEntropy = (fd: number, bytes: Uint8Array, bits: number) => void;

/** `_IOW('R', 0x03, int[2])` of linux/random.h; the same number on every architecture that Node runs on but MIPS, PowerPC and SPARC. */
const RNDADDENTROPY = 0x40085203;

/** struct rand_pool_info of linux/random.h: bits, bytes, data. */
export function poolInfo(bytes: Uint8Array, bits: number): Buffer {
  const info = Buffer.alloc(8 + bytes.length);
  info.writeInt32LE(bits, 0);
  info.writeInt32LE(bytes.length, 4);
  info.set(bytes, 8);
  return info;
}

/**
 * The ioctl through koffi, which is optional.
 * @throws an Error that says what is missing
 */
export async function loadAddEntropy(): Promise<AddEntropy> {
  const { default: koffi } = await import('koffi');
  const libc = koffi.load('libc.so.6');
  const ioctl = libc.func('int ioctl(int fd, unsigned long request, void *argument)') as (
    fd: number,
    request: number,
    argument: Buffer,
  ) => number;
  return (fd, bytes, bits) => {
    const info = poolInfo(bytes, bits);
    try {
      if (ioctl(fd, RNDADDENTROPY, info) !== 0) throw new Error(errorText(koffi.errno()));
    } finally {
      info.fill(0);
    }
  };
}

/**
 * Opens a device to mix into. Crediting falls back to plain mixing for good, with one line, where it cannot be done.
 * @param load absent: nothing is to be credited
 * @throws FileError
 */
export async function openRandomDevice(
  path: string,
  load: (() => Promise<AddEntropy>) | undefined,
  onNote: (level: 'info' | 'warn', text: string) => void,
): Promise<MixDevice> {
  // Never made: a file of that name would only look like the kernel's.
  const file = await open(path, constants.O_WRONLY).catch((cause: unknown) => {
    throw fileError('write', path, cause);
  });
  const uncredited = (why: string): void => onNote('warn', `bytes are mixed into ${path} without credit: ${why}`);
  let add = await load?.().catch((error: unknown) => {
    uncredited(`koffi cannot be used (${firstLine(error)})`);
    return undefined;
  });
  return {
    mix: async (bytes, bits) => {
      if (add !== undefined && bits > 0) {
        try {
          add(file.fd, bytes, bits);
          return bits;
        } catch (error) {
          uncredited(firstLine(error));
          add = undefined;
        }
      }
      await file.write(bytes);
      return 0;
    },
    close: () => file.close(),
  };
}

function errorText(errno: number): string {
  return errno === 1 ? 'RNDADDENTROPY needs CAP_SYS_ADMIN' : `RNDADDENTROPY failed with error ${errno} of the system`;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
