import { abortError } from '../base/index.js';
import { EXIT } from './exit-codes.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process, as far as interruption needs it. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  removeListener(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Turns the first Ctrl-C (or SIGTERM, SIGHUP) into an abort: the command stops at the next safe point, makes the array safe
 * and completes the run folder. A second one ends the process at once.
 * @param onFirst tells the user that the command is stopping.
 */
export function watchInterrupts(
  source: SignalSource,
  onFirst: () => void,
): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const listener = (): void => {
    if (controller.signal.aborted) {
      source.exit(EXIT.interrupted);
      return;
    }
    onFirst();
    controller.abort(abortError('interrupted'));
  };
  for (const signal of SIGNALS) source.on(signal, listener);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const signal of SIGNALS) source.removeListener(signal, listener);
    },
  };
}
