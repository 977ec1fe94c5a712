import { checkNumber } from '../../../base/index.js';
import { type Estimate, noEstimate, Z_99 } from './estimate.js';
import { tallyLag, tallyLz78y, tallyMostCommonInWindow, tallyMultiMmc, type Tell } from './kernels/predictor-kernel.js';
import { predictionEstimate } from './prediction.js';
import type { Sequence } from './samples.js';

/** Windows of MultiMCW. */
export const MCW_WINDOWS: readonly number[] = [63, 255, 1023, 4095];
/** Lags of the lag predictor. */
export const LAG_DEPTH = 128;
/** Orders of MultiMMC. */
export const MMC_DEPTH = 16;
/** Pairs of prefix and symbol that each order of MultiMMC stores. */
export const MMC_PAIRS = 100_000;
/** Symbols of the longest prefix of LZ78Y. */
export const LZ78Y_DEPTH = 16;
/** Prefixes of all lengths that LZ78Y stores. */
export const LZ78Y_PREFIXES = 65_536;

/** What every predictor takes. */
export interface PredictorOptions {
  /** Quantile of the bound. */
  readonly z?: number;
  /** Told how far it is, 0 to 1. */
  readonly tell?: Tell | undefined;
}

/**
 * MultiMCW (SP 800-90B 6.3.7): the most common symbol in windows of the last samples, ties to the one seen last.
 * @throws RangeError for windows that do not rise, or more than eight
 */
export function multiMcw(
  { symbols, alphabet }: Sequence,
  { windows = MCW_WINDOWS, z = Z_99, tell }: PredictorOptions & { readonly windows?: readonly number[] } = {},
): Estimate {
  checkNumber('windows.length', windows.length, { min: 1, max: 8 });
  windows.forEach((size, j) =>
    checkNumber(`windows[${j}]`, size, { min: (windows[j - 1] ?? 0) + 1, max: 1e9, integer: true }),
  );
  const least = windows.at(-1)! + 1;
  if (symbols.length < least) return noEstimate(`it needs ${least} symbols at least`);
  const tally = tallyMostCommonInWindow(symbols, alphabet, windows, tell);
  return predictionEstimate(tally, symbols.length - windows[0]!, alphabet, z);
}

/** Lag (SP 800-90B 6.3.8): the symbol so many samples ago. @throws RangeError for a depth outside 1 … 128 */
export function lag(
  { symbols, alphabet }: Sequence,
  { depth = LAG_DEPTH, z = Z_99, tell }: PredictorOptions & { readonly depth?: number } = {},
): Estimate {
  checkNumber('depth', depth, { min: 1, max: LAG_DEPTH, integer: true });
  if (symbols.length < 3) return noEstimate('it needs 3 symbols at least');
  return predictionEstimate(tallyLag(symbols, depth, tell), symbols.length - 1, alphabet, z);
}

/** Options of {@link multiMmc} and {@link lz78y}. */
export interface DictionaryOptions extends PredictorOptions {
  /** Symbols of the longest prefix. */
  readonly depth?: number;
  /** What is stored at most: pairs of each order (MultiMMC), or prefixes of all lengths (LZ78Y). */
  readonly cap?: number;
}

/** MultiMMC (SP 800-90B 6.3.9): Markov models of orders 1 to `depth`. @throws RangeError for a depth outside 1 … 16 or a cap below 1 */
export function multiMmc(
  { symbols, alphabet }: Sequence,
  { depth = MMC_DEPTH, cap = MMC_PAIRS, z = Z_99, tell }: DictionaryOptions = {},
): Estimate {
  checkNumber('depth', depth, { min: 1, max: MMC_DEPTH, integer: true });
  checkNumber('cap', cap, { min: 1, max: MMC_PAIRS, integer: true });
  if (symbols.length < 4) return noEstimate('it needs 4 symbols at least');
  return predictionEstimate(tallyMultiMmc(symbols, alphabet, depth, cap, tell), symbols.length - 2, alphabet, z);
}

/** LZ78Y (SP 800-90B 6.3.10): a dictionary of prefixes. @throws RangeError for a depth outside 1 … 16 or a cap below the depth */
export function lz78y(
  { symbols, alphabet }: Sequence,
  { depth = LZ78Y_DEPTH, cap = LZ78Y_PREFIXES, z = Z_99, tell }: DictionaryOptions = {},
): Estimate {
  checkNumber('depth', depth, { min: 1, max: LZ78Y_DEPTH, integer: true });
  checkNumber('cap', cap, { min: depth, max: LZ78Y_PREFIXES, integer: true });
  if (symbols.length < depth + 3) return noEstimate(`it needs ${depth + 3} symbols at least`);
  const predictions = symbols.length - depth - 1;
  return predictionEstimate(tallyLz78y(symbols, alphabet, depth, cap, tell), predictions, alphabet, z);
}
