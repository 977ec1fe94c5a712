import { NOT_ENTROPY_MARK } from '../../entropy/bit-record.js';
import { ESTIMATOR_NAMES, type EstimatorId, ESTIMATORS, type NonIidAssessment } from '../../entropy/sp800-90b/index.js';
import { STS_TESTS, STS_TITLES, type PValue } from '../../entropy/sp800-22/index.js';
import type { Cell } from '../events.js';
import { limitOf } from './sweep-points.js';
import { TREATMENT_TITLES, type Treatment } from './treatments.js';

/** Bits of a source after a treatment, with what is said of them. */
export interface Judged {
  readonly source: 'board' | 'counter';
  readonly treatment: Treatment;
  readonly bits: number;
  /** NaN where there were too few bits to judge. */
  readonly ones: number;
  /** Absent where there were too few bits. */
  readonly assessment: NonIidAssessment | undefined;
  readonly pValues: readonly PValue[];
}

/** Significance that p-values are held against. */
const ALPHA = 0.01;

const below = (values: readonly PValue[]): number => values.filter(({ p }) => p < ALPHA).length;

/** One kind of bits as a row. */
export function judgedRow({ source, treatment, bits, ones, assessment, pValues }: Judged): Record<string, Cell> {
  const estimators = ESTIMATORS.map((id) => [id, assessment?.estimators[id] ?? NaN] as const);
  return {
    source,
    treatment,
    bits,
    p: ones / bits,
    p_values: pValues.length,
    p_values_below: below(pValues),
    min_entropy: assessment?.minEntropy ?? NaN,
    limited_by: assessment === undefined ? 'too few bits' : limitOf(assessment),
    ...(Object.fromEntries(estimators) as Record<string, number>),
  };
}

/** Everything side by side in Markdown: a column for each kind of bits; above them the mark of a board that is not real. */
export function comparisonTable(
  judged: readonly Judged[],
  { kind, uri }: { readonly kind: string; readonly uri: string },
): string {
  const row = (title: string, cell: (each: Judged) => string): string =>
    `| ${title} | ${judged.map(cell).join(' | ')} |`;
  const tests = STS_TESTS.filter((test) => judged.some(({ pValues }) => pValues.some((value) => value.test === test)));
  const lines = [
    ...(kind === 'real' ? [] : [`${NOT_ENTROPY_MARK} (board ${uri} is ${kind})`, '']),
    row('', ({ source, treatment }) => `${source}, ${TREATMENT_TITLES[treatment]}`),
    `|---|${judged.map(() => '---|').join('')}`,
    row('bits', ({ bits }) => String(bits)),
    row('share of ones', ({ ones, bits }) => (Number.isNaN(ones) ? '–' : (ones / bits).toFixed(4))),
    row('**p-values below 0.01, of all**', ({ pValues }) =>
      pValues.length === 0 ? '–' : `**${below(pValues)} of ${pValues.length}**`,
    ),
    ...tests.map((test) => row(STS_TITLES[test], ({ pValues }) => testCell(pValues.filter((p) => p.test === test)))),
    row('**assessed (least of the ten)**', ({ assessment }) => `**${assessment?.minEntropy.toFixed(3) ?? '–'}**`),
    row('least by', ({ assessment }) => (assessment === undefined ? '–' : limitWords(assessment))),
    ...(['mcv', 'markov', 'compression', 'lag'] as const).map((id) =>
      row(ESTIMATOR_NAMES[id][0], ({ assessment }) => assessment?.estimators[id]?.toFixed(3) ?? '–'),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function limitWords(assessment: NonIidAssessment): string {
  const limit = limitOf(assessment);
  if (limit === 'alphabet') return 'one value only';
  return limit in ESTIMATOR_NAMES ? ESTIMATOR_NAMES[limit as EstimatorId][0] : limit;
}

/** One p-value, or how many of several are low. */
function testCell(values: readonly PValue[]): string {
  if (values.length === 0) return '–';
  if (values.length > 2) return `${below(values)} of ${values.length} low`;
  return values.map(({ p }) => (p < 1e-4 ? '< 0.0001' : p.toFixed(4))).join(', ');
}
