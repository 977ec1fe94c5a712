// What a predictor has to show: offsets in its state, u32 each.

/** The sub-predictor that speaks for all, from 0. */
export const WINNER: usize = 0;
/** Right predictions. */
export const CORRECT: usize = 4;
/** Right predictions in a row up to here. */
export const RUN: usize = 8;
/** The longest such row. */
export const LONGEST: usize = 12;
/** Prefixes of a dictionary, where one counts them. */
export const PREFIXES: usize = 16;
/** Scores of the sub-predictors. */
export const SCORES: usize = 64;
/** Pairs that each order has stored. */
export const PAIRS: usize = 1024;
