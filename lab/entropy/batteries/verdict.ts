import { binomialUpperTail } from '../../../base/index.js';
import {
  pValues,
  STS_TITLES,
  type SecondLevelRow,
  type StsAssessment,
  type StsOutcomes,
  type StsParameters,
  type StsTestId,
} from '../sp800-22/index.js';

/** `REVIEW` asks for a look, and is no failure: fair bits come to it now and then. */
export type Verdict = 'PASS' | 'REVIEW' | 'FAIL';

/** A p-value below this is no chance any more: of 200 p-values of fair bits one is as low in about 1 of 5000 batteries. */
export const HOPELESS_P = 1e-6;

/** One p-value of one stream. */
export interface PRow {
  readonly test: StsTestId;
  /** The test's name for people. */
  readonly title: string;
  /** Which of its p-values; empty for the only one. */
  readonly part: string;
  /** Null where the test does not apply; `reason` says why. */
  readonly p: number | null;
  readonly reason?: string;
  readonly warning?: string;
  /** What was computed from the bits: name and value; null where the test tells none for this part. */
  readonly statistic: { readonly name: string; readonly value: number } | null;
  /** Parameters of the test, name and value. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** Null for a test that does not apply. */
  readonly verdict: Verdict | null;
}

/** What the battery says as a whole. */
export interface StsVerdict {
  readonly verdict: Verdict;
  readonly run: number;
  readonly below: number;
  readonly expectedBelow: number;
  /** P(as many below α or more) if the p-values were independent: they are not quite, so it is a hint. */
  readonly chance: number;
}

/** Verdict on one p-value: below α is for review, since fair bits come to it in α of all tests. */
export function pVerdict(p: number, alpha: number): Verdict {
  return p < HOPELESS_P ? 'FAIL' : p < alpha ? 'REVIEW' : 'PASS';
}

/** Verdict on one test over many streams, by proportion and uniformity [SP 800-22 4.2]; null with too few streams. */
export function secondLevelVerdict({ proportionPassed, uniformityPassed }: SecondLevelRow): Verdict | null {
  if (proportionPassed === null || uniformityPassed === null) return null;
  if (proportionPassed && uniformityPassed) return 'PASS';
  return proportionPassed || uniformityPassed ? 'REVIEW' : 'FAIL';
}

/** Rows of one stream, test by test. */
export function pRows(outcomes: StsOutcomes, parameters: StsParameters, alpha: number): PRow[] {
  return (Object.keys(outcomes) as StsTestId[]).flatMap((test): PRow[] => {
    const outcome = outcomes[test]!;
    const common = {
      test,
      title: STS_TITLES[test],
      parameters: parametersOf(test, parameters, outcome.details),
      ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
      ...(outcome.warning === undefined ? {} : { warning: outcome.warning }),
    };
    const values = pValues({ [test]: outcome });
    if (values.length === 0)
      return [{ ...common, part: '', p: null, statistic: statisticOf(test, '', outcome.details), verdict: null }];
    return values.map(({ part, p }) => ({
      ...common,
      part,
      p,
      statistic: statisticOf(test, part, outcome.details),
      verdict: pVerdict(p, alpha),
    }));
  });
}

/** The whole battery: FAIL if any test fails for good, REVIEW if more p-values are low than chance explains (1 in 100). */
export function stsVerdict({
  pValues: { run, below, expectedBelow },
  alpha,
  streams,
  secondLevel,
}: StsAssessment): StsVerdict {
  const chance = run === 0 ? 1 : binomialUpperTail(below, run, alpha);
  const rows = secondLevel?.map(secondLevelVerdict) ?? [];
  const hopeless =
    rows.includes('FAIL') || (secondLevel === undefined && streams.flatMap(pValues).some(({ p }) => p < HOPELESS_P));
  const verdict = hopeless ? 'FAIL' : chance < 0.01 || rows.includes('REVIEW') ? 'REVIEW' : 'PASS';
  return { verdict, run, below, expectedBelow, chance };
}

type Details = Readonly<Record<string, number | readonly number[]>>;

/** Names of what the tests compute, first the one that the p-value is made of. */
const STATISTICS: Readonly<Partial<Record<StsTestId, Readonly<Record<string, string>>>>> = {
  frequency: { sum: 'S' },
  blockFrequency: { chiSquare: 'χ²' },
  runs: { runs: 'V' },
  longestRun: { chiSquare: 'χ²' },
  rank: { chiSquare: 'χ²' },
  dft: { deviation: 'd' },
  overlapping: { chiSquare: 'χ²' },
  universal: { f: 'f' },
  approximateEntropy: { chiSquare: 'χ²' },
  randomExcursions: { cycles: 'J' },
  randomExcursionsVariant: { cycles: 'J' },
  linearComplexity: { chiSquare: 'χ²' },
};

function statisticOf(test: StsTestId, part: string, details: Details): PRow['statistic'] {
  // Those with two p-values have a statistic each.
  if (test === 'cusum') return named('z', details[part]);
  if (test === 'serial') return named(part === '1' ? '∇ψ²' : '∇²ψ²', details[part === '1' ? 'first' : 'second']);
  const [key, name] = Object.entries(STATISTICS[test] ?? {})[0] ?? [];
  return key === undefined ? null : named(name!, details[key]);
}

function named(name: string, value: number | readonly number[] | undefined): PRow['statistic'] {
  return typeof value === 'number' ? { name, value } : null;
}

function parametersOf(test: StsTestId, parameters: StsParameters, details: Details): PRow['parameters'] {
  const blocks = typeof details['blocks'] === 'number' ? { blocks: details['blocks'] } : {};
  switch (test) {
    case 'blockFrequency':
      return { M: parameters.blockFrequencyBits, ...blocks };
    case 'nonOverlapping':
      return { m: parameters.nonOverlappingBits, ...blocks };
    case 'overlapping':
      return { m: parameters.overlappingBits, ...blocks };
    case 'approximateEntropy':
      return { m: parameters.approximateEntropyBits };
    case 'serial':
      return { m: parameters.serialBits };
    case 'linearComplexity':
      return { M: parameters.linearComplexityBits, ...blocks };
    default:
      return blocks;
  }
}
