/** The time of a recording while it is replayed. */
import type { Clock } from '../../../base/index.js';

/** What comes so soon is as good as there: no timer waits less, and a thousand answers a second must not wait one each. */
const SLACK_S = 1e-3;

/** Recorded time: flows with the clock as far as it is let. */
export class ReplayTime {
  readonly #clock: Clock;
  readonly #speed: number;
  #recordedS = 0;
  /** The clock when it was that. */
  #clockS: number;

  /** @param speed recorded seconds a second; Infinity: no time passes between what follows one another */
  constructor(clock: Clock, speed: number) {
    this.#clock = clock;
    this.#speed = speed;
    this.#clockS = clock.now();
  }

  /** Seconds from the first frame of the recording. */
  get recordedS(): number {
    if (this.#speed === Infinity) return this.#recordedS;
    return this.#recordedS + (this.#clock.now() - this.#clockS) * this.#speed;
  }

  /** Whatever was recorded until then is due. */
  get dueS(): number {
    return this.#speed === Infinity ? Infinity : this.recordedS + SLACK_S * this.#speed;
  }

  /** It is at least so late: this was asked for. */
  advanceTo(recordedS: number): void {
    if (recordedS > this.recordedS) this.#set(recordedS);
  }

  /** It is no later than this: the host has not asked for what comes then. */
  holdAt(recordedS: number): void {
    if (recordedS < this.recordedS) this.#set(recordedS);
  }

  /** Seconds of the clock until then. */
  until(recordedS: number): number {
    return this.#speed === Infinity ? 0 : Math.max(0, (recordedS - this.recordedS) / this.#speed);
  }

  #set(recordedS: number): void {
    this.#recordedS = recordedS;
    this.#clockS = this.#clock.now();
  }
}
