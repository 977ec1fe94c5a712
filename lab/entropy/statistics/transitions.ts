import { wilsonInterval, type Interval } from '../../../base/index.js';
import type { PackedBits } from './packed-bits.js';

/** How often a one follows, by the bit before. */
export interface Transitions {
  /** Pairs that begin with 0 and with 1. */
  readonly afterZero: number;
  readonly afterOne: number;
  /** P(1|0) and P(1|1); NaN without such a pair. */
  readonly oneAfterZero: number;
  readonly oneAfterOne: number;
  /** 95 % intervals (Wilson). */
  readonly oneAfterZeroInterval: Interval;
  readonly oneAfterOneInterval: Interval;
}

/** Counts successive bits of one or several series together. */
export function transitions(series: readonly PackedBits[]): Transitions {
  let zeroOne = 0;
  let oneZero = 0;
  let afterZero = 0;
  let afterOne = 0;
  for (const bits of series) {
    const n = bits.length;
    if (n < 2) continue;
    const before = bits.ones(0, n - 1);
    const changes = bits.disagreements(1);
    // Changes up and down alternate: their difference is that of the ends.
    const up = (changes + bits.at(n - 1) - bits.at(0)) / 2;
    zeroOne += up;
    oneZero += changes - up;
    afterOne += before;
    afterZero += n - 1 - before;
  }
  return {
    afterZero,
    afterOne,
    oneAfterZero: zeroOne / afterZero,
    oneAfterOne: (afterOne - oneZero) / afterOne,
    oneAfterZeroInterval: wilsonInterval(zeroOne, afterZero),
    oneAfterOneInterval: wilsonInterval(afterOne - oneZero, afterOne),
  };
}
