import { ProgressTracker, type Clock } from '../../base/index.js';
import type { Figure } from '../plot/index.js';
import { encodeGrayPng } from '../report/index.js';
import type { RunWriter } from '../runs/index.js';
import { storable, type EngineEvent, type ExperimentEvent, type LogLevel } from './events.js';
import { ViewTables } from './view-tables.js';
import type { ExperimentView } from './views.js';

/** Progress is stored this often at most, seconds; subscribers get all of it. */
const PROGRESS_INTERVAL_S = 0.2;

/**
 * Stores what happens in the run folder and tells subscribers. Storing comes first; a subscriber can neither delay nor break a run:
 * what it returns is not waited for, and what it throws is noted once.
 */
export class EventRecorder {
  readonly #run: RunWriter;
  readonly #clock: Clock;
  readonly #onEvent: ((event: EngineEvent) => unknown) | undefined;
  readonly results: Record<string, unknown> = {};
  /** What there is to draw when the run ends. */
  readonly tables: ViewTables;
  readonly figures = new Map<string, Figure>();
  #tracker: { readonly unit: string; readonly progress: ProgressTracker } | undefined;
  #lastProgressS = -Infinity;
  #stageStartS: number;
  #subscriberFailed = false;

  constructor(
    run: RunWriter,
    clock: Clock,
    views: readonly ExperimentView[],
    onEvent?: (event: EngineEvent) => unknown,
  ) {
    this.tables = new ViewTables(views);
    this.#run = run;
    this.#clock = clock;
    this.#stageStartS = clock.now();
    this.#onEvent = onEvent;
  }

  /** Whether there is anything to draw. */
  get hasPlots(): boolean {
    return !this.tables.empty || this.figures.size > 0;
  }

  /** Stores and tells an event of the experiment. @throws FileError when the folder can no longer be written; TypeError, RangeError for a malformed event */
  async record(event: ExperimentEvent): Promise<void> {
    switch (event.type) {
      case 'progress':
        this.#progress(event);
        break;
      case 'image': {
        const file = `images/${event.name}.png`;
        const { width, height, data } = event;
        await this.#run.writeFile(file, encodeGrayPng({ width, height, data }));
        this.post({ ...event, file });
        break;
      }
      case 'result':
        await this.#run.append(storable(event));
        Object.assign(this.results, event.values);
        this.#tell(event);
        break;
      case 'row':
        this.tables.add(event.table, event.values);
        this.post(event);
        break;
      case 'figure':
        this.figures.set(event.name, event.figure);
        this.post(event);
        break;
      case 'note':
      case 'metric':
        this.post(event);
        break;
    }
    await this.#run.ready();
  }

  #progress({ done, total, unit, note }: Extract<ExperimentEvent, { type: 'progress' }>): void {
    const now = this.#clock.now();
    // Another unit is another stage of the work, with a rate of its own; it began when the one before was last heard of.
    if (this.#tracker?.unit !== unit) {
      const progress = new ProgressTracker({ unit, total, clock: this.#clock, startS: this.#stageStartS });
      this.#tracker = { unit, progress };
    }
    this.#stageStartS = now;
    const event: EngineEvent = {
      type: 'progress',
      ...this.#tracker.progress.update(done, total),
      ...(note === undefined ? {} : { note }),
    };
    if (done >= total || now - this.#lastProgressS >= PROGRESS_INTERVAL_S) {
      this.#lastProgressS = now;
      this.#run.post(storable(event));
    }
    this.#tell(event);
  }

  /** Stores without waiting for the disk, and tells. */
  post(event: EngineEvent): void {
    this.#run.post(storable(event));
    this.#tell(event);
  }

  log(text: string, level: LogLevel = 'info'): void {
    this.post({ type: 'log', level, text });
  }

  #tell(event: EngineEvent): void {
    if (this.#onEvent === undefined) return;
    try {
      const returned = this.#onEvent(event);
      if (returned instanceof Promise) returned.catch((error: unknown) => this.#noteFailure(error));
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  #noteFailure(error: unknown): void {
    if (this.#subscriberFailed) return;
    this.#subscriberFailed = true;
    const text = `a subscriber of this run failed: ${error instanceof Error ? error.message : String(error)}`;
    this.#run.post({ type: 'log', level: 'warn', text });
  }
}
