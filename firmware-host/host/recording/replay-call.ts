/** One call that is answered from a recording. */
import { FrameType } from '../../../proto/index.js';
import type { RecordedCall, RecordedFrame } from './wire-recording.js';

/** What became of a message that the host sent on a stream. */
export type Taken = 'taken' | 'other' | 'beyond';

/**
 * Follows a call: which frames may be sent now, given what the host has sent and granted. It knows nothing of ids and bytes.
 */
export class ReplayCall {
  #next = 0;
  #sent = 0;
  #credit = 0;
  #blocks = 0;

  constructor(
    readonly id: number,
    readonly recorded: RecordedCall,
  ) {}

  /** Blocks sent so far. */
  get blocks(): number {
    return this.#blocks;
  }
  /** The frame that comes next; undefined when all were sent. */
  get next(): RecordedFrame | undefined {
    return this.recorded.replies[this.#next];
  }

  /** Why the next frame has to wait: for a message of the host, or for its credit; undefined if only for its time. */
  get waitsFor(): 'message' | 'credit' | undefined {
    const { next } = this;
    if (next === undefined) return undefined;
    if (next.after > this.#sent) return 'message';
    return next.type === FrameType.DATA && this.#credit === 0 ? 'credit' : undefined;
  }

  /** True where the host wants more blocks than there were when the recorded host left. */
  get ranDry(): boolean {
    if (this.#credit === 0) return false;
    const { next } = this;
    if (next === undefined) return true;
    return this.waitsFor === 'message' && typeof this.recorded.upward[next.after - 1] === 'string';
  }

  /** The next frame is on its way. */
  advance(): void {
    if (this.next?.type === FrameType.DATA) {
      this.#credit -= 1;
      this.#blocks += 1;
    }
    this.#next += 1;
  }

  /** The host grants blocks. */
  grant(blocks: number): void {
    this.#credit += blocks;
  }

  /** A block of the host. */
  takeBlock(checksum: number): Taken {
    const recorded = this.recorded.upward[this.#sent];
    if (recorded === undefined || typeof recorded === 'string') return 'beyond';
    if (recorded !== checksum) return 'other';
    this.#sent += 1;
    return 'taken';
  }
}
