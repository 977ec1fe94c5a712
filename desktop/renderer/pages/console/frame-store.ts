/** The frames that the page shows: the newest so many. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { ConsoleCounts, ConsoleFrame, ConsoleNews } from '../../../rpc/api/index.js';

/** Frames that are kept here, as many as the backend keeps. */
const MOST = 10_000;

/** Rates over the last news, per second. */
export interface FrameRates {
  readonly framesPerS: number;
  readonly bytesPerS: number;
}

/** Counts are compared over at least this time, seconds. */
const RATE_OVER_S = 1;

export class FrameStore {
  #skipped = 0;
  #before: ConsoleCounts | undefined;
  readonly #frames = signal<readonly ConsoleFrame[]>([]);
  readonly #counts = signal<ConsoleCounts | undefined>(undefined);
  readonly #rates = signal<FrameRates>({ framesPerS: 0, bytesPerS: 0 });

  /** The frames, oldest first; a component that reads them is drawn again when they change. */
  current(): readonly ConsoleFrame[] {
    return this.#frames.value;
  }
  /** The frames without following them. */
  get frames(): readonly ConsoleFrame[] {
    return this.#frames.peek();
  }
  /** Matching frames that were too many to be sent. */
  get skipped(): number {
    return this.#skipped;
  }
  get counts(): ReadonlySignal<ConsoleCounts | undefined> {
    return this.#counts;
  }
  get rates(): ReadonlySignal<FrameRates> {
    return this.#rates;
  }

  add({ frames, skipped, counts }: ConsoleNews): void {
    this.#counts.value = counts;
    this.#rate(counts);
    if (frames.length === 0) return;
    this.#skipped += skipped;
    this.#frames.value = [...this.frames, ...frames].slice(-MOST);
  }

  clear(): void {
    this.#skipped = 0;
    this.#frames.value = [];
  }

  #rate(now: ConsoleCounts): void {
    const before = this.#before;
    if (before === undefined || now.timeS < before.timeS) {
      this.#before = now;
      return;
    }
    const spanS = now.timeS - before.timeS;
    if (spanS < RATE_OVER_S) return;
    const frames = now.framesIn + now.framesOut - before.framesIn - before.framesOut;
    const bytes = now.bytesIn + now.bytesOut - before.bytesIn - before.bytesOut;
    this.#rates.value = { framesPerS: frames / spanS, bytesPerS: bytes / spanS };
    this.#before = now;
  }
}
