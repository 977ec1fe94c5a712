import type { Clock } from '../../../../base/index.js';

/** How fast something grows: over the last second or so. */
export class Rate {
  readonly #clock: Clock;
  readonly #points: { readonly timeS: number; readonly value: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes a total. @returns its growth a second; 0 until there are two looks */
  of(value: number): number {
    const timeS = this.#clock.now();
    this.#points.push({ timeS, value });
    while (this.#points.length > 2 && timeS - this.#points[1]!.timeS >= 1) this.#points.shift();
    const first = this.#points[0]!;
    return timeS > first.timeS ? (value - first.value) / (timeS - first.timeS) : 0;
  }
}

/** Holds something back to a mean rate; what was not used in the last half second is lost. */
export class Pace {
  readonly #clock: Clock;
  readonly #perS: number | null;
  #freeAtS: number;

  /** @param perS units a second; null = as fast as it comes */
  constructor(clock: Clock, perS: number | null) {
    this.#clock = clock;
    this.#perS = perS;
    this.#freeAtS = clock.now();
  }

  /** Waits until so many units may pass. @throws AbortError */
  async take(units: number, signal: AbortSignal): Promise<void> {
    if (this.#perS === null) return;
    const now = this.#clock.now();
    const waitS = this.#freeAtS - now;
    this.#freeAtS = Math.max(this.#freeAtS, now - 0.5) + units / this.#perS;
    if (waitS > 0) await this.#clock.sleep(waitS, signal);
  }
}
