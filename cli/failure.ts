import {
  BoardBusyError,
  BoardLostError,
  BoardNotFoundError,
  BoardTimeoutError,
  DataError,
  DeviceError,
  FileError,
  isAbortError,
  LimitError,
  ProtocolError,
  SpindriftError,
  UnsupportedError,
  UsageError,
} from '../base/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';

type ErrorClass = abstract new (...args: never[]) => Error;

/** From error class to exit code, first match counts: the special before the general. */
const TABLE: readonly (readonly [ErrorClass, ExitCode])[] = [
  [UsageError, EXIT.usage],
  [LimitError, EXIT.usage],
  [BoardNotFoundError, EXIT.noBoard],
  [BoardBusyError, EXIT.noBoard],
  [UnsupportedError, EXIT.noBoard],
  [BoardLostError, EXIT.boardLost],
  [BoardTimeoutError, EXIT.boardLost],
  [ProtocolError, EXIT.boardLost],
  [DeviceError, EXIT.data],
  [DataError, EXIT.data],
  [FileError, EXIT.file],
];

/** What the system says of a file, and what a person can do about it. */
const SYSTEM_ERRORS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['no such file or folder', 'Check the path.'],
  EACCES: ['permission denied', 'Choose a path that you may write to, or change its permissions.'],
  EPERM: ['operation not permitted', 'Choose a path that you may write to.'],
  EROFS: ['the file system is read-only', 'Choose a path on a writable file system.'],
  ENOSPC: ['no space left on the device', 'Free some space, or choose a path on another device.'],
  ENOTDIR: ['a part of the path is not a folder', 'Check the path.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  EEXIST: ['it exists already', 'Choose another path, or pass --force.'],
  EMFILE: ['too many open files', 'Close other programs, or raise the limit.'],
  ELOOP: ['its links form a loop', 'Check the path.'],
  ENAMETOOLONG: ['the path is too long', 'Choose a shorter path.'],
};

/** A failure as the command reports it. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly nextStep?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Stack traces of the error and its causes, for --verbose. */
  readonly trace: string;
}

/** Classifies anything that was thrown. */
export function failureOf(error: unknown): Failure {
  const trace = traceOf(error);
  if (isAbortError(error)) {
    return { exitCode: EXIT.interrupted, name: 'AbortError', code: 'ABORTED', message: 'interrupted', trace };
  }
  if (error instanceof SpindriftError) {
    const exitCode = TABLE.find(([type]) => error instanceof type)?.[1] ?? EXIT.defect;
    return { exitCode, ...error.toJSON(), trace };
  }
  const system = systemFailure(error);
  if (system !== undefined) return { ...system, trace };
  if (isBadValue(error)) {
    return { exitCode: EXIT.usage, name: error.name, code: 'BAD_VALUE', message: error.message, trace };
  }
  return {
    exitCode: EXIT.defect,
    name: error instanceof Error ? error.name : 'Error',
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    nextStep: 'This is a defect of the program. Repeat the command with --verbose and report what it prints.',
    trace,
  };
}

/** One line that names cause and remedy. */
export function failureLine({ message, nextStep }: Failure): string {
  const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '; ').trim();
  const cause = oneLine(message);
  if (nextStep === undefined) return cause;
  return `${/[.!?]$/.test(cause) ? cause : `${cause}.`} ${oneLine(nextStep)}`;
}

/**
 * RangeError with a message of ours names a field and its allowed range. The engine's own (stack overflow, invalid array
 * length) and every TypeError are defects: a user cannot pass a wrong type on a command line.
 */
function isBadValue(error: unknown): error is RangeError {
  return (
    error instanceof RangeError && !/^(Invalid |Maximum call stack|Array buffer|offset is out)/.test(error.message)
  );
}

function systemFailure(error: unknown): Omit<Failure, 'trace'> | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const known = SYSTEM_ERRORS[code];
  if (known === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
  const [what, nextStep] = known;
  return {
    exitCode: EXIT.file,
    name: 'FileError',
    code: 'FILE',
    message: `${path}: ${what} (${code})`,
    nextStep,
    details: { path, system: code },
  };
}

function traceOf(error: unknown): string {
  const parts: string[] = [];
  for (let at = error, depth = 0; at !== undefined && at !== null && depth < 8; depth++) {
    parts.push(at instanceof Error ? (at.stack ?? at.message) : typeof at === 'string' ? at : JSON.stringify(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return parts.join('\ncaused by: ');
}
