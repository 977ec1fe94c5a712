/** When the next slice of machine time may run. */
import type { Clock } from '../../../base/index.js';

/**
 * `free`: as fast as the computer can, always; for tests, whose hosts go by the board's own clock. `wall`: work as fast as the computer can, idle
 * time not ahead of the computer's clock; for people.
 */
export type Pace = 'free' | 'wall';

/** Behind by more than this, the machine does not try to catch up: the computer may have slept. */
const MOST_BEHIND_S = 0.05;

/** Holds idle machine time to the computer's. */
export class WallPace {
  readonly #clock: Clock;
  #wallS = 0;
  #machineS = 0;

  /** @param clock the computer's */
  constructor(clock: Clock, machineS: number) {
    this.#clock = clock;
    this.anchor(machineS);
  }

  /** There was work: from here on the two clocks are compared. */
  anchor(machineS: number): void {
    this.#wallS = this.#clock.now();
    this.#machineS = machineS;
  }

  /** How long to wait before machine time may go on, s; 0 or less: not at all. */
  waitS(machineS: number): number {
    const ahead = machineS - this.#machineS - (this.#clock.now() - this.#wallS);
    if (ahead < -MOST_BEHIND_S) this.anchor(machineS);
    return ahead;
  }
}
