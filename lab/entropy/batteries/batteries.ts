/** What a file of bits can be assessed by, and what comes of it. */
import type { EntAssessment } from '../ent/index.js';
import type { FipsAssessment } from '../fips140/index.js';
import type { HealthLimits } from '../health/health-limits.js';
import type { HealthAlarm, HealthTestName } from '../health/health-alarm.js';
import type { SecondLevelRow, StsParameters, StsTestId } from '../sp800-22/index.js';
import type { IidAssessment } from '../sp800-90b/iid/index.js';
import type { NonIidAssessment } from '../sp800-90b/index.js';
import type { RestartAssessment } from '../sp800-90b/restart/index.js';
import type { BitSummary } from './bit-summary.js';
import type { FileOrigin } from './file-origin.js';
import type { PRow, StsVerdict, Verdict } from './verdict.js';

/** Batteries, cheapest first. */
export const BATTERIES = ['bits', 'health', 'ent', 'fips', 'non-iid', 'sts', 'iid', 'restart'] as const;
/** One of {@link BATTERIES}. */
export type BatteryName = (typeof BATTERIES)[number];

/** What to assess, and how. Bits are packed, the first in the least significant place, as boards' files have them. */
export interface BatteryRequest {
  readonly battery: BatteryName;
  /** The file of bits. */
  readonly path: string;
  /** Of `health`: claim per bit that the cutoffs follow from; of `restart`: initial assessment per bit. */
  readonly minEntropy?: number | undefined;
  /** Of `health`: a of the level 2^−a. */
  readonly alphaExponent?: number | undefined;
  /** Of `sts`: significance; default 0.01. */
  readonly alpha?: number | undefined;
  /** Of `sts`: streams that the bits are cut into; default 1. */
  readonly streams?: number | undefined;
  /** Of `sts`: tests to run; default all. */
  readonly tests?: readonly StsTestId[] | undefined;
  readonly parameters?: Partial<StsParameters> | undefined;
  /** Of `iid`: seed of the shuffles; default 1. */
  readonly seed?: number | undefined;
  /** Of `iid`: shuffles; default the standard's 10,000. */
  readonly rounds?: number | undefined;
  /** Of `non-iid`: what the maker claims per bit. */
  readonly submitter?: number | undefined;
}

/** The two approved tests and the developer-defined ones over a file. */
export interface HealthFindings {
  readonly minEntropy: number;
  readonly alphaExponent: number;
  readonly limits: HealthLimits;
  readonly tests: readonly {
    readonly test: HealthTestName;
    readonly failures: number;
    /** Bit with which the first failure was sure. */
    readonly firstFailure: number | null;
  }[];
  /** The first hundred. */
  readonly alarms: readonly HealthAlarm[];
}

/** The fifteen tests as rows. */
export interface StsFindings {
  readonly length: number;
  readonly streams: number;
  readonly alpha: number;
  readonly parameters: StsParameters;
  /** Of the only stream, or of the first of many. */
  readonly rows: readonly PRow[];
  /** All p-values of all streams in twentieths of 0 … 1. */
  readonly histogram: readonly number[];
  readonly overall: StsVerdict;
  readonly secondLevel: readonly (SecondLevelRow & { readonly title: string; readonly verdict: Verdict | null })[];
}

/** What a battery found. */
export type BatteryFindings =
  | { readonly battery: 'bits'; readonly found: BitSummary }
  | { readonly battery: 'health'; readonly found: HealthFindings }
  | { readonly battery: 'ent'; readonly found: EntAssessment }
  | { readonly battery: 'fips'; readonly found: FipsAssessment }
  | { readonly battery: 'non-iid'; readonly found: NonIidAssessment }
  | { readonly battery: 'sts'; readonly found: StsFindings }
  | { readonly battery: 'iid'; readonly found: IidAssessment }
  | { readonly battery: 'restart'; readonly found: RestartAssessment };

/** A whole result: what was found, of which bits. */
export type BatteryResult = BatteryFindings & {
  readonly file: string;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where the bits come from; absent without a record beside the file. */
  readonly origin?: FileOrigin;
  readonly summary: BatterySummary;
};

/** The line of a history. */
export interface BatterySummary {
  readonly verdict: Verdict | null;
  /** Assessed min-entropy per bit, where the battery gives one. */
  readonly minEntropy: number | null;
  /** One line for people. */
  readonly text: string;
}
