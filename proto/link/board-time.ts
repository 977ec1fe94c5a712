/** The board's clock as the host sees it: 32-bit times in blocks, the 64-bit uptime in heartbeats. */

const WRAP = 4294967296;

/** Extends 32-bit microseconds (wrapping every 71.6 min) to a time since boot, by nearness to the last time known. */
export class BoardTime {
  #lastUs = 0;

  /** Takes note of a 64-bit uptime, microseconds. */
  observe(uptimeUs: number): void {
    this.#lastUs = uptimeUs;
  }

  /** The time since boot, microseconds, that has `timeUs` as its low 32 bits and lies within 35.8 min of the last time known. */
  unwrap(timeUs: number): number {
    const delta = (timeUs - (this.#lastUs % WRAP) + 1.5 * WRAP) % WRAP;
    const time = this.#lastUs + delta - WRAP / 2;
    this.#lastUs = Math.max(0, time);
    return time < 0 ? timeUs : time;
  }
}
