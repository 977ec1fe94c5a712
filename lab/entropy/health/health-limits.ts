import { chiSquareQuantile } from '../../../base/index.js';
import {
  checkMinEntropy,
  DEFAULT_ALPHA,
  lagLimit,
  monobitLimit,
  predictorLimits,
  proportionCutoff,
  repetitionCutoff,
  transitionLimit,
  type AlphaExponents,
  type AptFormula,
} from './cutoffs.js';

/** Samples of the windows of the tests of a raw bit stream. Each divides the next, so that one border settles all. */
export const WINDOWS = { adaptiveProportion: 1024, monobit: 16384, lag: 65536, lagPredictor: 131072 } as const;

/** Lags that the lag test looks at: 1 … 128. */
export const LAGS = 128;

/** Samples of a cell in a window of its own: sixteen turns of its row. */
export const CELL_WINDOW = 1024;

/** A limit for a first alarm, and one that latches. */
export interface LimitPair {
  readonly intermittent: number;
  readonly permanent: number;
}

/** All limits of a battery. */
export interface HealthLimits {
  /** The claim that they follow from, bit per sample. */
  readonly minEntropy: number;
  readonly repetitionCount: LimitPair;
  readonly adaptiveProportion: LimitPair;
  readonly monobit: LimitPair;
  readonly transition: LimitPair;
  /** How far P(next | state) may lie above 2^-H, in 1/(2√n) of the n samples in that state. */
  readonly conditional: LimitPair;
  readonly lag: LimitPair;
  readonly predictorTotal: LimitPair;
  readonly predictorRun: LimitPair;
  readonly cellMonobit: LimitPair;
  readonly cellRepetition: LimitPair;
  /** Equal stretches of 64 samples at anchor after anchor. */
  readonly replay: LimitPair;
}

/** What limits follow from. */
export interface LimitOptions {
  /** Min-entropy per sample that is claimed, bit: from an assessment. */
  readonly minEntropy: number;
  /** Default 2^-40 and 2^-60. */
  readonly alpha?: AlphaExponents;
  /** Formula of the adaptive proportion cutoff; the text's by default. */
  readonly formula?: AptFormula;
  /** Cells that are followed; 0 for none. */
  readonly cells?: number;
}

/** Limits of every test for a claimed min-entropy and levels of false alarm. @throws RangeError for values out of range */
export function healthLimits(options: LimitOptions): HealthLimits {
  const { alpha = DEFAULT_ALPHA, formula = 'text', cells = 0 } = options;
  const h = checkMinEntropy(options.minEntropy);
  if (alpha.permanent <= alpha.intermittent)
    throw new RangeError(
      `alpha.permanent must be rarer than alpha.intermittent (2^-${alpha.intermittent}), got 2^-${alpha.permanent}`,
    );
  const pair = (limit: (exponent: number) => number): LimitPair => ({
    intermittent: limit(alpha.intermittent),
    permanent: limit(alpha.permanent),
  });
  const perCell = Math.log2(Math.max(1, cells));
  return {
    minEntropy: h,
    repetitionCount: pair((a) => repetitionCutoff(a, h)),
    adaptiveProportion: pair((a) => proportionCutoff(a, h, 1, { formula })),
    monobit: pair((a) => monobitLimit(a, h, WINDOWS.monobit)),
    transition: pair((a) => transitionLimit(a, h, WINDOWS.monobit)),
    // Four probabilities share half of α.
    conditional: pair((a) => normalQuantile(a + 3)),
    lag: pair((a) => lagLimit(a, h, WINDOWS.lag, LAGS)),
    predictorTotal: pair((a) => predictorLimits(a, h, WINDOWS.lagPredictor).total),
    predictorRun: pair((a) => predictorLimits(a, h, WINDOWS.lagPredictor).run),
    cellMonobit: pair((a) => monobitLimit(a + perCell, h, CELL_WINDOW)),
    cellRepetition: pair((a) => repetitionCutoff(a, h)),
    // One of 65,536 remembered stretches is equal by chance with 2^(16 - 64 H); so many in a row reach α.
    replay: pair((a) => Math.ceil((a + 16) / (64 * h))),
  };
}

/** z with P(Z > z) = 2^-exponent for a standard normal Z, whose square is a χ² of one degree of freedom. */
function normalQuantile(exponent: number): number {
  return Math.sqrt(chiSquareQuantile(2 ** (1 - exponent), 1));
}
