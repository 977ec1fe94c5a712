import type { z } from 'zod';
import { abortError, BoardLostError, HardwareError, isAbortError, systemClock, type Clock } from '../../base/index.js';
import type { Board, BoardFault } from '../../firmware-host/host/index.js';
import { ENERGY_MODEL_VERSION } from '../energy/index.js';
import { productVersion, RunWriter, type EndState, type RunWire } from '../runs/index.js';
import type { Conclusion, Experiment, ExperimentContext, RunEnergy } from './define-experiment.js';
import { EnergySession } from './energy-session.js';
import { EventRecorder } from './event-recorder.js';
import type { EngineEvent, ExperimentEvent } from './events.js';
import { parseParams } from './parse-params.js';
import { errorRecord, failureOf, nextStepOf, stoppedByFault } from './run-failure.js';
import { endsWithin, Stop } from './stop.js';

export interface RunOptions {
  readonly board: Board;
  /** Parameters in SI; defaults fill in the rest. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** The run folder; made where it does not exist, refused where it is not empty (unless `force`). */
  readonly outDir: string;
  /** Replaces an earlier run in the folder. */
  readonly force?: boolean;
  /** Stops the run cleanly. */
  readonly signal?: AbortSignal;
  /** Receives every event as it happens; can neither delay nor break the run. */
  readonly onEvent?: (event: EngineEvent) => unknown;
  readonly clock?: Clock;
  /** Power of one busy processor core, watts, to estimate the host's energy where it cannot be measured. */
  readonly hostWattsPerCore?: number;
  /** Records the frames of the board's link into the run; the board was opened with it as `trace`. */
  readonly wire?: RunWire | undefined;
  /** Time between live energy totals, milliseconds; default 250. */
  readonly telemetryPeriodMs?: number;
}

/** What became of a run. */
export interface ExperimentOutcome {
  readonly status: Exclude<EndState, 'interrupted'>;
  readonly results: Readonly<Record<string, unknown>>;
  readonly energy: RunEnergy | null;
  readonly run: { readonly id: string; readonly dir: string };
  /** Whether the board has confirmed that its array is safe. */
  readonly safe: boolean;
  /** Why it failed or was aborted. */
  readonly error?: Error;
}

/** Seconds that an experiment has to clean up after it was stopped, and a board to confirm that it is safe. */
const GRACE_S = 5;

/**
 * Runs an experiment on a board into a run folder.
 *
 * Whatever happens (end, failure, abort, lost board, full disk) the array is made safe if the board still answers, and the folder is left
 * whole with everything that was acknowledged.
 *
 * @returns also after a failure or an abort: look at `status` and `error`. An error is thrown only before anything has been done: TypeError
 * and RangeError for parameters, FileError for the folder, AbortError for a signal that has fired already
 */
export async function runExperiment<S extends z.ZodObject>(
  experiment: Experiment<S>,
  options: RunOptions,
): Promise<ExperimentOutcome> {
  const params = parseParams(experiment, options.params);
  if (options.signal?.aborted === true) throw abortError(options.signal.reason);
  const clock = options.clock ?? systemClock;
  const run = await createRun(experiment, params, options, clock);
  return new Engine(experiment, params, options, clock, run).execute();
}

async function createRun<S extends z.ZodObject>(
  experiment: Experiment<S>,
  params: z.output<S>,
  options: RunOptions,
  clock: Clock,
): Promise<RunWriter> {
  const { uri, identity, limits } = options.board;
  const seed = (params as Record<string, unknown>)['seed'];
  return RunWriter.create({
    dir: options.outDir,
    experiment: experiment.id,
    params,
    board: { uri, ...identity, limits },
    versions: {
      spindrift: await productVersion(),
      firmware: identity.firmware,
      protocol: `${identity.protocol.major}.${identity.protocol.minor}`,
      energyModel: ENERGY_MODEL_VERSION,
    },
    ...(typeof seed === 'number' || typeof seed === 'string' ? { seed } : {}),
    clock,
    force: options.force ?? false,
    wire: options.wire,
  });
}

/** One execution. */
class Engine<S extends z.ZodObject> {
  readonly #recorder: EventRecorder;
  readonly #stop: Stop;
  readonly #leave: (() => void)[] = [];
  #lost: BoardLostError | undefined;
  #fault: BoardFault | undefined;
  #energy: EnergySession | undefined;
  #context: ExperimentContext<z.output<S>> | undefined;

  constructor(
    readonly experiment: Experiment<S>,
    readonly params: z.output<S>,
    readonly options: RunOptions,
    readonly clock: Clock,
    readonly run: RunWriter,
  ) {
    this.#recorder = new EventRecorder(run, clock, experiment.views, options.onEvent);
    this.#stop = new Stop(options.signal);
  }

