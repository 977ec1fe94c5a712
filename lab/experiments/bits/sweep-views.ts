import { ESTIMATOR_NAMES, ESTIMATORS } from '../../entropy/sp800-90b/index.js';
import type { PageFigure, XyFigure } from '../../plot/index.js';
import type { ExperimentView } from '../views.js';
import { curveOf, type SweepPoint } from './sweep-points.js';

const WIDTH = { column: 'width_s', label: 'Pulse width', unit: 's' } as const;
const CURVE = { column: 'curve', label: 'Amplitude and folding' } as const;

/** What the pictures of a sweep show. */
export const SWEEP_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'line',
    id: 'min-entropy',
    title: 'Assessed min-entropy of a bit',
    table: 'points',
    x: WIDTH,
    y: [{ column: 'min_entropy', label: 'Min-entropy a bit', draw: 'both', min: 0, max: 1 }],
    series: CURVE,
  },
  {
    kind: 'line',
    id: 'min-entropy-per-raw-bit',
    title: 'Min-entropy that is left of each raw bit',
    table: 'points',
    x: WIDTH,
    y: [{ column: 'min_entropy_per_raw_bit', label: 'Min-entropy a raw bit', draw: 'both', min: 0, max: 1 }],
    series: CURVE,
  },
  {
    kind: 'line',
    id: 'share-of-ones',
    title: 'Share of ones',
    table: 'points',
    x: WIDTH,
    y: [{ column: 'p', label: 'Share of ones', draw: 'both', lower: 'lower', upper: 'upper' }],
    series: CURVE,
    references: [{ axis: 'y', value: 0.5 }],
  },
];

/** All estimators against the width, a plot for each amplitude and depth of XOR. */
export function sweepPage(points: readonly SweepPoint[], subtitle: string): PageFigure {
  const curves = [...new Set(points.map(curveOf))];
  return {
    kind: 'page',
    title: 'Estimators of min-entropy',
    subtitle,
    columns: 2,
    notes: [
      'The least of them is what is assessed. Estimators in the style of SP 800-90B; only a laboratory validates a source.',
    ],
    figures: curves.map((curve): XyFigure => {
      const on = points.filter((point) => curveOf(point) === curve).sort((a, b) => a.widthS - b.widthS);
      return {
        kind: 'line',
        title: curve,
        x: { label: WIDTH.label, unit: 's' },
        y: { label: 'Min-entropy a bit', min: 0, max: 1 },
        series: ESTIMATORS.map((id, color) => ({
          label: ESTIMATOR_NAMES[id][0],
          color,
          draw: 'both' as const,
          x: on.map(({ widthS }) => widthS),
          y: on.map(({ assessment }) => assessment.estimators[id] ?? NaN),
        })),
      };
    }),
  };
}
