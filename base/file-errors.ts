import { FileError } from './errors.js';

/** Cause and remedy of the system's error codes, as a person needs them. */
const KNOWN: Readonly<Record<string, readonly [cause: string, remedy: string]>> = {
  EACCES: ['permission is denied', 'Choose a folder that you may write to, or change its permissions.'],
  EPERM: ['the operation is not permitted', 'Choose a folder that you may write to, or change its permissions.'],
  EROFS: ['the file system is read-only', 'Choose a folder on a disk that can be written.'],
  ENOSPC: ['the disk is full', 'Free some space or choose a folder on another disk.'],
  EDQUOT: ['the disk quota is used up', 'Free some space or choose a folder on another disk.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another path, or move that file away.'],
  EISDIR: ['it is a folder, not a file', 'Choose another path.'],
  ENOENT: ['it does not exist', 'Check the path.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
  ELOOP: ['its links lead in a circle', 'Choose another path.'],
  EMFILE: ['too many files are open', 'Close other programs or raise the limit of open files.'],
  ENFILE: ['too many files are open', 'Close other programs or raise the limit of open files.'],
  EIO: ['the disk reports an error', 'Check the disk, and choose another one meanwhile.'],
  EBUSY: ['something else is using it', 'Close the program that uses it.'],
};

/** The system's code of an error, as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * A FileError that names the path, the cause and the remedy.
 * @param doing what was tried, as `write`: "cannot write PATH: the disk is full"
 */
export function fileError(doing: string, path: string, cause: unknown): FileError {
  if (cause instanceof FileError) return cause;
  const code = systemCode(cause);
  const [why, remedy] = KNOWN[code ?? ''] ?? [cause instanceof Error ? cause.message : String(cause), undefined];
  return new FileError(`cannot ${doing} ${path}: ${why}`, {
    cause,
    details: { path, ...(code === undefined ? {} : { systemCode: code }) },
    ...(remedy === undefined ? {} : { nextStep: remedy }),
  });
}
