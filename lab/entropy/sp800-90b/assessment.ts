import { type Estimate, Z_99 } from './estimate.js';
import { ESTIMATOR_GROUPS, ESTIMATORS, type EstimatorGroup, type EstimatorId, type Estimates } from './estimators.js';
import { bitString, literalSequence, type Sequence } from './samples.js';
import { checkNumber } from '../../../base/index.js';

/** Min-entropies of a sequence in bits a symbol; null where an estimator gives no result. */
export type MinEntropies = Readonly<Record<EstimatorId, number | null>>;
/** The samples themselves, or the bits that they are written in. */
export type SequenceName = 'literal' | 'bitstring';

/** How samples are assessed. */
export interface NonIidOptions {
  /** H_submitter: what the maker of the source claims, bits a sample. */
  readonly submitter?: number | undefined;
  /** The samples come out of a conditioning function: the bit string alone is assessed, for h′ (SP 800-90B 3.1.5.2). */
  readonly conditioned?: boolean | undefined;
  /** Quantile of the bounds; default 2.5758…, 99 %. */
  readonly z?: number;
}

/** What the estimators for sources that are not IID make of samples. SP 800-90B-style: only a laboratory validates a source. */
export interface NonIidAssessment {
  readonly samples: number;
  readonly bitsPerSample: number;
  /** Distinct values that occur. */
  readonly distinct: number;
  /** Assessed min-entropy, bits a sample: min(H_original, bitsPerSample × H_bitstring, H_submitter). */
  readonly minEntropy: number;
  /** Least estimate for the samples, bits a sample; null if they were not assessed. */
  readonly hOriginal: number | null;
  /** Least estimate for the bit string, bits a bit; null if it was not assessed. With `conditioned` this is h′. */
  readonly hBitstring: number | null;
  readonly hSubmitter: number | null;
  readonly conditioned: boolean;
  /** Of the samples. */
  readonly estimators: MinEntropies;
  /** Of the bit string, where one was assessed. */
  readonly bitstring?: MinEntropies;
  /** What made the least figure. */
  readonly limitedBy:
    { readonly sequence: SequenceName; readonly estimator: EstimatorId } | 'submitter' | 'width' | 'alphabet';
  /** Why an estimator gives no result. */
  readonly reasons: Readonly<Partial<Record<SequenceName, Partial<Record<EstimatorId, string>>>>>;
  /** What estimates were computed from. */
  readonly details: Readonly<Partial<Record<SequenceName, Readonly<Record<EstimatorId, Estimate['details']>>>>>;
  /** What a reader must know besides. */
  readonly remarks: readonly string[];
}

/** Samples that the standard asks for. */
export const WANTED_SAMPLES = 1_000_000;

/** One unit of an assessment. */
export interface EstimatorJob {
  readonly sequence: SequenceName;
  readonly group: EstimatorGroup;
}

/** What an assessment has to compute. */
export interface AssessmentPlan {
  readonly bits: number;
  readonly distinct: number;
  readonly length: number;
  readonly options: NonIidOptions;
  readonly z: number;
  readonly sequences: Readonly<Partial<Record<SequenceName, Sequence>>>;
  readonly jobs: readonly EstimatorJob[];
}

/** Which sequences are assessed: with two values the samples are the bit string (SP 800-90B 3.1.3). @throws RangeError, TypeError */
export function planAssessment(samples: Uint8Array, bits: number, options: NonIidOptions): AssessmentPlan {
  const { submitter, conditioned = false } = options;
  const literal = literalSequence(samples, bits);
  if (submitter !== undefined) checkNumber('submitter', submitter, { min: 0, max: bits });
  const z = checkNumber('z', options.z ?? Z_99, { min: 0, max: 40 });
  const sequences: Partial<Record<SequenceName, Sequence>> = {};
  if (literal.alphabet > 1) {
    if (conditioned || literal.alphabet > 2) sequences.bitstring = bitString(samples, bits);
    if (!conditioned) sequences.literal = literal;
  }
  const names = (['bitstring', 'literal'] as const).filter((name) => sequences[name] !== undefined);
  const jobs = ESTIMATOR_GROUPS.flatMap((group) => names.map((sequence) => ({ sequence, group })));
  return { bits, distinct: literal.alphabet, length: samples.length, options, z, sequences, jobs };
}

