import { HardwareError, SpindriftError } from '../../base/index.js';
import type { BoardFault } from '../../firmware-host/host/index.js';

/** The error of a piece of work, undefined when it went well. */
export async function failureOf(work: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** An error as the folder of a run keeps it. */
export function errorRecord(error: Error): { readonly name: string; readonly message: string } {
  return error instanceof SpindriftError ? error.toJSON() : { name: error.name, message: error.message };
}

/** What a person can do about an error, where it says so. */
export function nextStepOf(error: Error): { readonly nextStep?: string } {
  return error instanceof SpindriftError && error.nextStep !== undefined ? { nextStep: error.nextStep } : {};
}

/** The error of a run whose calls the board cancelled because of a fault: the cancelled call itself says nothing of it. */
export function stoppedByFault(fault: BoardFault, cause: Error): HardwareError {
  return new HardwareError(`the board stopped the run: fault ${fault.code} (${fault.source})`, {
    cause,
    details: { fault: { ...fault } },
    nextStep: 'Find what caused the fault, let what got hot cool down, clear the fault, then start again.',
  });
}
