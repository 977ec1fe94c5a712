import { unpackError } from '../../../../base/index.js';
import { unitRunner } from '../../../../base/parallel/run-units.js';
import type { QualityReport } from '../compare.js';
import { qualityUnits } from './quality-units.js';

const run = unitRunner(
  qualityUnits,
  new URL(import.meta.url.endsWith('.ts') ? './quality-worker.ts' : './quality-worker.js', import.meta.url),
);

/** How to judge. */
export interface CompareInThreadOptions {
  /** False leaves out the images of the software network. */
  readonly software?: boolean;
  /** Ends the thread in the midst of its work. */
  readonly signal?: AbortSignal;
  /** The part of the work that is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Like `compareRun`, in a thread of its own: seconds of computing that nothing else waits for.
 * @throws what `compareRun` throws; the signal's reason
 */
export async function compareRunInThread(
  folder: string,
  { software = true, signal, onProgress }: CompareInThreadOptions = {},
): Promise<QualityReport> {
  const [answer] = await run('quality', { folder, software }, 1, {
    workers: 1,
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (done) => onProgress(done) }),
  });
  if (answer === undefined || 'error' in answer) throw unpackError(answer!.error);
  return answer.report;
}
