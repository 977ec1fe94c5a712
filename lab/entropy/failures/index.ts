/** How long the failure of a source goes unseen. */
export { FAILURE_CASES, failureCasesOf, placeOf, type FailureCase } from './failure-cases.js';
export { FIRMWARE_CUTOFFS, FirmwareTests } from './firmware-tests.js';
export { latencyQuantile } from './latency-quantile.js';
export { watchFailure, WATCHERS, type Watched, type Watcher, type FailureWatchOptions } from './watch-failure.js';
