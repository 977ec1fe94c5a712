import type { Clock, Timer } from '../../base/index.js';
import { EXIT } from '../exit-codes.js';
import type { SignalSource } from '../interrupt.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** Time that an orderly end may take, s. */
const HARD_STOP_S = 2;

/** What the signals of a daemon do. SIGUSR1 is left alone: Node starts its inspector on it. */
export interface DaemonSignals {
  /** Resolves at the first signal that asks for the end. */
  readonly stopped: Promise<NodeJS.Signals>;
  /** The end takes no longer than two seconds from now; then the process goes with exit code 1. */
  limitStop(): void;
  dispose(): void;
}

/** SIGTERM, SIGINT, SIGHUP: the end; a second one: exit code 1 at once. SIGUSR2: statistics. */
export function watchDaemonSignals(source: SignalSource, clock: Clock, onStatistics: () => void): DaemonSignals {
  let first: ((signal: NodeJS.Signals) => void) | undefined;
  let timer: Timer | undefined;
  const stopped = new Promise<NodeJS.Signals>((resolve) => (first = resolve));
  const limitStop = (): void => {
    timer ??= clock.setTimer(HARD_STOP_S, () => source.exit(EXIT.defect));
  };
  const listeners: [NodeJS.Signals, () => void][] = STOP_SIGNALS.map((signal) => [
    signal,
    () => {
      if (first === undefined) {
        source.exit(EXIT.defect);
        return;
      }
      first(signal);
      first = undefined;
      limitStop();
    },
  ]);
  listeners.push(['SIGUSR2', onStatistics]);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  return {
    stopped,
    limitStop,
    dispose: () => {
      timer?.cancel();
      for (const [signal, listener] of listeners) source.removeListener(signal, listener);
    },
  };
}
