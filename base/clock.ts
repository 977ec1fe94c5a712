import { abortError } from './errors.js';
import { checkNumber } from './check.js';

/** A pending call. */
export interface Timer {
  /** Prevents the call; harmless when it has happened already. */
  cancel(): void;
}

/** Time as the product sees it. Everything that waits or measures takes one, so that a test can hold it. */
export interface Clock {
  /** Monotonic time in seconds from an arbitrary origin. */
  now(): number;
  /** Calendar time. */
  date(): Date;
  /** Calls `fn` once, `seconds` from now. */
  setTimer(seconds: number, fn: () => void): Timer;
  /** Resolves `seconds` from now; rejects with an AbortError as soon as the signal fires. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}

function sleepWith(clock: Clock, seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortError(signal.reason));
      return;
    }
    const onAbort = (): void => {
      timer.cancel();
      reject(abortError(signal?.reason));
    };
    const timer = clock.setTimer(seconds, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** The platform's timers fire at once beyond this; longer waits are made of several. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

class SystemClock implements Clock {
  readonly #background: boolean;

  constructor(background: boolean) {
    this.#background = background;
  }

  now(): number {
    return performance.now() / 1000;
  }

  date(): Date {
    return new Date();
  }

  setTimer(seconds: number, fn: () => void): Timer {
    const due = performance.now() + checkNumber('seconds', seconds, { min: 0 }) * 1000;
    let handle: ReturnType<typeof setTimeout>;
    const arm = (): void => {
      const left = Math.max(0, Math.ceil(due - performance.now()));
      handle = setTimeout(expire, Math.min(left, LONGEST_TIMEOUT_MS));
      // A browser's timers are numbers, and keep nothing alive.
      if (this.#background) (handle as { unref?: () => void }).unref?.();
    };
    // Node counts timers in whole milliseconds from the last turn of its loop, and so may call up to one too early.
    const expire = (): void => {
      if (performance.now() < due) arm();
      else fn();
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  }

  sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return sleepWith(this, seconds, signal);
  }
}

/** The computer's own clock. */
export const systemClock: Clock = new SystemClock(false);

/** The same, but no timer of it keeps the process alive: for what only accompanies other work. */
export const backgroundClock: Clock = new SystemClock(true);

interface PendingCall {
  readonly due: number;
  readonly fn: () => void;
}

/** A clock that stands still until it is told to advance: for tests and for simulated time. */
export class VirtualClock implements Clock {
  #now: number;
  readonly #originMs: number;
  #pending: PendingCall[] = [];

  /**
   * @param startS the first value of `now()`, seconds
   * @param startDate the calendar time that belongs to it
   */
  constructor(startS = 0, startDate = new Date('2025-01-01T00:00:00Z')) {
    this.#now = checkNumber('startS', startS);
    this.#originMs = startDate.getTime() - startS * 1000;
  }

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(this.#originMs + this.#now * 1000);
  }

  /** When the next timer is due, in the terms of `now()`; Infinity if none waits. */
  get nextDue(): number {
    return this.#pending.reduce((soonest, { due }) => Math.min(soonest, due), Infinity);
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#pending.length;
  }

  setTimer(seconds: number, fn: () => void): Timer {
    const call: PendingCall = { due: this.#now + checkNumber('seconds', seconds, { min: 0 }), fn };
    this.#pending.push(call);
    return {
      cancel: () => {
        this.#pending = this.#pending.filter((other) => other !== call);
      },
    };
  }

  sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return sleepWith(this, seconds, signal);
  }

  /**
   * Moves time forward by `seconds` and makes every call that falls due on the way, in order of due time (ties in order of setting),
   * each at its own `now()`. Calls set meanwhile take part when they fall due in time.
   */
  advance(seconds: number): void {
    const target = this.#now + checkNumber('seconds', seconds, { min: 0 });
    for (;;) {
      let next: PendingCall | undefined;
      for (const call of this.#pending)
        if (call.due <= target && (next === undefined || call.due < next.due)) next = call;
      if (next === undefined) break;
      const chosen = next;
      this.#pending = this.#pending.filter((call) => call !== chosen);
      this.#now = Math.max(this.#now, chosen.due);
      chosen.fn();
    }
    this.#now = target;
  }
}
