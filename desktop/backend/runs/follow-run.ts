import type { Clock } from '../../../base/index.js';
import type { RunDetails } from '../../rpc/api/runs.js';
import { detailsOf } from './run-details.js';
import type { RunStore } from './run-store.js';

/** Time between two looks at a run that goes on, and shortest between two at any, seconds. */
const LOOK_S = 0.5;
/** Time between two looks at a run that has ended: its notes may be changed by another program. */
const CALM_S = 5;

/** A run while it grows, and whenever something about it changes. Ends only with the signal. */
export async function* followRun(
  store: RunStore,
  clock: Clock,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<RunDetails, void, undefined> {
  let told = '';
  for (;;) {
    const details = await detailsOf(await store.open(name, signal));
    const now = JSON.stringify(details);
    if (now !== told) yield details;
    told = now;
    await pause(store, clock, details.state === 'running' ? LOOK_S : CALM_S, signal);
  }
}

/** Until something in the store changes, or so long. @throws AbortError when the signal fires */
async function pause(store: RunStore, clock: Clock, longestS: number, signal: AbortSignal): Promise<void> {
  const wake = new AbortController();
  const off = store.changes.on(() => wake.abort());
  try {
    await clock.sleep(longestS, AbortSignal.any([signal, wake.signal])).catch(() => undefined);
    signal.throwIfAborted();
  } finally {
    off();
  }
}
