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
  #frames: ConsoleFrame[] = [];
  #skipped = 0;
  #before: ConsoleCounts | undefined;
  readonly #version = signal(0);
  readonly #counts = signal<ConsoleCounts | undefined>(undefined);
  readonly #rates = signal<FrameRates>({ framesPerS: 0, bytesPerS: 0 });

  /** Changes whenever the frames do. */
  get version(): ReadonlySignal<number> {
    return this.#version;
  }
  /** Oldest first. Not a signal: read it together with `version`. */
  get frames(): readonly ConsoleFrame[] {
    return this.#frames;
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
    this.#frames = [...this.#frames, ...frames].slice(-MOST);
    this.#version.value += 1;
  }

  clear(): void {
    this.#frames = [];
    this.#skipped = 0;
    this.#version.value += 1;
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
