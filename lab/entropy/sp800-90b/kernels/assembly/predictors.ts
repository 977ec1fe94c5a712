// The four predictors of SP 800-90B 6.3.7 to 6.3.10, in chunks of samples. The caller lays out the memory and passes byte offsets;
// ../../plain holds the twins, written straight from the definitions.
export { lag } from './parts/lag';
export { mostCommonInWindow, fillWindows } from './parts/most-common-in-window';
export { lz78yBinary, multiMmcBinary } from './parts/binary-contexts';
export { growPairs, openTable, pairsUsed } from './parts/context-table';
export { lz78yHashed, multiMmcHashed } from './parts/hashed-contexts';
