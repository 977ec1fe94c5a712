/** How many packets the bus has room for. */
import type { Clock } from '../../base/index.js';
import { USB_FULL_SPEED_PACKETS_PER_FRAME } from '../../proto/usb.js';

/** Time on the bus. */
export interface BusPace {
  /** Packets that may go now. */
  readonly room: number;
  /** They went. */
  spend(packets: number): void;
  /** There was more to send than room: how long until there is some again, s. */
  waitS(): number;
}

/** A virtual cable without time. */
export const UNPACED: BusPace = { room: Infinity, spend: () => undefined, waitS: () => 0 };

const FRAMES_PER_S = 1000;
/** A process that was late makes good for so many frames of a bus that was full, and no more. */
const MOST_FRAMES_BEHIND = 32;

/** Full speed: 19 bulk packets of 64 bytes in each frame of a millisecond, both directions together; 1.216 MB/s. */
export class FullSpeedPace implements BusPace {
  readonly #clock: Clock;
  #frame = -Infinity;
  #left = 0;
  #full = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get room(): number {
    const now = this.#now();
    const passed = now - this.#frame;
    if (passed > 0) {
      // Frames in which nothing was to be sent are lost.
      const frames = this.#full ? Math.min(passed, MOST_FRAMES_BEHIND) : 1;
      this.#left = frames * USB_FULL_SPEED_PACKETS_PER_FRAME;
      this.#frame = now;
      this.#full = false;
    }
    return this.#left;
  }

  spend(packets: number): void {
    this.#left -= packets;
  }

  waitS(): number {
    this.#full = true;
    return Math.max(0, (this.#frame + 1) / FRAMES_PER_S - this.#clock.now());
  }

  /** Number of the frame; a timer that rings in the last nanosecond of one belongs to the next. */
  #now(): number {
    return Math.floor(this.#clock.now() * FRAMES_PER_S + 1e-6);
  }
}
