/** Copying a UF2 file to a drive that restarts its chip as soon as it has the last block. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { abortError, BoardLostError, fileError, FileError, systemCode } from '../../../base/index.js';
import { boardIdOf, type BootVolume } from './boot-volumes.js';
import type { Uf2File } from './uf2-file.js';

const BLOCK_BYTES = 512;
/** Bytes between two times that the system must have handed everything to the drive; also between two reports. */
const PIECE_BYTES = 64 * 1024;
/** The name on the drive does not matter, it holds no files. */
const NAME = 'spindrift.uf2';

/** An open file, as far as it is needed here. */
export interface TargetFile {
  write(data: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** How to write. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
  /** How the file is opened; the tests give their own. */
  readonly openFile?: (path: string) => Promise<TargetFile>;
}

/**
 * Copies the file and makes sure that the drive has it. All but the last block is there before the last one is sent, so a drive that fails earlier has not
 * got the firmware, and one that vanishes at the last block has: that is how the boot loader ends.
 * @throws BoardLostError if the drive vanishes before; FileError if it cannot be written; an AbortError if the signal fires between two pieces, after
 * which the chip has half an image and stays in its boot loader
 */
export async function writeToVolume(file: Uf2File, volume: BootVolume, options: WriteOptions = {}): Promise<void> {
  const { signal, onProgress, openFile = (path: string): Promise<TargetFile> => open(path, 'w') } = options;
  const path = join(volume.path, NAME);
  const lastBlock = file.bytes.length - BLOCK_BYTES;
  let written = 0;
  let target: TargetFile | undefined;
  try {
    target = await openFile(path);
    while (written < lastBlock) {
      if (signal?.aborted === true) throw abortError(signal.reason);
      written = await writePiece(target, file.bytes, written, Math.min(lastBlock, written + PIECE_BYTES));
      await target.sync();
      onProgress?.(written);
    }
  } catch (cause) {
    await target?.close().catch(() => undefined);
    if (systemCode(cause) === undefined) throw cause;
    throw await failure(volume, written, file.bytes.length, cause);
  }
  try {
    await writePiece(target, file.bytes, lastBlock, file.bytes.length);
    await target.sync();
    await target.close();
  } catch (cause) {
    await target.close().catch(() => undefined);
    if (systemCode(cause) === undefined) throw cause;
    if (await isThere(volume)) throw await failure(volume, written, file.bytes.length, cause);
  }
  onProgress?.(file.bytes.length);
}

/** Whether the drive still answers as a boot loader's. */
export async function isThere(volume: BootVolume): Promise<boolean> {
  return (await boardIdOf(volume.path)) === volume.boardId;
}

async function writePiece(target: TargetFile, bytes: Uint8Array, from: number, to: number): Promise<number> {
  let at = from;
  while (at < to) at += (await target.write(bytes, at, to - at)).bytesWritten;
  return at;
}

/** Says what became of a drive that failed before it had everything. */
async function failure(volume: BootVolume, written: number, total: number, cause: unknown): Promise<Error> {
  const code = systemCode(cause);
  const details = { volume: volume.path, written, total, systemCode: code };
  if (!(await isThere(volume)))
    return new BoardLostError(`the drive ${volume.path} vanished after ${written} of ${total} bytes`, {
      cause,
      details,
      nextStep: 'the firmware is not complete: plug the board in again with BOOTSEL held, and repeat the command',
    });
  const why = {
    ENOSPC: ['the drive is full', 'unplug the board and plug it in again with BOOTSEL held, which empties the drive'],
    EROFS: ['the drive is mounted read-only', 'mount it again so that it can be written'],
    EACCES: ['you may not write to the drive', 'mount it for your user, or run the command as the user who may'],
    EPERM: ['you may not write to the drive', 'mount it for your user, or run the command as the user who may'],
  }[code ?? ''];
  if (why === undefined) return fileError('write', join(volume.path, NAME), cause);
  return new FileError(`cannot write to ${volume.path}: ${why[0]}`, { cause, details, nextStep: why[1]! });
}
