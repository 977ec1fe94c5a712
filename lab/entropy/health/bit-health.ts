import { checkNumber, checkOneOf } from '../../../base/index.js';
import { copyBits } from '../../../firmware-host/host/bits.js';
import { CellHealth, type CellLayout } from './cell-health.js';
import type { HealthAlarm, HealthTestName } from './health-alarm.js';
import { healthLimits, WINDOWS, type HealthLimits, type LimitOptions, type LimitPair } from './health-limits.js';
import {
  CONTINUOUS,
  HEALTH_ENGINES,
  HealthMemory,
  REPLAY,
  SEGMENT_WORDS,
  type HealthEngine,
} from './kernel/health-memory.js';
import { WindowTests } from './window-tests.js';

/** Which tests run: the two of SP 800-90B 4.4, or the developer-defined ones too. */
export const TEST_SETS = ['approved', 'all'] as const;
/** One of {@link TEST_SETS}. */
export type TestSet = (typeof TEST_SETS)[number];

/** What a battery is made of. */
export interface BitHealthOptions extends Omit<LimitOptions, 'cells'> {
  readonly tests?: TestSet;
  /** Follow cells: only where bit k is known to be column k mod columns, row by row; columns a multiple of 64, 64 shots a turn. */
  readonly layout?: CellLayout;
  /** The plain twin gives the same alarms and is slow. */
  readonly engine?: HealthEngine;
}

const SEGMENT_BITS = SEGMENT_WORDS * 64;

/**
 * Continuous health tests of a raw bit stream: repetition count and adaptive proportion (SP 800-90B 4.4), and developer-defined tests (4.5) for what
 * these cannot see: monobit, transitions, lags 1 … 128, a predictor of eight lags, replays, single cells. Bits may come in pieces of any length;
 * nothing depends on how they are cut. They are tested in words of 64, so up to 63 of them wait. Tests are never reset by a failure: an alarm tells
 * that a limit was reached, once each time.
 */
export class BitHealth {
  readonly limits: HealthLimits;
  readonly minEntropy: number;
  readonly tests: TestSet;
  readonly #options: BitHealthOptions;
  #memory: HealthMemory;
  #windows: WindowTests;
  #cells: CellHealth | undefined;
  /** Bits in the segment, and words of it that are tested. */
  #fill = 0;
  #done = 0;
  /** Samples before this segment. */
  #base = 0;
  #words: Uint8Array;

