/** Floor zero: units, errors, clock, seeded randomness, statistics of samples. No I/O; runs in Node and in a browser alike. */
export { EMPTY_AGGREGATE, meanOf, rmsOf, standardDeviationOf, type Aggregate } from './aggregate.js';
export * from './binomial-tail.js';
export * from './check.js';
export { chiSquareQuantile } from './chi-square-quantile.js';
export * from './clock.js';
export * from './compensated-sum.js';
export * from './error-function.js';
export * from './errors.js';
export * from './folding-overview.js';
export * from './gamma-functions.js';
export * from './human.js';
export * from './min-max-pyramid.js';
export * from './packed-error.js';
export * from './progress.js';
export { RandomStream, type RandomSnapshot } from './random.js';
export * from './ring-buffer.js';
export * from './si.js';
export * from './wilson.js';
