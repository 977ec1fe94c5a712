import { checkNumber } from '../../../../base/check.js';
import { runUnits, type ParallelOptions } from '../../parallel/run-units.js';
import type { Estimate } from '../estimate.js';
import { ESTIMATOR_GROUPS, ESTIMATORS, type EstimatorId, type Estimates } from '../estimators.js';
import type { MinEntropies } from '../assessment.js';
import { literalSequence, type Sequence } from '../samples.js';
import { RESTART_ROW_ALPHA, restartCutoff, RESTARTS } from './restart-cutoff.js';
import { largestCount, restartSets, type RestartMaximum } from './restart-sets.js';
import { RESTART_UNITS } from './restart-unit.js';

/** Samples of a restart test: 1000 restarts of 1000. */
export const RESTART_SAMPLES = RESTARTS * RESTARTS;

type Reasons = Readonly<Partial<Record<EstimatorId, string>>>;

/** What restart data say. SP 800-90B-style: only a laboratory validates a source. */
export interface RestartAssessment {
  /** Whether the sanity check and the validation test passed. */
  readonly passed: boolean;
  readonly bitsPerSample: number;
  /** H_I, from the assessment of one long stretch; bits a sample. */
  readonly hInitial: number;
  /** No symbol may be commoner in any row or column than the initial assessment lets one expect. */
  readonly sanity: {
    readonly xMax: number;
    readonly cutoff: number;
    /** False-alarm probability of one row or column. */
    readonly alpha: number;
    readonly passed: boolean;
    readonly at: RestartMaximum;
  };
  /** Least estimate for the row data set, bits a sample. */
  readonly hRow: number;
  /** Least estimate for the column data set. */
  readonly hColumn: number;
  readonly validation: {
    readonly passed: boolean;
    readonly rows: MinEntropies;
    readonly columns: MinEntropies;
    /** Why an estimator gives no result. */
    readonly reasons: { readonly rows: Reasons; readonly columns: Reasons };
  };
  /** min(hRow, hColumn, hInitial) if both tests passed, else 0: a source that fails is awarded nothing. */
  readonly minEntropy: number;
}

/**
 * Restart tests (SP 800-90B, 3.1.4) by the literal estimators of sources that are not IID, on worker threads. As in NIST's tool the samples are not
 * assessed as a bit string.
 * @param samples 1000 restarts of 1000 samples, row after row, one a byte in the low bits
 * @param bits width of a sample, 1 to 8
 * @param hInitial assessed min-entropy of a sample, above 0 and not above `bits`
 * @throws TypeError, RangeError for wrong sizes or values; the signal's reason
 */
export async function assessRestart(
  samples: Uint8Array,
  bits: number,
  hInitial: number,
  options: ParallelOptions = {},
): Promise<RestartAssessment> {
  checkNumber('samples.length', samples.length, { min: RESTART_SAMPLES, max: RESTART_SAMPLES });
  checkNumber('hInitial', hInitial, { min: Number.MIN_VALUE, max: checkNumber('bits', bits, { min: 1, max: 8 }) });
  const data = restartSets(samples);
  const at = largestCount(data);
  const cutoff = restartCutoff(hInitial);
  const sets = [literalSequence(data.rows, bits), literalSequence(data.columns, bits)];
  const [rows, columns] = await estimateSets(sets, options);
  const [hRow, hColumn] = [least(rows!.values, bits), least(columns!.values, bits)];
  const sane = at.count <= cutoff;
  const validated = Math.min(hRow, hColumn) >= hInitial / 2;
  const passed = sane && validated;
  return {
    passed,
    bitsPerSample: bits,
    hInitial,
    sanity: { xMax: at.count, cutoff, alpha: RESTART_ROW_ALPHA, passed: sane, at },
    hRow,
    hColumn,
    validation: {
      passed: validated,
      rows: rows!.values,
      columns: columns!.values,
      reasons: { rows: rows!.reasons, columns: columns!.reasons },
    },
    minEntropy: passed ? Math.min(hRow, hColumn, hInitial) : 0,
  };
}

/** Estimates of a set. */
interface SetEstimates {
  readonly values: MinEntropies;
  readonly reasons: Reasons;
}

/** Estimates of both sets; of samples that never change there are none, and they are worth nothing. */
async function estimateSets(sets: readonly Sequence[], options: ParallelOptions): Promise<SetEstimates[]> {
  if (sets[0]!.alphabet < 2)
    return sets.map(() =>
      split((id) => (id === 'mcv' ? { minEntropy: 0 } : { minEntropy: null, reason: 'all samples are equal' })),
    );
  const found = await runUnits('restart', { sets }, RESTART_UNITS, options);
  return [0, 1].map((set) => {
    const estimates = Object.assign({}, ...ESTIMATOR_GROUPS.map((_, group) => found[2 * group + set])) as Estimates;
    return split((id) => estimates[id]);
  });
}

function split(estimateOf: (id: EstimatorId) => Pick<Estimate, 'minEntropy' | 'reason'>): SetEstimates {
  const found = ESTIMATORS.map((id) => [id, estimateOf(id)] as const);
  return {
    values: Object.fromEntries(found.map(([id, { minEntropy }]) => [id, minEntropy])) as MinEntropies,
    reasons: Object.fromEntries(found.flatMap(([id, { reason }]) => (reason === undefined ? [] : [[id, reason]]))),
  };
}

function least(estimates: MinEntropies, bits: number): number {
  return Math.min(bits, ...ESTIMATORS.map((id: EstimatorId) => estimates[id] ?? bits));
}
