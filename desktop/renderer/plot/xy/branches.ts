/** Loops as branches: what was measured upwards and what downwards, each over ascending x. */
import type { Numbers } from '../../../../base/axes/index.js';
import type { FigureSeries } from '../../../../lab/plot/index.js';
import type { PlotSeries } from './model.js';

/** Runs from which on a curve is no loop of sweeps but a path. */
const MOST_RUNS = 40;

interface Run {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly rising: boolean;
}

/** Stretches over which x goes one way; neighbours share their turning point. */
function runsOf(x: Numbers): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let direction = 0;
  for (let i = 1; i < x.length; i += 1) {
    const step = Math.sign(x[i]! - x[i - 1]!);
    if (step === 0 || Number.isNaN(step)) continue;
    if (direction !== 0 && step !== direction) {
      runs.push({ from, to: i, rising: direction > 0 });
      from = i - 1;
    }
    direction = step;
  }
  if (x.length > 0) runs.push({ from, to: x.length, rising: direction >= 0 });
  return runs;
}

/**
 * The branches of a curve whose x turns: those that rise are drawn solid, those that fall with dashes and dots, in one colour. A curve that does not turn is itself, and
 * so is one that turns too often to be a sweep.
 * @param color number in the palette
 */
export function branchesOf(series: FigureSeries, color: number): PlotSeries[] {
  const runs = runsOf(series.x);
  const falls = runs.some(({ rising }) => !rising);
  if (!falls || runs.length > MOST_RUNS || series.draw === 'markers') return [{ ...series, color }];
  const named = new Set<boolean>();
  return runs.map(({ from, to, rising }): PlotSeries => {
    const cut = (values: Numbers): Numbers => {
      const part = Array.from({ length: to - from }, (_, i) => values[from + i]!);
      return rising ? part : part.reverse();
    };
    // Repeated sweeps share one entry of the legend.
    const label = named.has(rising) ? {} : { label: `${series.label ?? ''} ${rising ? '↑' : '↓'}`.trim() };
    named.add(rising);
    const { label: _label, lower, upper, ...rest } = series;
    return {
      ...rest,
      ...label,
      color,
      falling: !rising,
      x: cut(series.x),
      y: cut(series.y),
      ...(lower === undefined || upper === undefined ? {} : { lower: cut(lower), upper: cut(upper) }),
    };
  });
}
