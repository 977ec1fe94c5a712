/** One tap on a board, from its opening to its end, as a page sees it. */
import { isAbortError, ProgressTracker, SpindriftError, type Clock } from '../../../../base/index.js';
import type { Board } from '../../../../firmware-host/host/index.js';
import {
  BitFile,
  collectTap,
  debiasedCredit,
  openTap,
  rawBitsPerDigest,
  type CollectTapOptions,
  type EntropyTap,
  type TapAssessment,
  type TapEvent,
} from '../../../../lab/entropy/index.js';
import { NO_COUNTS } from '../../../../lab/entropy/tap/tap-types.js';
import type { TapAlarm, TapChange, TapParams, TapStatus } from '../../../rpc/api/index.js';
import { Changes } from '../../changing.js';
import { Pace, Rate } from './rate.js';
import { TestBook } from './tap-tests.js';

/** Alarms and changes of state that are told one by one. */
const MOST_TOLD = 50;

/** What is to be opened. */
export interface LiveTapPlan {
  readonly number: number;
  readonly params: TapParams;
  /** Absent for a self-assessment. */
  readonly assessment: TapAssessment | undefined;
  /** What is doubtful about it, for the record. */
  readonly doubts: readonly string[];
  /** Into which file; absent for a tap that is only watched. */
  readonly collect?: { readonly path: string; readonly capture: string; readonly bytes: number };
}

/** See the head of this file. */
export class LiveTap {
  readonly changes = new Changes();
  readonly #plan: LiveTapPlan;
  readonly #board: Board;
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  readonly #book = new TestBook();
  readonly #alarms: TapAlarm[] = [];
  readonly #states: TapChange[] = [];
  readonly #started: string;
  readonly #rawRate: Rate;
  readonly #outRate: Rate;
  readonly #progress: ProgressTracker | undefined;
  #tap: EntropyTap | undefined;
  #phase: TapStatus['phase'] = 'opening';
  #ended: string | null = null;
  #error: TapStatus['error'] = null;
  #written = 0;
  #eta: number | undefined;

  constructor(board: Board, clock: Clock, plan: LiveTapPlan) {
    this.#board = board;
    this.#clock = clock;
    this.#plan = plan;
    this.#started = clock.date().toISOString();
    this.#rawRate = new Rate(clock);
    this.#outRate = new Rate(clock);
    this.#progress = plan.collect && new ProgressTracker({ unit: 'bytes', total: plan.collect.bytes, clock });
  }

