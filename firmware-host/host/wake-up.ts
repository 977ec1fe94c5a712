/** Waiting for whatever comes first: a call, a time, an abort. */
import { abortError, type Clock } from '../../base/index.js';

/** One waiter at a time. A call while nobody waits ends the next wait at once. */
export class WakeUp {
  readonly #clock: Clock;
  #called = false;
  #resolve: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the wait. */
  call(): void {
    if (this.#resolve) this.#resolve();
    else this.#called = true;
  }

  /** Resolves after `seconds`, or earlier when called. @throws an AbortError if the signal fires */
  async wait(seconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw abortError(signal.reason);
    if (this.#called) {
      this.#called = false;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const over = (): void => {
        timer.cancel();
        signal?.removeEventListener('abort', onAbort);
        this.#resolve = undefined;
      };
      const onAbort = (): void => {
        over();
        reject(abortError(signal?.reason));
      };
      this.#resolve = () => {
        over();
        resolve();
      };
      const timer = this.#clock.setTimer(seconds, () => this.#resolve?.());
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }
}
