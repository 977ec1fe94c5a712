import type { AlarmSeverity, HealthAlarm, HealthTestName } from './health-alarm.js';
import { LAGS, WINDOWS, type HealthLimits, type LimitPair } from './health-limits.js';
import { CONTINUOUS, PREDICTOR, type HealthMemory } from './kernel/health-memory.js';

/** The tests that judge whole windows: monobit, transition, lag, lag predictor. Kernels count, this compares. */
export class WindowTests {
  readonly #memory: HealthMemory;
  readonly #limits: HealthLimits;
  #offCentre = 0;

  constructor(memory: HealthMemory, limits: HealthLimits) {
    this.#memory = memory;
    this.#limits = limits;
    this.#resetScores();
  }

  /** Windows in a row, up to the last, whose mean lay more than five standard deviations from one half. */
  get offCentre(): number {
    return this.#offCentre;
  }

  /** After each call of the predictor, at sample `end`: a run of hits is judged at once. */
  checkRun(end: number, alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const run = i32[at.predictor / 4 + PREDICTOR.longest]!;
    const limit = this.#limits.predictorRun;
    const severity = severityOf(run, limit);
    if (severity === undefined) return;
    alarms.push({
      test: 'lagPredictor',
      severity,
      index: end - 1,
      from: Math.max(0, end - run),
      value: run,
      limit: limit[severity],
      text: `${run} samples in a row that were guessed from their last eight`,
    });
  }

  /** A segment of 16,384 samples ends at `end`: judges the windows that end with it. */
  close(end: number, alarms: HealthAlarm[]): void {
    this.#monobitAndTransition(end, alarms);
    if (end % WINDOWS.lag === 0) this.#lag(end, alarms);
    if (end % WINDOWS.lagPredictor === 0) this.#predictor(end, alarms);
  }

  #monobitAndTransition(end: number, alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const state = at.continuous / 4;
    const n = WINDOWS.monobit;
    const ones = i32[state + CONTINUOUS.ones]!;
    const changes = i32[state + CONTINUOUS.changes]!;
    const afterOne = i32[state + CONTINUOUS.previous]!;
    const both = i32[state + CONTINUOUS.both]!;
    i32.fill(0, state + CONTINUOUS.ones, state + CONTINUOUS.started);
    const z = (ones - n / 2) / (Math.sqrt(n) / 2);
    this.#offCentre = Math.abs(z) > 5 ? this.#offCentre + 1 : 0;
    const add = alarmsOf(alarms, end, n);
    add('monobit', Math.max(ones, n - ones), this.#limits.monobit, (v) => `${v} equal samples of ${n}`);
    const transition = Math.max(changes, n - changes);
    const what = changes > n / 2 ? 'changes' : 'samples equal to their predecessor';
    const before = alarms.length;
    add('transition', transition, this.#limits.transition, (v) => `${v} ${what} of ${n}`);
    if (alarms.length > before) return;
    // P(1|1), P(0|1), P(1|0), P(0|0), as the excess over 2^-H in standard deviations of a fair coin (the largest there is).
    const p = 2 ** -this.#limits.minEntropy;
    const excess = (count: number, total: number): number =>
      total === 0 ? 0 : (count / total - p) * 2 * Math.sqrt(total);
    const afterZero = n - afterOne;
    const most = Math.max(
      excess(both, afterOne),
      excess(afterOne - both, afterOne),
      excess(ones - both, afterZero),
      excess(afterZero - (ones - both), afterZero),
    );
    add(
      'transition',
      most,
      this.#limits.conditional,
      (v) => `samples follow from their predecessors, z = ${v.toFixed(1)}`,
    );
  }

  #lag(end: number, alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const counts = i32.subarray(at.lagCounts / 4, at.lagCounts / 4 + LAGS);
    let worst = 0;
    let lag = 0;
    counts.forEach((differ, k) => {
      const count = Math.max(differ, WINDOWS.lag - differ);
      if (count <= worst) return;
      worst = count;
      lag = k + 1;
    });
    const r = (WINDOWS.lag - 2 * counts[lag - 1]!) / WINDOWS.lag;
    counts.fill(0);
    const add = alarmsOf(alarms, end, WINDOWS.lag);
    add('lag', worst, this.#limits.lag, () => `correlation ${r.toFixed(4)} at lag ${lag}`);
  }

  #predictor(end: number, alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const state = at.predictor / 4;
    const hits = i32[state + PREDICTOR.hits]!;
    i32[state + PREDICTOR.hits] = 0;
    this.#resetScores();
    const n = WINDOWS.lagPredictor;
    const add = alarmsOf(alarms, end, n);
    add('lagPredictor', hits, this.#limits.predictorTotal, (v) => `${v} of ${n} samples guessed from their last eight`);
  }

  /** The low bits of a score break ties in favour of the shorter lag. */
  #resetScores(): void {
    const { i32, at } = this.#memory;
    for (let lag = 0; lag < 8; lag++) i32[at.predictor / 4 + PREDICTOR.scores + lag] = 7 - lag;
  }
}

/** Which of two limits a count has reached. */
export function severityOf(value: number, { intermittent, permanent }: LimitPair): AlarmSeverity | undefined {
  if (value >= permanent) return 'permanent';
  return value >= intermittent ? 'intermittent' : undefined;
}

/** Adds an alarm about a window of `n` samples that ends at `end`, if a count has reached a limit. */
function alarmsOf(alarms: HealthAlarm[], end: number, n: number) {
  return (test: HealthTestName, value: number, limits: LimitPair, text: (value: number) => string): void => {
    const severity = severityOf(value, limits);
    if (severity === undefined) return;
    alarms.push({ test, severity, index: end - 1, from: end - n, value, limit: limits[severity], text: text(value) });
  };
}
