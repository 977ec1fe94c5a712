import { abortError, type Clock } from '../../base/index.js';

/** One signal out of the user's and the engine's own reasons to stop. */
export class Stop {
  readonly #controller = new AbortController();
  readonly #user: AbortSignal | undefined;
  readonly #onUserAbort: () => void;

  constructor(user: AbortSignal | undefined) {
    this.#user = user;
    this.#onUserAbort = () => this.#controller.abort(abortError(user?.reason));
    if (user?.aborted === true) this.#onUserAbort();
    else user?.addEventListener('abort', this.#onUserAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether a person asked for it. */
  get byUser(): boolean {
    return this.#user?.aborted === true;
  }

  /** Stops because of an error; the first reason stands. */
  because(error: Error): void {
    this.#controller.abort(error);
  }

  /** Rejects with the reason as soon as there is one. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // Every reason here is an Error: `because` takes one, and a person's reason is made one.
      const onAbort = (): void => reject(this.signal.reason as Error);
      if (this.signal.aborted) onAbort();
      this.signal.addEventListener('abort', onAbort, { once: true });
      work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', onAbort));
    });
  }

  dispose(): void {
    this.#user?.removeEventListener('abort', this.#onUserAbort);
  }
}

/** Waits for work, but no longer than `seconds`. @returns whether it ended in time; its failure is its own affair */
export async function endsWithin(work: Promise<unknown>, seconds: number, clock: Clock): Promise<boolean> {
  const enough = new AbortController();
  const done = work.then(
    () => true,
    () => true,
  );
  const late = clock.sleep(seconds, enough.signal).then(
    () => false,
    () => false,
  );
  const ended = await Promise.race([done, late]);
  enough.abort();
  return ended;
}
