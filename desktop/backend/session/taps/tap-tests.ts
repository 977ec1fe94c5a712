import { HEALTH_TESTS, type HealthTestName } from '../../../../lab/entropy/health/health-alarm.js';
import { WINDOWS, type HealthLimits, type LimitPair } from '../../../../lab/entropy/health/health-limits.js';
import type { TapAlarm, TapTest } from '../../../rpc/api/index.js';

/** The two tests of SP 800-90B 4.4. */
const APPROVED: readonly HealthTestName[] = ['repetitionCount', 'adaptiveProportion'];

/** Which limit a test is told by, where it has several the one on what it counts. */
const LIMITS: Readonly<Record<HealthTestName, (limits: HealthLimits) => LimitPair | null>> = {
  repetitionCount: (limits) => limits.repetitionCount,
  adaptiveProportion: (limits) => limits.adaptiveProportion,
  monobit: (limits) => limits.monobit,
  transition: (limits) => limits.transition,
  lag: (limits) => limits.lag,
  lagPredictor: (limits) => limits.predictorTotal,
  cellMonobit: (limits) => limits.cellMonobit,
  cellRepetition: (limits) => limits.cellRepetition,
  replay: (limits) => limits.replay,
  board: () => null,
};

/** Windows of the stream; those of single cells are not of the stream. */
const WINDOW: Readonly<Partial<Record<HealthTestName, number>>> = {
  adaptiveProportion: WINDOWS.adaptiveProportion,
  monobit: WINDOWS.monobit,
  transition: WINDOWS.monobit,
  lag: WINDOWS.lag,
  lagPredictor: WINDOWS.lagPredictor,
};

/** Counts the alarms of a tap by test. */
export class TestBook {
  readonly #counts = new Map<HealthTestName, { failures: number; last: TapAlarm }>();

  add(alarm: TapAlarm): void {
    const { failures = 0 } = this.#counts.get(alarm.test) ?? {};
    this.#counts.set(alarm.test, { failures: failures + 1, last: alarm });
  }

  /** Rows of the tests that run. @param testedBits raw bits that the tests have seen */
  rows(set: 'approved' | 'all', limits: HealthLimits | undefined, testedBits: number): TapTest[] {
    const names = set === 'all' ? HEALTH_TESTS : [...APPROVED, 'board' as const];
    return names.map((test) => {
      const pair = limits === undefined ? null : LIMITS[test](limits);
      const window = WINDOW[test] ?? null;
      const count = this.#counts.get(test);
      return {
        test,
        cutoff: pair?.intermittent ?? null,
        latchCutoff: pair?.permanent ?? null,
        window,
        windows: window === null || limits === undefined ? null : Math.floor(testedBits / window),
        failures: count?.failures ?? 0,
        last: count?.last ?? null,
      };
    });
  }
}