  constructor(options: BitHealthOptions) {
    const { tests = 'all', engine = 'wasm', layout } = options;
    this.tests = checkOneOf('tests', tests, TEST_SETS);
    checkOneOf('engine', engine, HEALTH_ENGINES);
    this.#options = options;
    this.minEntropy = options.minEntropy;
    const follow = tests === 'all' && CellHealth.canFollow(layout);
    this.limits = healthLimits({ ...options, cells: follow ? layout.rows * layout.columns : 0 });
    [this.#memory, this.#windows, this.#cells, this.#words] = this.#fresh();
  }

  /** Samples that came. */
  get received(): number {
    return this.#base + this.#fill;
  }

  /** Samples that were tested. */
  get tested(): number {
    return this.#base + this.#done * 64;
  }

  /**
   * Samples from the start whose runs and windows are all over, so that no alarm to come can be about them (but for replays and single cells, which look
   * back further).
   */
  get settled(): number {
    const window = this.tests === 'all' ? WINDOWS.lagPredictor : WINDOWS.adaptiveProportion;
    const { i32, at } = this.#memory;
    const run = i32[at.continuous / 4 + CONTINUOUS.run]!;
    return Math.max(0, Math.min(Math.floor(this.tested / window) * window, this.tested - run));
  }

  /** Whether single cells are followed. */
  get followsCells(): boolean {
    return this.#cells !== undefined;
  }

  /** Windows in a row whose mean lay more than five standard deviations from one half; three are worth a warning. */
  get offCentre(): number {
    return this.#windows.offCentre;
  }

  /** Cells are no longer known by their places: blocks were lost. */
  loseCells(): void {
    this.#cells = undefined;
  }

  /** Begins anew, as for a stream that starts. */
  reset(): void {
    [this.#memory, this.#windows, this.#cells, this.#words] = this.#fresh(0);
    this.#fill = 0;
    this.#done = 0;
    this.#base = 0;
  }

  /** Tests the first `bits` bits of `bytes`, first in the least significant place; returns the alarms in order. */
  push(bytes: Uint8Array, bits: number): HealthAlarm[] {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    const alarms: HealthAlarm[] = [];
    for (let from = 0; from < bits;) {
      const take = Math.min(SEGMENT_BITS - this.#fill, bits - from);
      copyBits(bytes, from, this.#words, this.#fill, take);
      from += take;
      this.#fill += take;
      this.#test(alarms);
    }
    return alarms;
  }

  #fresh(start = this.#options.layout?.start): [HealthMemory, WindowTests, CellHealth | undefined, Uint8Array] {
    const { engine = 'wasm', tests = 'all' } = this.#options;
    const layout = this.#options.layout && { ...this.#options.layout, start: start ?? 0 };
    const follow = tests === 'all' && CellHealth.canFollow(layout) ? layout : undefined;
    const memory = new HealthMemory(engine, follow?.columns ?? 0, follow?.rows ?? 0);
    const { at, i32, bytes } = memory;
    const state = at.continuous / 4;
    const { repetitionCount: rct, adaptiveProportion: apt } = this.limits;
    i32.set([rct.intermittent, rct.permanent, apt.intermittent, apt.permanent], state + CONTINUOUS.rct);
    return [
      memory,
      new WindowTests(memory, this.limits),
      follow === undefined ? undefined : new CellHealth(memory, follow, this.limits),
      bytes.subarray(at.words, at.words + SEGMENT_WORDS * 8),
    ];
  }

  /** Tests the words that are whole now. */
  #test(alarms: HealthAlarm[]): void {
    const n = (this.#fill >> 6) - this.#done;
    if (n > 0) {
      const { kernels, at } = this.#memory;
      const words = at.words + this.#done * 8;
      kernels.continuous(words, n, at.continuous);
      this.#approved(alarms);
      if (this.tests === 'all') {
        kernels.lags(words, n, at.lagCounts);
        kernels.predict(words, n, at.predictor, at.steps);
        this.#windows.checkRun(this.tested + n * 64, alarms);
        kernels.anchors(words, n, at.replay, at.table);
        this.#replay(alarms);
        this.#cells?.push(words, n, this.tested, alarms);
      }
      this.#done += n;
    }
    if (this.#fill < SEGMENT_BITS) return;
    this.#base += SEGMENT_BITS;
    this.#fill = 0;
    this.#done = 0;
    if (this.tests === 'all') this.#windows.close(this.#base, alarms);
    // The last words become history.
    const { bytes, at } = this.#memory;
    const end = at.words + SEGMENT_WORDS * 8;
    bytes.copyWithin(at.words - 24, end - 24, end);
    this.#words.fill(0);
  }

  #approved(alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const state = at.continuous / 4;
    const { rctAt, aptAt, longest, largest } = CONTINUOUS;
    this.#crossed('repetitionCount', this.limits.repetitionCount, i32[state + longest]!, state + rctAt, alarms);
    this.#crossed('adaptiveProportion', this.limits.adaptiveProportion, i32[state + largest]!, state + aptAt, alarms);
  }

  /** Turns the places where a count reached its cutoffs into an alarm: the graver one. */
  #crossed(test: HealthTestName, limits: LimitPair, value: number, place: number, alarms: HealthAlarm[]): void {
    const { i32 } = this.#memory;
    const first = i32[place]!;
    const last = i32[place + 1]!;
    if (first < 0 && last < 0) return;
    const severity = last >= 0 ? 'permanent' : 'intermittent';
    const limit = limits[severity];
    const index = this.tested + (last >= 0 ? last : first);
    const isRun = test === 'repetitionCount';
    alarms.push({
      test,
      severity,
      index,
      from: isRun ? Math.max(0, index - limit + 1) : index - (index % WINDOWS.adaptiveProportion),
      value,
      limit,
      text: isRun
        ? `${limit} equal samples in a row`
        : `${limit} of ${WINDOWS.adaptiveProportion} samples equal to the first of their window`,
    });
  }

  #replay(alarms: HealthAlarm[]): void {
    const { i32, at } = this.#memory;
    const state = at.replay / 4;
    const most = i32[state + REPLAY.most]!;
    const { replay } = this.limits;
    if (most < replay.intermittent) return;
    const severity = most >= replay.permanent ? 'permanent' : 'intermittent';
    const index = this.tested + i32[state + REPLAY.at]!;
    alarms.push({
      test: 'replay',
      severity,
      index,
      // Anchors are 4,096 samples apart in the mean.
      from: Math.max(0, index - most * 4096),
      value: most,
      limit: replay[severity],
      text: `${most} stretches of 64 samples in a row that came before`,
    });
  }
}
