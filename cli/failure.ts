import {
  BoardAccessError,
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
import { fileError, systemCode } from '../lab/runs/file-errors.js';
import { EXIT, type ExitCode } from './exit-codes.js';

type ErrorClass = abstract new (...args: never[]) => Error;

/** From error class to exit code, first match counts: the special before the general. */
const TABLE: readonly (readonly [ErrorClass, ExitCode])[] = [
  [UsageError, EXIT.usage],
  [LimitError, EXIT.usage],
  [BoardNotFoundError, EXIT.noBoard],
  [BoardAccessError, EXIT.noBoard],
  [BoardBusyError, EXIT.noBoard],
  [UnsupportedError, EXIT.noBoard],
  [BoardLostError, EXIT.boardLost],
  [BoardTimeoutError, EXIT.boardLost],
  [ProtocolError, EXIT.boardLost],
  [DeviceError, EXIT.data],
  [DataError, EXIT.data],
  [FileError, EXIT.file],
];

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
  if (system !== undefined) return { exitCode: EXIT.file, ...system.toJSON(), trace };
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
  const remedy = oneLine(nextStep);
  return `${cause}${/[.!?)]$/.test(cause) ? '' : '.'} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
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

/** Errors of the file system that no floor below has put into words. */
function systemFailure(error: unknown): FileError | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || systemCode(error) === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
  return fileError('use', path, error);
}

function traceOf(error: unknown): string {
  const parts: string[] = [];
  for (let at = error, depth = 0; at !== undefined && at !== null && depth < 8; depth++) {
    parts.push(at instanceof Error ? (at.stack ?? at.message) : typeof at === 'string' ? at : JSON.stringify(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return parts.join('\ncaused by: ');
}
