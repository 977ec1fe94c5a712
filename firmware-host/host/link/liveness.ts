/** Signs of life: when to send one, and when the lack of them means that the board is gone. */
import type { Clock, Timer } from '../../../base/index.js';

/** How a {@link Liveness} is set up. Times in seconds of the injected clock. */
export interface LivenessOptions {
  readonly clock: Clock;
  /** Send something after this time without a frame of ours; 0 = never. */
  readonly heartbeatS: number;
  /** The board is lost after this time without a frame of its own; 0 = never. */
  readonly silenceS: number;
  readonly sendHeartbeat: () => void;
  readonly onSilence: () => void;
}

/** What a silent board gets on top, so that a host whose event loop was blocked first reads what has been waiting for it. */
const SECOND_LOOK_S = 0.05;

/** Watches both directions of a link with two timers, whatever the traffic. */
export class Liveness {
  readonly #options: LivenessOptions;
  #lastSent: number;
  #lastHeard: number;
  #heartbeat: Timer | undefined;
  #silence: Timer | undefined;
  #suspected = false;

  constructor(options: LivenessOptions) {
    this.#options = options;
    this.#lastSent = this.#lastHeard = options.clock.now();
    if (options.heartbeatS > 0) this.#armHeartbeat(options.heartbeatS);
    if (options.silenceS > 0) this.#armSilence(options.silenceS);
  }

  /** A frame was sent. */
  sent(): void {
    this.#lastSent = this.#options.clock.now();
  }

  /** A frame arrived. */
  heard(): void {
    this.#lastHeard = this.#options.clock.now();
    this.#suspected = false;
  }

  /** Nothing happens any more. */
  stop(): void {
    this.#heartbeat?.cancel();
    this.#silence?.cancel();
  }

  #armHeartbeat(inS: number): void {
    const { clock, heartbeatS, sendHeartbeat } = this.#options;
    this.#heartbeat = clock.setTimer(inS, () => {
      const left = this.#lastSent + heartbeatS - clock.now();
      if (left <= 1e-6) sendHeartbeat();
      this.#armHeartbeat(left <= 1e-6 ? heartbeatS : left);
    });
  }

  #armSilence(inS: number): void {
    const { clock, silenceS, onSilence } = this.#options;
    this.#silence = clock.setTimer(inS, () => {
      const left = this.#lastHeard + silenceS - clock.now();
      if (left > 1e-6) {
        this.#armSilence(left);
      } else if (this.#suspected) {
        onSilence();
      } else {
        this.#suspected = true;
        this.#armSilence(SECOND_LOOK_S);
      }
    });
  }
}
