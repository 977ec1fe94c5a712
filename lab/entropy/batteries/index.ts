/** Files of bits and the batteries that assess them. */
export * from './batteries.js';
export type { BitSummary, RunCount } from './bit-summary.js';
export { summariseBits } from './bit-summary.js';
export { readOrigin, type FileOrigin } from './file-origin.js';
export { readInputFile, type InputFile } from './input-file.js';
export { runBattery } from './run-battery.js';
export { startBattery } from './start-battery.js';
export { HOPELESS_P, pVerdict, type PRow, type StsVerdict, type Verdict } from './verdict.js';
