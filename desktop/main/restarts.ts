/** How soon something that died is started again, and when that is given up. */
export interface RestartPolicy {
  /** Wait before the first attempt, seconds; doubles with each failure. */
  readonly firstS: number;
  readonly longestS: number;
  /** Whatever lived this long counts as healthy again, seconds. */
  readonly healthyS: number;
  /** Failures in a row after which a person is asked. */
  readonly most: number;
}

/** Counts failures in a row. */
export class Restarts {
  #failures = 0;

  constructor(readonly policy: RestartPolicy) {}

  /**
   * Notes that it died.
   * @param livedS how long it had lived, seconds
   * @returns the wait before the next start, seconds; undefined when it died too often
   */
  died(livedS: number): number | undefined {
    const { firstS, longestS, healthyS, most } = this.policy;
    if (livedS >= healthyS) this.#failures = 0;
    this.#failures += 1;
    if (this.#failures > most) return undefined;
    return Math.min(longestS, firstS * 2 ** (this.#failures - 1));
  }

  /** Begins anew, because a person wants it. */
  forgive(): void {
    this.#failures = 0;
  }
}
