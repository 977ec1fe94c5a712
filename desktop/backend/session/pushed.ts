/** What a callback tells, as a stream. */

/**
 * Runs `work` and gives what it tells, in order. Leaving the loop, or the signal, stops the work and waits for its end; what it throws is
 * thrown after what it told.
 */
export async function* pushed<T>(
  signal: AbortSignal,
  work: (tell: (item: T) => void, stop: AbortSignal) => Promise<unknown>,
): AsyncGenerator<T, void, undefined> {
  const items: T[] = [];
  let wake: () => void = () => undefined;
  let failure: { readonly error: unknown } | undefined;
  let done = false;
  const leave = new AbortController();
  const tell = (item: T): void => {
    items.push(item);
    wake();
  };
  const running = work(tell, AbortSignal.any([signal, leave.signal]))
    .catch((error: unknown) => {
      failure = { error };
    })
    .finally(() => {
      done = true;
      wake();
    });
  const over = (): boolean => done;
  try {
    for (;;) {
      const item = items.shift();
      if (item !== undefined) yield item;
      else if (over()) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    leave.abort();
    await running;
  }
  throwIfSet(failure);
}

function throwIfSet(failure: { readonly error: unknown } | undefined): void {
  if (failure !== undefined) throw failure.error;
}