  get status(): TapStatus {
    const { params, collect, assessment: planned, number } = this.#plan;
    const { kind } = this.#board.identity;
    const { mode, debias } = params;
    const counters = this.#tap?.counters ?? NO_COUNTS;
    const assessment = this.#tap?.assessment ?? planned ?? null;
    const conditions = mode === 'conditioned' || mode === 'drbg';
    const over = this.#ended !== null;
    return {
      tap: number,
      board: this.#board.uri,
      kind,
      mode,
      phase: this.#phase,
      state: this.#tap?.state ?? 'starting',
      notEntropy: this.#tap?.notEntropy ?? kind !== 'real',
      started: this.#started,
      ended: this.#ended,
      counters,
      rawBitsPerS: over ? 0 : this.#rawRate.of(counters.rawBits),
      outBytesPerS: over ? 0 : this.#outRate.of(counters.outputBytes),
      assessment,
      selfAssessmentBits: params.assessment.from === 'self' ? params.assessment.bits : 0,
      startupBits: params.startupBits,
      alpha: params.alpha,
      tests: this.#book.rows(params.tests, this.#tap?.limits, counters.rawBits),
      alarms: [...this.#alarms],
      changes: [...this.#states],
      bitsPerDigest:
        conditions && assessment !== null
          ? rawBitsPerDigest(
              debias === undefined ? assessment.minEntropy : debiasedCredit(assessment.minEntropy, debias.minEntropy),
            )
          : null,
      conditioner: conditions ? params.conditioner : null,
      drbg: mode === 'drbg' ? params.drbg : null,
      collecting:
        collect === undefined
          ? null
          : {
              capture: collect.capture,
              bytes: this.#written,
              wantedBytes: collect.bytes,
              ...(this.#eta === undefined ? {} : { etaS: this.#eta }),
            },
      error: this.#error,
    };
  }

  get over(): boolean {
    return this.#ended !== null;
  }

  onDemandTest(): void {
    this.#tap?.onDemandTest();
    this.changes.tell();
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Runs until the tap ends, for whatever reason; never throws. @param opened called as soon as the tap is open, or has failed to open */
  async run(opened: (failure?: Error) => void): Promise<void> {
    const { collect } = this.#plan;
    const onTap = (tap: EntropyTap): void => {
      this.#tap = tap;
      this.#phase = tap.assessment === undefined ? 'assessing' : 'running';
      opened();
    };
    try {
      if (collect === undefined) await this.#watch(onTap);
      else await this.#collect(collect, onTap);
      this.#end('stopped');
    } catch (error) {
      if (isAbortError(error)) this.#end('stopped');
      else this.#fail(error);
      // Where the tap is open already this goes unheard.
      opened(asError(error));
    }
  }

  async #watch(onTap: (tap: EntropyTap) => void): Promise<void> {
    const tap = await openTap(this.#board, this.#options());
    onTap(tap);
    // What leaves is counted and thrown away: a page is no consumer of entropy.
    for await (const bytes of tap) this.#written += bytes.length;
  }

  async #collect(
    { path, bytes }: NonNullable<LiveTapPlan['collect']>,
    onTap: (tap: EntropyTap) => void,
  ): Promise<void> {
    const { params, doubts } = this.#plan;
    const options: CollectTapOptions = {
      ...this.#options(),
      bytes,
      doubts,
      onTap,
      onBytes: (written) => {
        this.#written = written;
        this.#eta = this.#progress?.update(written).etaS;
        this.changes.tell();
      },
    };
    const mode = params.mode === 'raw' || params.mode === 'debiased' ? 0o666 : 0o600;
    const { error } = await collectTap(this.#board, options, (record) => BitFile.create(path, record, mode));
    if (error !== undefined) throw asError(error);
  }

  #options(): Omit<CollectTapOptions, 'bytes'> {
    const { params, assessment } = this.#plan;
    const { mode, allowSimulated, claimedMinEntropy, tests, alpha, startupBits, controller, debias } = params;
    const { conditioner, drbg, expansion, rawBitsPerS } = params;
    const pace = new Pace(this.#clock, rawBitsPerS);
    return {
      mode,
      allowSimulated,
      tests,
      alpha,
      startupBits,
      controller,
      conditioner,
      drbg,
      expansion,
      clock: this.#clock,
      signal: this.#stop.signal,
      ...(assessment === undefined ? {} : { assessment }),
      ...(params.assessment.from === 'self' ? { selfAssessmentBits: params.assessment.bits } : {}),
      ...(claimedMinEntropy === undefined ? {} : { claimedMinEntropy }),
      ...(debias === undefined
        ? {}
        : {
            debias: {
              kind: debias.kind,
              distance: debias.distance,
              ...(debias.minEntropy === undefined ? {} : { minEntropy: debias.minEntropy }),
            },
          }),
      onEvent: (event) => this.#hear(event),
      onProgress: (_, phase) => {
        this.#phase = phase;
        this.changes.tell();
      },
      // Nobody waits for the output of a self-assessment; its end is waited for.
      pace: (block) => (this.#phase === 'running' ? pace.take(block.bits, this.#stop.signal) : Promise.resolve()),
    };
  }

  #hear(event: TapEvent): void {
    const time = this.#clock.date().toISOString();
    if (event.kind === 'alarm') {
      const alarm = { ...event.alarm, leftBits: event.leftBits, time };
      this.#book.add(alarm);
      keep(this.#alarms, alarm);
    } else if (event.kind === 'state') {
      const { state, previous, cause } = event;
      keep(this.#states, { time, state, previous, cause });
    }
    this.changes.tell();
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const nextStep = error instanceof SpindriftError ? error.nextStep : undefined;
    this.#error = { message, ...(nextStep === undefined ? {} : { nextStep }) };
    this.#end('failed');
  }

  #end(phase: 'stopped' | 'failed'): void {
    this.#phase = phase;
    this.#ended = this.#clock.date().toISOString();
    this.changes.tell();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > MOST_TOLD) list.shift();
}
