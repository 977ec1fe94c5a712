import { packError, type PackedError } from '../../../../base/index.js';
import { compareRun, type QualityReport } from '../compare.js';

/** What a thread is told. */
export interface QualitySetup {
  readonly folder: string;
  /** False leaves out the software images. */
  readonly software: boolean;
}

/** A report, or why there is none, packed so that it keeps its class on the way. */
export type QualityAnswer = { readonly report: QualityReport } | { readonly error: PackedError };

/** What a thread computes: the quality of one run. */
export const qualityUnits = {
  quality: async (
    { folder, software }: QualitySetup,
    _index: number,
    tell: (fraction: number) => void,
  ): Promise<QualityAnswer> => {
    try {
      return { report: await compareRun(folder, { software, onProgress: (done, total) => tell(done / total) }) };
    } catch (error) {
      return { error: packError(error) };
    }
  },
} as const;
