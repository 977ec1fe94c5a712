import type { BitRecord } from '../bit-record.js';
import { rawBitsPerDigest, type ConditionerName } from '../condition/conditioner.js';
import { debiasedCredit } from '../debias/debias.js';
import { DEFAULT_ALPHA, type AlphaExponents } from '../health/cutoffs.js';
import type { HealthLimits } from '../health/health-limits.js';
import type { CollectTapOptions } from './collect-tap.js';
import type { EntropyTap } from './open-tap.js';
import { DEFAULT_EXPANSION, type DrbgName } from './seeded-output.js';
import { STARTUP_BITS } from './tap-core.js';
import type { TapAssessment, TapCounters, TapEvent, TapMode, TapState } from './tap-types.js';

/** Events that a record lists; the counters count all. */
export const MOST_EVENTS = 1000;

/** How bytes were made of raw bits, and what happened meanwhile. */
export interface TapPart {
  /** In the words of SP 800-90C; no claim that it is one. */
  readonly shape: string;
  /** Null until a self-assessment was done. */
  readonly assessment: (TapAssessment & { readonly doubts: readonly string[] }) | null;
  readonly alpha: AlphaExponents;
  readonly tests: 'approved' | 'all';
  readonly startupBits: number;
  readonly limits: HealthLimits | null;
  readonly conditioner?: ConditionerName;
  /** Bits at the conditioner's entrance that make 256 bits of output. */
  readonly bitsPerDigest?: number;
  readonly drbg?: DrbgName;
  readonly expansion?: number;
  readonly state: TapState;
  readonly counters: TapCounters;
  readonly events: readonly TapEvent[];
}

/** All that is known of bytes that came through a tap: the record of their raw bits, and of the tap. */
export interface TapRecord extends Omit<
  BitRecord,
  'mode' | 'processing' | 'xorStages' | 'vonNeumann' | 'boardSummary' | 'order' | 'health'
> {
  readonly mode: TapMode;
  /** Of the raw bits, before the tap. */
  readonly rawOrder: BitRecord['order'];
  readonly tap: TapPart;
}

const SHAPES: Readonly<Record<TapMode, string>> = {
  raw: 'raw bits, told about by the tests and filtered by nothing',
  debiased: 'non-vetted conditioning: never full entropy',
  conditioned: 'a noise source with health tests and vetted conditioning (SP 800-90B-shaped)',
  drbg: 'a generator reseeded from its own source (RBG2(P)-shaped, SP 800-90C)',
};

/** What a record says of a tap now. */
export function tapRecordOf(tap: EntropyTap, options: CollectTapOptions, events: readonly TapEvent[]): TapPart {
  const { mode, debias, conditioner = 'sha-256', drbg = 'ctr', expansion = DEFAULT_EXPANSION, doubts = [] } = options;
  const { assessment } = tap;
  const conditions = mode === 'conditioned' || mode === 'drbg';
  const credit =
    assessment === undefined || debias === undefined
      ? assessment?.minEntropy
      : debiasedCredit(assessment.minEntropy, debias.minEntropy);
  return {
    shape: SHAPES[mode],
    assessment: assessment === undefined ? null : { ...assessment, doubts },
    alpha: { ...DEFAULT_ALPHA, ...options.alpha },
    tests: options.tests ?? 'all',
    startupBits: options.startupBits ?? STARTUP_BITS.default,
    limits: tap.limits ?? null,
    ...(conditions ? { conditioner } : {}),
    ...(conditions && credit !== undefined ? { bitsPerDigest: rawBitsPerDigest(credit) } : {}),
    ...(mode === 'drbg' ? { drbg, expansion } : {}),
    state: tap.state,
    counters: tap.counters,
    events: [...events],
  };
}
