import { collision } from './collision.js';
import { compression } from './compression.js';
import { type Estimate, noEstimate } from './estimate.js';
import type { Tell } from './kernels/predictor-kernel.js';
import { markov } from './markov.js';
import { mostCommonValue } from './most-common-value.js';
import { lag, lz78y, multiMcw, multiMmc } from './predictors.js';
import type { Sequence } from './samples.js';
import { tupleEstimates } from './tuples.js';

/** The ten estimators of SP 800-90B 6.3, in its order. */
export const ESTIMATORS = [
  'mcv',
  'collision',
  'markov',
  'compression',
  'tTuple',
  'lrs',
  'multiMcw',
  'lag',
  'multiMmc',
  'lz78y',
] as const;
/** One of {@link ESTIMATORS}. */
export type EstimatorId = (typeof ESTIMATORS)[number];

/** Names for people, and the clauses of SP 800-90B. */
export const ESTIMATOR_NAMES: Readonly<Record<EstimatorId, readonly [name: string, clause: string]>> = {
  mcv: ['most common value', '6.3.1'],
  collision: ['collision', '6.3.2'],
  markov: ['Markov', '6.3.3'],
  compression: ['compression', '6.3.4'],
  tTuple: ['t-tuple', '6.3.5'],
  lrs: ['longest repeated substring', '6.3.6'],
  multiMcw: ['MultiMCW', '6.3.7'],
  lag: ['lag', '6.3.8'],
  multiMmc: ['MultiMMC', '6.3.9'],
  lz78y: ['LZ78Y', '6.3.10'],
};

/** What all estimators say of a sequence. */
export type Estimates = Readonly<Record<EstimatorId, Estimate>>;
/** Estimators that are computed together. */
export type EstimatorGroup = 'simple' | 'tuples' | 'multiMcw' | 'lag' | 'multiMmc' | 'lz78y';

/** Those that take most time come first, so that no thread is left with them at the end. */
export const ESTIMATOR_GROUPS: readonly EstimatorGroup[] = ['tuples', 'multiMmc', 'lz78y', 'lag', 'multiMcw', 'simple'];

const binaryOnly = noEstimate('it is defined for two symbols only');

/** Computes the estimators of a group. */
export function estimateGroup(group: EstimatorGroup, sequence: Sequence, z: number, tell?: Tell): Partial<Estimates> {
  const options = { z, tell };
  switch (group) {
    case 'simple': {
      const binary = sequence.alphabet <= 2;
      return {
        mcv: mostCommonValue(sequence, { z }),
        collision: binary ? collision(sequence, { z }) : binaryOnly,
        markov: binary ? markov(sequence) : binaryOnly,
        compression: binary ? compression(sequence, { z }) : binaryOnly,
      };
    }
    case 'tuples':
      return tupleEstimates(sequence, options);
    case 'multiMcw':
      return { multiMcw: multiMcw(sequence, options) };
    case 'lag':
      return { lag: lag(sequence, options) };
    case 'multiMmc':
      return { multiMmc: multiMmc(sequence, options) };
    case 'lz78y':
      return { lz78y: lz78y(sequence, options) };
  }
}
