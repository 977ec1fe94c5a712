import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { isAbortError, ProgressTracker, systemClock } from '../../../base/index.js';

/** Something that goes on, shown in the status bar. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly done?: number | undefined;
  /** Absent while unknown. */
  readonly total?: number | undefined;
  /** Seconds left. */
  readonly etaS?: number | undefined;
  /** The board that it uses: following `href` chooses it. */
  readonly board?: string | undefined;
  /** It goes on until somebody stops it, so that it has no progress. */
  readonly endless?: boolean | undefined;
  /** Where to see it. */
  readonly href?: string | undefined;
  readonly cancel?: (() => void) | undefined;
}

const sources = signal<Readonly<Record<string, readonly Work[]>>>({});

/** Everything that goes on. */
export const works: ReadonlySignal<readonly Work[]> = computed(() => Object.values(sources.value).flat());

/** Replaces what one source tells: `publishWorks('runs', [...])`. */
export function publishWorks(source: string, list: readonly Work[]): void {
  sources.value = { ...sources.peek(), [source]: list };
}

/** How a work tells how far it is. */
export type Report = (done: number, total?: number, note?: string) => void;

let nextWork = 1;

/**
 * Does something long with a line in the status bar: progress, time left, a way to stop.
 *
 * @returns what `run` returns; nothing when it was stopped there
 */
export async function trackWork<T>(
  options: { readonly title: string; readonly unit?: string; readonly href?: string },
  run: (report: Report, signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const source = `work-${nextWork++}`;
  const stop = new AbortController();
  const tracker = new ProgressTracker({ unit: options.unit ?? '', clock: systemClock });
  const show = (fresh: Partial<Work> = {}): void =>
    publishWorks(source, [
      { id: source, title: options.title, href: options.href, cancel: () => stop.abort(), ...fresh },
    ]);
  show();
  try {
    return await run((done, total, note) => {
      const { etaS } = tracker.update(done, total);
      show({ done, total, note, etaS });
    }, stop.signal);
  } catch (error) {
    if (stop.signal.aborted && isAbortError(error)) return undefined;
    throw error;
  } finally {
    const { [source]: _gone, ...rest } = sources.peek();
    sources.value = rest;
  }
}
