import { ProgressTracker } from '../../base/index.js';
import type { CommandContext } from '../context.js';
import { openProgress } from '../progress-display.js';

/** Work shorter than this shows no progress, s. */
const QUIET_S = 2;

/** Does long work with its progress on standard error. */
export async function showProgress<T>(
  { out, clock }: Pick<CommandContext, 'out' | 'clock'>,
  unit: string,
  work: (onProgress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const display = await openProgress(out);
  const tracker = new ProgressTracker({ unit, clock });
  try {
    return await work((done, total) => {
      const progress = tracker.update(done, total);
      if (progress.elapsedS > QUIET_S) display.update(progress, []);
    });
  } finally {
    display.close();
  }
}
