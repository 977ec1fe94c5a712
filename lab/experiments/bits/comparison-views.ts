import type { PageFigure, XyFigure } from '../../plot/index.js';
import type { ExperimentView } from '../views.js';
import type { Judged } from './judged-bits.js';
import { TREATMENT_TITLES } from './treatments.js';

/** What the live pictures of a comparison show. */
export const COMPARISON_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'histogram',
    id: 'all-p-values',
    title: 'p-values of SP 800-22',
    table: 'p-values',
    value: { column: 'p', label: 'p-value', min: 0, max: 1 },
    bins: 20,
    series: { column: 'label', label: 'Bits' },
  },
];

/** Bins of a histogram of p-values. */
const BINS = 20;

/** Histograms of p-values, as points since many of them may be 0, one for each source and treatment: flat for fair independent bits, whatever made them. */
export function comparisonPage(judged: readonly Judged[], subtitle: string): PageFigure {
  const shown = judged.filter(({ pValues }) => pValues.length > 0);
  return {
    kind: 'page',
    title: 'p-values of SP 800-22',
    subtitle,
    columns: 2,
    notes: [
      'Fair independent bits give a flat histogram. So does a hashed counter, which has no entropy: a good p-value after SHA-256 says nothing of the source.',
    ],
    figures: shown.map(({ source, treatment, pValues }): XyFigure => {
      const counts = new Array<number>(BINS).fill(0);
      for (const { p } of pValues) counts[Math.min(BINS - 1, Math.floor(p * BINS))]!++;
      return {
        kind: 'line',
        title: `${source}, ${TREATMENT_TITLES[treatment]}`,
        x: { label: 'p-value', min: 0, max: 1 },
        y: { label: 'Count', min: 0 },
        references: [{ axis: 'y', value: pValues.length / BINS, label: 'flat' }],
        series: [
          { x: counts.map((_, k) => (k + 0.5) / BINS), y: counts, draw: 'both', color: source === 'board' ? 0 : 1 },
        ],
        height: 300,
      };
    }),
  };
}
