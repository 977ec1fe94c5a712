/** The protocol of a board's sessions: the last frames, and counts of all. */
import type { Clock } from '../../../base/index.js';
import { TraceRing, type LinkObserver } from '../../../firmware-host/host/index.js';
import { FRAME_HEADER_BYTES, FrameType } from '../../../proto/index.js';
import type { ConsoleCounts } from '../../rpc/api/console.js';

/** Frames kept. */
const MOST_FRAMES = 10_000;

/** Watches the link of a board over all its sessions. */
export class SessionTrace implements LinkObserver {
  readonly ring: TraceRing;
  readonly #clock: Clock;
  readonly #beganS: number;
  #framesIn = 0;
  #framesOut = 0;
  #bytesIn = 0;
  #bytesOut = 0;
  #errors = 0;
  /** Number of the newest frame that was judged. */
  #judged = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#beganS = clock.now();
    this.ring = new TraceRing({ clock, records: MOST_FRAMES });
  }

  sent(frame: Uint8Array): void {
    this.ring.sent(frame);
    if (frame[2] === FrameType.PAD) return;
    this.#framesOut += 1;
    this.#bytesOut += frame.length;
  }

  received(type: FrameType, payload: Uint8Array): void {
    this.ring.received(type, payload);
    this.#framesIn += 1;
    this.#bytesIn += payload.length + FRAME_HEADER_BYTES;
  }

  lost(error: Error): void {
    this.ring.lost(error);
  }

  /** Counts up to now. Trouble is counted when somebody looks, among frames that are still kept. */
  counts(): ConsoleCounts {
    this.#errors += this.ring.find({ errors: true }, this.#judged).length;
    this.#judged = this.ring.seen;
    return {
      framesIn: this.#framesIn,
      framesOut: this.#framesOut,
      bytesIn: this.#bytesIn,
      bytesOut: this.#bytesOut,
      errors: this.#errors,
      timeS: this.#clock.now() - this.#beganS,
    };
  }
}
