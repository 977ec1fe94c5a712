/** Floor zero: units, errors, clock, seeded randomness, statistics of samples. No I/O; runs in Node and in a browser alike. */
export * from './check.js';
export * from './clock.js';
export * from './compensated-sum.js';
export * from './errors.js';
export * from './human.js';
export { RandomStream, type RandomSnapshot } from './random.js';
export * from './si.js';