  async execute(): Promise<ExperimentOutcome> {
    this.#watchBoard();
    let error = await failureOf(() => this.#drive());
    const safety = await this.#makeSafe();
    await this.#energy?.close(safety.safe);
    error = this.#judge(error) ?? safety.error;
    const end = this.#statusOf(error);
    const energy = this.#energy?.report() ?? null;
    const concluded = await failureOf(() => this.#conclude(end, energy));
    error ??= concluded;
    const finished = await failureOf(() => this.#finish(error, energy));
    error ??= finished;
    for (const leave of this.#leave) leave();
    this.#stop.dispose();
    return {
      status: this.#statusOf(error),
      results: { ...this.#recorder.results },
      energy,
      run: { id: this.run.manifest.id, dir: this.run.dir },
      safe: safety.safe,
      ...(error === undefined ? {} : { error }),
    };
  }

  #watchBoard(): void {
    const { board } = this.options;
    this.#leave.push(
      board.on('lost', (cause) => {
        this.#lost =
          cause instanceof BoardLostError
            ? cause
            : new BoardLostError(`the board ${board.uri} was lost during the run`, {
                cause,
                nextStep: `Check its cable and power, then start again; what was stored is in ${this.run.dir}.`,
              });
        this.#stop.because(this.#lost);
      }),
      board.on('fault', (fault) => {
        if (fault.severity === 'error') this.#fault ??= fault;
        this.#recorder.post({ type: 'fault', fault });
      }),
      board.on('log', ({ level, module, text }) => {
        const known = level === 'debug' || level === 'info' || level === 'error' ? level : 'warn';
        this.#recorder.log(`board, ${module}: ${text}`, known);
      }),
    );
  }

  /** From arming to the generator's end. */
  async #drive(): Promise<void> {
    const { board, telemetryPeriodMs = 250, hostWattsPerCore } = this.options;
    const { signal } = this.#stop;
    this.#recorder.post({ type: 'status', status: 'running' });
    const energy = await this.#stop.race(
      EnergySession.start(
        {
          board,
          run: this.run,
          recorder: this.#recorder,
          clock: this.clock,
          telemetryPeriodMs,
          ...(hostWattsPerCore === undefined ? {} : { hostWattsPerCore }),
        },
        signal,
      ),
    );
    this.#energy = energy;
    await this.#stop.race(board.arm(signal));
    this.#context = {
      board,
      params: this.params,
      signal,
      ledger: energy.ledger,
      accountant: energy.accountant,
      run: this.run,
      clock: this.clock,
      log: (text, level) => this.#recorder.log(text, level),
      phase: (name) => energy.phase(name, signal),
      setDrive: (drive) => energy.setDrive(drive, signal),
    };
    await this.#consume(this.experiment.run(this.#context));
  }

  async #consume(events: AsyncGenerator<ExperimentEvent, void, undefined>): Promise<void> {
    let pending: Promise<IteratorResult<ExperimentEvent, void>> | undefined;
    try {
      for (;;) {
        pending = events.next();
        const { done, value } = await this.#stop.race(pending);
        if (done === true) return;
        await this.#recorder.record(value);
      }
    } catch (error) {
      // What fails here need not have been noticed by the experiment yet: it gets the signal, and time for its own clean-up.
      this.#stop.because(error instanceof Error ? error : new Error(String(error)));
      const cleanUp = Promise.allSettled([pending, events.return()]);
      if (!(await endsWithin(cleanUp, GRACE_S, this.clock))) {
        this.#recorder.log(`the experiment did not stop within ${GRACE_S} s and was left behind`, 'warn');
      }
      throw error;
    }
  }

  async #makeSafe(): Promise<{ safe: boolean; error?: Error }> {
    const { board } = this.options;
    let cause: Error | undefined = this.#lost;
    if (cause === undefined) {
      const safe = board.makeSafe();
      const inTime = await endsWithin(safe, GRACE_S, this.clock);
      cause = inTime ? await failureOf(() => safe) : new HardwareError('the board does not answer');
    }
    if (cause === undefined) {
      this.#recorder.post({ type: 'safety', safe: true });
      return { safe: true };
    }
    const text = `the board has not confirmed that its array is safe: ${cause.message}`;
    this.#recorder.post({ type: 'safety', safe: false, text });
    return {
      safe: false,
      error: new HardwareError(text, {
        cause,
        nextStep: 'Switch the board off; without its host it makes itself safe after a second.',
      }),
    };
  }

  /** A lost board explains every error that came of it; a person's stop is an abort whatever it made fail; a fault made the board cancel what it was asked for. */
  #judge(error: Error | undefined): Error | undefined {
    if (this.#lost !== undefined) return this.#lost;
    if (this.#stop.byUser) return abortError(this.options.signal?.reason);
    if (error !== undefined && this.#fault !== undefined && isAbortError(error))
      return stoppedByFault(this.#fault, error);
    return error;
  }

  #statusOf(error: Error | undefined): 'finished' | 'failed' | 'aborted' {
    if (error === undefined) return 'finished';
    return isAbortError(error) && this.#stop.byUser ? 'aborted' : 'failed';
  }

  /** Pictures of what was recorded. The books are closed and the array is safe: nothing waits for them, and nothing fails with them. */
  async #draw(status: EndState): Promise<void> {
    const recorder = this.#recorder;
    if (!recorder.hasPlots) return;
    const failure = await failureOf(async () => {
      // Loaded only here: drawing code is large, and most of what the engine does draws nothing.
      const { drawPlots } = await import('./draw-plots.js');
      await drawPlots({ run: this.run, experiment: this.experiment, status, recorder });
    });
    if (failure !== undefined) recorder.log(`nothing was drawn: ${failure.message}`, 'warn');
  }

  async #conclude(status: EndState, energy: RunEnergy | null): Promise<void> {
    if (energy === null || this.#context === undefined) return;
    await this.run.writeFile('energy.json', `${JSON.stringify(energy, undefined, 2)}\n`);
    await this.#draw(status);
    const conclusion: Conclusion = { status, results: { ...this.#recorder.results }, energy };
    await this.experiment.conclude?.(this.#context, conclusion);
  }

  async #finish(error: Error | undefined, energy: RunEnergy | null): Promise<void> {
    const status = this.#statusOf(error);
    this.#recorder.post({
      type: 'status',
      status,
      ...(error === undefined ? {} : { error: error.message, ...nextStepOf(error) }),
    });
    await this.run.finish({
      status,
      results: this.#recorder.results,
      energy: energy === null ? null : { ...energy },
      ...(error === undefined ? {} : { error: errorRecord(error) }),
    });
  }
}