/** Puts together what the jobs of a plan came to, in their order. */
export function concludeAssessment(plan: AssessmentPlan, results: readonly Partial<Estimates>[]): NonIidAssessment {
  const { bits, distinct, length, options } = plan;
  const { submitter, conditioned = false } = options;
  const estimates: Partial<Record<SequenceName, Estimates>> = {};
  plan.jobs.forEach(({ sequence }, i) => {
    estimates[sequence] = { ...estimates[sequence], ...results[i] } as Estimates;
  });
  const literal = leastOf(estimates.literal, bits);
  const bitstring = leastOf(estimates.bitstring, 1);
  let minEntropy = bits;
  let limitedBy: NonIidAssessment['limitedBy'] = 'width';
  const lower = (value: number, by: NonIidAssessment['limitedBy']): void => {
    if (value < minEntropy) [minEntropy, limitedBy] = [value, by];
  };
  if (literal?.estimator !== undefined) lower(literal.value, { sequence: 'literal', estimator: literal.estimator });
  if (bitstring?.estimator !== undefined)
    lower(bits * bitstring.value, { sequence: 'bitstring', estimator: bitstring.estimator });
  if (submitter !== undefined) lower(submitter, 'submitter');
  if (distinct < 2) [minEntropy, limitedBy] = [0, 'alphabet'];
  const names = (['literal', 'bitstring'] as const).filter((name) => estimates[name] !== undefined);
  return {
    samples: length,
    bitsPerSample: bits,
    distinct,
    minEntropy,
    hOriginal: literal?.value ?? null,
    hBitstring: bitstring?.value ?? null,
    hSubmitter: submitter ?? null,
    conditioned,
    estimators: minEntropiesOf(estimates.literal),
    ...(estimates.bitstring === undefined ? {} : { bitstring: minEntropiesOf(estimates.bitstring) }),
    limitedBy,
    reasons: Object.fromEntries(names.map((name) => [name, reasonsOf(estimates[name]!)])),
    details: Object.fromEntries(names.map((name) => [name, detailsOf(estimates[name]!)])),
    remarks: remarksOf(plan),
  };
}

function leastOf(estimates: Estimates | undefined, start: number): { value: number; estimator?: EstimatorId } | null {
  if (estimates === undefined) return null;
  let least: { value: number; estimator?: EstimatorId } = { value: start };
  for (const estimator of ESTIMATORS) {
    const value = estimates[estimator].minEntropy;
    if (value !== null && value < least.value) least = { value, estimator };
  }
  return least;
}

function minEntropiesOf(estimates: Estimates | undefined): MinEntropies {
  return Object.fromEntries(ESTIMATORS.map((id) => [id, estimates?.[id].minEntropy ?? null])) as MinEntropies;
}

function reasonsOf(estimates: Estimates): Partial<Record<EstimatorId, string>> {
  return Object.fromEntries(
    ESTIMATORS.flatMap((id) => (estimates[id].reason === undefined ? [] : [[id, estimates[id].reason]])),
  );
}

function detailsOf(estimates: Estimates): Record<EstimatorId, Estimate['details']> {
  return Object.fromEntries(ESTIMATORS.map((id) => [id, estimates[id].details])) as Record<
    EstimatorId,
    Estimate['details']
  >;
}

function remarksOf({ distinct, length, bits, sequences, options }: AssessmentPlan): string[] {
  const remarks: string[] = [];
  if (distinct < 2) remarks.push('one value only: no entropy is awarded, and no estimator was run');
  if (length < WANTED_SAMPLES)
    remarks.push(`${length} samples; SP 800-90B asks for ${WANTED_SAMPLES}: fewer make every estimate lower`);
  const widest = sequences.literal ?? sequences.bitstring;
  if (distinct > 1 && distinct < 1 << bits && widest !== undefined && options.conditioned !== true)
    remarks.push(
      `${distinct} of ${1 << bits} values occur: they are numbered 0 to ${distinct - 1} for the estimators of samples`,
    );
  return remarks;
}
