import { type Clock, type Timer } from '../../base/index.js';

/**
 * Watches for signs of life of the host. When this program's own event loop was blocked, frames may be waiting unread; a check that comes
 * much too late therefore proves nothing and starts over.
 */
export class HostWatch {
  readonly #clock: Clock;
  readonly #onSilence: (seconds: number) => void;
  #silenceS = 0;
  #lastHeard = 0;
  #timer: Timer | undefined;

  constructor(clock: Clock, onSilence: (seconds: number) => void) {
    this.#clock = clock;
    this.#onSilence = onSilence;
  }

  /** @param silenceS 0 = never */
  start(silenceS: number): void {
    this.stop();
    this.#silenceS = silenceS;
    this.#lastHeard = this.#clock.now();
    if (silenceS > 0) this.#arm(silenceS);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** A frame arrived. */
  heard(): void {
    this.#lastHeard = this.#clock.now();
  }

  #arm(inS: number): void {
    const due = this.#clock.now() + inS;
    this.#timer = this.#clock.setTimer(inS, () => {
      const now = this.#clock.now();
      const silent = now - this.#lastHeard;
      if (now - due > this.#silenceS / 2) {
        this.#arm(this.#silenceS);
      } else if (silent >= this.#silenceS - 1e-6) {
        this.#onSilence(silent);
        this.#arm(this.#silenceS);
      } else this.#arm(this.#silenceS - silent);
    });
  }
}
