import { SpindriftError } from '../../../base/index.js';
import { fileError } from '../file-errors.js';

/** What is thrown for a failure while a file was written: what already says what to do, or that it was stopped, stays as it is. */
export function writeTrouble(path: string, cause: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted === true || cause instanceof SpindriftError ? cause : fileError('write', path, cause);
}
