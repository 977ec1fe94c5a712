import type { Clock } from '../../../base/index.js';

/** Items that come within this time are given together, seconds. */
const GATHER_S = 0.04;
/** Most that are given together. */
const MOST = 500;

/** What a generator gives, in batches of what came within 40 ms. */
export async function* gathered<T>(items: AsyncGenerator<T>, clock: Clock): AsyncGenerator<T[], void, undefined> {
  let batch: T[] = [];
  let beganS = clock.now();
  let next = items.next();
  try {
    for (;;) {
      // What waits longer than a batch may must not hold back what is there.
      const late = batch.length === 0 ? undefined : Math.max(0, beganS + GATHER_S - clock.now());
      const found = late === undefined ? await next : await first(next, late, clock);
      if (found !== undefined && found.done !== true) {
        if (batch.length === 0) beganS = clock.now();
        batch.push(found.value);
        next = items.next();
      }
      const full = batch.length >= MOST || found === undefined || found.done === true;
      if (full && batch.length > 0) {
        yield batch;
        batch = [];
      }
      if (found?.done === true) return;
    }
  } finally {
    // Its signal may have fired; that it was told so is no error of ours.
    next.catch(() => undefined);
    void items.return(undefined).catch(() => undefined);
  }
}

async function first<T>(item: Promise<T>, seconds: number, clock: Clock): Promise<T | undefined> {
  let timer: { cancel(): void } | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = clock.setTimer(seconds, () => resolve(undefined));
  });
  try {
    return await Promise.race([item, late]);
  } finally {
    timer?.cancel();
  }
}
