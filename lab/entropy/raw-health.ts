import { BitHealth } from './health/bit-health.js';
import type { CellLayout } from './health/cell-health.js';
import { checkMinEntropy, DEFAULT_ALPHA, type AlphaExponents } from './health/cutoffs.js';
import type { AlarmSeverity, HealthAlarm, HealthTestName } from './health/health-alarm.js';

/** Claim that raw bits are tested against unless another is made, bit: a little below what the estimators give for fair ones. */
export const RAW_CLAIM = 0.8;
/** Alarms that a record lists; further ones are counted. */
const MOST_ALARMS = 100;

/** What the host's continuous health tests said of raw bits. They tell, and filter nothing. */
export interface RawHealth {
  /** Min-entropy per bit that was claimed to the tests. */
  readonly minEntropy: number;
  readonly alpha: AlphaExponents;
  /** Bits that were tested; the last few may be too few for a word. */
  readonly testedBits: number;
  readonly alarms: Readonly<Record<AlarmSeverity, number>>;
  readonly byTest: Readonly<Partial<Record<HealthTestName, number>>>;
  /** The first hundred, each with the bit of the output at which it was sure. */
  readonly first: readonly HealthAlarm[];
}

/** Tests raw bits on their way into a file or program, for its record. */
export class RawHealthNotes {
  readonly #health: BitHealth;
  readonly #alarms = { intermittent: 0, permanent: 0 };
  readonly #byTest: Partial<Record<HealthTestName, number>> = {};
  readonly #first: HealthAlarm[] = [];

  /** @throws RangeError unless 0 < minEntropy ≤ 1 */
  constructor(minEntropy: number, layout: CellLayout) {
    this.#health = new BitHealth({ minEntropy: checkMinEntropy(minEntropy), alpha: DEFAULT_ALPHA, layout });
  }

  /** @param gap blocks that were lost just before */
  push(bytes: Uint8Array, bits: number, gap: number): void {
    // Afterwards nobody knows which cell a place belongs to.
    if (gap > 0) this.#health.loseCells();
    for (const alarm of this.#health.push(bytes, bits)) {
      this.#alarms[alarm.severity]++;
      this.#byTest[alarm.test] = (this.#byTest[alarm.test] ?? 0) + 1;
      if (this.#first.length < MOST_ALARMS) this.#first.push(alarm);
    }
  }

  get part(): RawHealth {
    return {
      minEntropy: this.#health.minEntropy,
      alpha: DEFAULT_ALPHA,
      testedBits: this.#health.tested,
      alarms: { ...this.#alarms },
      byTest: { ...this.#byTest },
      first: [...this.#first],
    };
  }
}
