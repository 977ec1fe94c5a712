import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { systemClock } from '../../../../base/index.js';
import type { ChannelStatistics } from '../../../../lab/capture/index.js';
import { backend } from '../../app/backend.js';
import { held, selection, shownStretch, type Stretch } from './live-state.js';

/** How often statistics of a window that moves are asked for anew, s. */
const AGAIN_S = 1;
/** Samples up to which the median of a moving window is read anew each time. */
const MOST_READ = 2_000_000;

/** Statistics of some channels over the same stretch. */
export interface StretchStatistics {
  readonly of: 'selection' | 'window';
  readonly stretch: Stretch;
  readonly channels: readonly ChannelStatistics[];
}

/** Statistics of the selection, or of the window where nothing is selected: of the samples on disk, while the component is shown. */
export function useStatistics(
  board: string,
  channels: readonly { readonly name: string; readonly samples: number; readonly type: string }[],
): ReadonlySignal<StretchStatistics | undefined> {
  const found = useSignal<StretchStatistics | undefined>(undefined);
  const names = channels.map(({ name }) => name).join();
  const chosen = selection.value;
  const still = held.value;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const small = channels.every(({ samples, type }) => type === 'bits' || samples < MOST_READ);
    const look = async (): Promise<void> => {
      const stretch = chosen ?? still ?? shownStretch.peek();
      if (!(stretch[1] > stretch[0])) return;
      const asked = channels.map(({ name: channel, type }) =>
        backend.call(
          'live.statistics',
          {
            board,
            channel,
            fromS: stretch[0],
            toS: stretch[1],
            quantiles: small || chosen !== undefined ? [0.5] : [],
            integral: type !== 'bits' && (small || chosen !== undefined),
          },
          { signal },
        ),
      );
      const answers = await Promise.all(asked);
      found.value = { of: chosen === undefined ? 'window' : 'selection', stretch, channels: answers };
    };
    const follow = async (): Promise<void> => {
      while (!signal.aborted) {
        // What fails here is told by the plot, which asks for the same.
        await look().catch(() => undefined);
        if (chosen !== undefined || still !== undefined) return;
        await systemClock.sleep(AGAIN_S, signal).catch(() => undefined);
      }
    };
    void follow();
    return () => stop.abort();
  }, [board, names, chosen?.[0], chosen?.[1], still?.[0], still?.[1]]);
  return found;
}
