/** Counting raw bits: bias over time, correlations, transitions, single cells. */
export { allanDeviation, type AllanPoint } from './allan-deviation.js';
export { autocorrelation, type LagCorrelation } from './autocorrelation.js';
export { bitsOfTurn, cellSeries, type StreamLayout } from './cell-series.js';
export { PackedBits, popCount } from './packed-bits.js';
export { transitions, type Transitions } from './transitions.js';
