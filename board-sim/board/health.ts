/** A share of ones further than this from one half, over a dwell of a whole row, is a failure: some 12σ for 4096 bits. */
const PROPORTION_LIMIT = 0.1;
const LEAST_OUTCOMES = 1024;

/** Health of the raw bits since boot: cells that stand still, and proportions far off. A summary; the host runs the full tests. */
export class HealthMonitor {
  repetitionFailures = 0;
  proportionFailures = 0;
  #onesPpm = 0;
  #failing = false;

  /** Share of ones in the last dwell, parts per million; 0 = nothing drawn yet. */
  get onesPpm(): number {
    return this.#onesPpm;
  }

  /** Whether the last dwell failed. */
  get failing(): boolean {
    return this.#failing;
  }

  /** Takes note of a dwell: outcomes of good cells, ones among them, cells that never changed. @returns false when it failed */
  observe(outcomes: number, ones: number, frozen: number): boolean {
    if (outcomes === 0) return true;
    const share = ones / outcomes;
    this.#onesPpm = Math.round(share * 1e6);
    const far = outcomes >= LEAST_OUTCOMES && Math.abs(share - 0.5) > PROPORTION_LIMIT;
    this.repetitionFailures += frozen;
    if (far) this.proportionFailures++;
    this.#failing = far || frozen > 0;
    return !this.#failing;
  }
}
