import { type Timer } from '../../../base/index.js';
import { type BoardCore } from '../board-core.js';
import { type Call } from '../call.js';
import { Refusal } from '../refusal.js';

/** What a watch does each time. @throws Refusal ends it */
export interface Repetition {
  readonly periodS: number;
  readonly step: () => void;
  /** The orderly end that the host asks for. */
  readonly close: () => void;
}

/**
 * Makes a call a watch: a stream that does its step at once, and then at intervals of the computer's time. When the host does not take what there is,
 * nothing is asked for: the newest wins.
 */
export function repeat(core: BoardCore, call: Call, { periodS, step, close }: Repetition): void {
  core.needStream(call);
  let timer: Timer | undefined;
  call.stream = { close };
  call.onEnd = () => timer?.cancel();
  const round = (): void => {
    try {
      if (call.host.writable) step();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.refuse(error.status, error.message, error.retryAfterMs);
    }
    if (!call.ended) timer = core.clock.setTimer(periodS, round);
  };
  round();
}
