import { SpindriftError } from '../../base/index.js';
import { NOT_ENTROPY_MARK, type BitRecord } from './bit-record.js';

/** The marks of a record. */
export function marked(notEntropy: boolean): Pick<BitRecord, 'notEntropy' | 'mark'> {
  return notEntropy ? { notEntropy, mark: NOT_ENTROPY_MARK } : { notEntropy };
}

/** An error as a record keeps it. */
export function errorOf(error: unknown): NonNullable<BitRecord['error']> {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  return error instanceof SpindriftError ? { name, message, code: error.code } : { name, message };
}
