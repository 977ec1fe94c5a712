/** The ends of a process before which a board must be safe. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `close` before the process ends by a signal or for want of anything to do. A signal ends it afterwards as it would have, unless somebody else
 * listens for it too.
 *
 * @returns what forgets about it
 */
export function leaveSafely(close: () => Promise<void>): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    void close()
      .catch(() => undefined)
      .finally(() => {
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      });
  };
  const onIdle = (): void => void close().catch(() => undefined);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  process.once('beforeExit', onIdle);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('beforeExit', onIdle);
  };
}
