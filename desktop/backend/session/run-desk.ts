/** The runs of one thread: started, followed, stopped. */
import { join } from 'node:path';
import { UsageError } from '../../../base/index.js';
import {
  findExperiment,
  parseParams,
  runExperiment,
  type EngineEvent,
  type Experiment,
} from '../../../lab/experiments/index.js';
import { inNewRunFolder } from '../../../lab/runs/index.js';
import type { ActiveRun } from '../../rpc/api/index.js';
import { Changes } from '../changing.js';
import { readSettings } from '../settings-store.js';
import { EventLog } from './event-log.js';
import type { SessionContext } from './session-context.js';

/** Ended runs that pages can still follow. */
const MOST_ENDED = 20;

type Progress = NonNullable<ActiveRun['progress']>;

interface DeskRun {
  info: ActiveRun;
  readonly log: EventLog;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** What to run. */
export interface RunRequest {
  readonly board: string;
  readonly experiment: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly name?: string | undefined;
}

/** Runs experiments on the boards of this thread. */
export class RunDesk {
  readonly changes = new Changes();
  readonly #runs = new Map<string, DeskRun>();
  /** Those that have no folder yet, which nobody could look into. */
  readonly #starting = new Set<DeskRun>();

  constructor(readonly context: SessionContext) {}

  get runs(): readonly ActiveRun[] {
    return [...this.#runs.values()].map(({ info }) => info);
  }

  /** Starts a run and returns as soon as its folder exists. */
  async start(request: RunRequest, signal: AbortSignal): Promise<ActiveRun> {
    const experiment = await findExperiment(request.experiment);
    const params: Readonly<Record<string, unknown>> = parseParams(experiment, request.params);
    const { clock, setup } = this.context;
    const begin = (dir: string): Promise<ActiveRun> => this.#begin(experiment, request, params, dir, signal);
    if (request.name !== undefined) return begin(join(setup.runsDir, request.name));
    return inNewRunFolder(experiment.id, clock, [setup.runsDir], begin);
  }

  async #begin(
    experiment: Experiment,
    request: RunRequest,
    params: Readonly<Record<string, unknown>>,
    dir: string,
    signal: AbortSignal,
  ): Promise<ActiveRun> {
    const { clock, setup } = this.context;
    const session = this.context.board(request.board);
    const release = session.claim({ what: 'run', title: experiment.title, run: dir, experiment: experiment.id });
    try {
      const board = await session.open(signal);
      const { settings } = await readSettings(setup.configDir);
      const { telemetryPeriodMs, hostWattsPerCore, recordWire } = settings;
      const run = this.#prepare(experiment, request, params, dir);
      this.#starting.add(run);
      await new Promise<void>((resolve, reject) => {
        const begun = (): void => {
          if (!this.#starting.delete(run)) return;
          this.#list(run);
          resolve();
        };
        run.ended = runExperiment(experiment, {
          board,
          params,
          outDir: dir,
          signal: run.stop.signal,
          clock,
          telemetryPeriodMs,
          ...(recordWire ? { wire: session.wire } : {}),
          ...(hostWattsPerCore === undefined ? {} : { hostWattsPerCore }),
          onEvent: (event) => {
            begun();
            this.#hear(run, event);
          },
        })
          .then(
            ({ status }) => {
              begun();
              this.#end(run, status);
            },
            (error: unknown) => {
              // Nothing was begun: the folder cannot be used.
              this.#starting.delete(run);
              reject(error);
            },
          )
          .finally(release);
      });
      return run.info;
    } catch (error) {
      release();
      throw error;
    }
  }

  #prepare(
    experiment: Experiment,
    request: RunRequest,
    params: Readonly<Record<string, unknown>>,
    dir: string,
  ): DeskRun {
    return {
      info: {
        id: dir,
        dir,
        experiment: experiment.id,
        title: experiment.title,
        board: request.board,
        started: this.context.clock.date().toISOString(),
        params,
        state: 'running',
      },
      log: new EventLog(),
      stop: new AbortController(),
      ended: Promise.resolve(),
    };
  }

  #list(run: DeskRun): void {
    this.#runs.set(run.info.id, run);
    this.changes.tell();
  }

  #hear(run: DeskRun, event: EngineEvent): void {
    run.log.add(event);
    if (event.type !== 'progress') return;
    const { done, total, unit, etaS, note } = event;
    run.info = { ...run.info, progress: defined({ done, total, unit, etaS, note }) };
    this.changes.tell();
  }

  #end(run: DeskRun, state: 'finished' | 'failed' | 'aborted'): void {
    run.info = { ...run.info, state };
    run.log.end();
    const ended = [...this.#runs.values()].filter(({ info }) => info.state !== 'running');
    for (const { info } of ended.slice(0, Math.max(0, ended.length - MOST_ENDED))) this.#runs.delete(info.id);
    this.changes.tell();
  }

  /** What a run is, and what it has told. @throws UsageError for a run that this thread does not know */
  entry(id: string): { readonly info: ActiveRun; readonly log: EventLog } {
    return this.#find(id);
  }

  #find(id: string): DeskRun {
    const run = this.#runs.get(id);
    if (run !== undefined) return run;
    throw new UsageError(`no run ${id} goes on here`, { nextStep: 'Look for it among the stored runs.' });
  }

  /** What a run has told, then what it tells, in batches. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<readonly EngineEvent[], void, undefined> {
    const { log } = this.#find(id);
    let seq = 0;
    for (;;) {
      signal.throwIfAborted();
      const { ended } = log;
      const batch = log.after(seq, 2000);
      seq = batch.seq;
      if (batch.events.length > 0) yield batch.events;
      else if (ended) return;
      else await nextChange(log.changes, signal);
      // What comes within this time goes together.
      if (!ended) await this.context.clock.sleep(0.03, signal);
    }
  }

  /** Asks a run to stop; returns when it has ended. */
  async stop(id: string): Promise<void> {
    const run = this.#find(id);
    run.stop.abort();
    await run.ended;
  }

  /** Stops everything. */
  async end(): Promise<void> {
    await Promise.allSettled(
      [...this.#starting, ...this.#runs.values()].map((run) => {
        run.stop.abort();
        return run.ended;
      }),
    );
  }
}

/** Without the keys whose value is undefined. */
function defined(progress: { [K in keyof Progress]: Progress[K] | undefined }): Progress {
  return Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined)) as unknown as Progress;
}

/** Resolves at the next change, or when the signal fires. */
export function nextChange(changes: Changes, signal: AbortSignal): Promise<void> {
  return new Promise<void>((resolve) => {
    const done = (): void => {
      off();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const off = changes.on(done);
    signal.addEventListener('abort', done, { once: true });
  });
}
