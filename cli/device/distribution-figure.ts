import type { FigureAxis, PageFigure } from '../../lab/plot/index.js';
import type { CellValues } from './cell-quantities.js';
import type { Spread } from './spread.js';

/** Which array is shown. */
export interface ArrayOrigin {
  readonly scenario: string;
  readonly seed: number;
  readonly rows: number;
  readonly cols: number;
  readonly tile: number;
}

/** How often a quantity takes its values, and where on the array. */
export function distributionFigure(
  { label, unit, nominal, values }: CellValues,
  { n, missing }: Spread,
  { scenario, seed, rows, cols, tile }: ArrayOrigin,
): PageFigure {
  const axis: FigureAxis = { label, ...(unit === '' ? {} : { unit }) };
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  return {
    kind: 'page',
    title: `${label} over the array`,
    subtitle: `Modelled; scenario ${scenario}, seed ${seed}, tile ${tile}; ${n.toLocaleString('en')} of ${(n + missing).toLocaleString('en')} cells`,
    columns: 2,
    figures: [
      {
        kind: 'histogram',
        title: 'Distribution',
        x: axis,
        countLabel: 'Cells',
        populations: [{ values }],
        references: [{ axis: 'x', value: nominal, label: 'nominal' }],
      },
      {
        kind: 'heatmap',
        title: 'Over the array',
        x: { label: 'Column' },
        y: { label: 'Row' },
        value: axis,
        xs: numbers(cols),
        ys: numbers(rows),
        values,
        aspect: 'equal',
        yDown: true,
      },
    ],
  };
}
