// Counts of repeated tuples by suffix array and longest common prefixes, all in linear time.
export { lcpArray } from './parts/lcp';
export { countIntervals } from './parts/intervals';
export { suffixArray } from './parts/suffix-array';
