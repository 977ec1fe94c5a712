import { SpindriftError } from '../../base/index.js';

/** Why something is not as it should be, for a person. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly nextStep?: string;
}

/** What an error says to a person. */
export function problemOf(error: unknown): Problem {
  if (error instanceof SpindriftError) {
    const { code, message, nextStep } = error;
    return { code, message, ...(nextStep === undefined ? {} : { nextStep }) };
  }
  return error instanceof Error
    ? { code: error.name, message: error.message }
    : { code: 'UNKNOWN', message: String(error) };
}
