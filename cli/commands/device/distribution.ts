import { formatSi } from '../../../base/index.js';
import { drawCells } from '../../../board-sim/board/index.js';
import { scenarioNamed } from '../../../board-sim/scenarios/index.js';
import type { CommandAction } from '../../context.js';
import { type CellQuantity, quantityValues } from '../../device/cell-quantities.js';
import { distributionFigure } from '../../device/distribution-figure.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { type Spread, spreadOf } from '../../device/spread.js';
import { EXIT } from '../../exit-codes.js';
import { pairs } from '../../table.js';

/** The flags of `spindrift device distribution`. */
export interface DeviceDistributionFlags extends PlotFlags {
  readonly scenario?: string;
  readonly seed?: number;
  readonly quantity?: CellQuantity;
  readonly rows?: number;
  readonly cols?: number;
  readonly tile?: number;
}

/** `spindrift device distribution`: how the cells of a simulated board's array differ. */
export const deviceDistribution: CommandAction<DeviceDistributionFlags> = async ({ out }, flags) => {
  const { seed = 1, quantity = 'resistance', rows = 64, cols = 64, tile = 0 } = flags;
  await checkPlot(flags);
  const scenario = scenarioNamed(flags.scenario ?? 'typical');
  const cells = drawCells(scenario, seed, { rows, cols }, tile);
  const drawn = quantityValues(cells, quantity);
  const spread = spreadOf(drawn.values);
  await writePlot(flags, () => distributionFigure(drawn, spread, { scenario: scenario.id, seed, rows, cols, tile }));
  const { unit, label, nominal } = drawn;
  const result = { scenario: scenario.id, seed, rows, cols, tile, quantity, unit, nominal, ...spread };
  out.result(result, () => describe(label, unit, nominal, spread));
  return EXIT.done;
};

function describe(label: string, unit: string, nominal: number, spread: Spread): string {
  const si = (value: number): string => formatSi(value, unit);
  const { n, mean, sd, median, min, max, quantiles, missing } = spread;
  return `${label.replace(/_\{(.*?)\}/g, '$1')}\n${pairs([
    ['  cells', missing === 0 ? n : `${n}, and ${missing} that are stuck, open or short`],
    ['  mean', `${si(mean)} (nominal ${si(nominal)})`],
    ['  standard deviation', `${si(sd)}, ${((100 * sd) / Math.abs(mean)).toPrecision(3)} %`],
    ['  median', si(median)],
    ['  5 % … 95 %', `${si(quantiles.p05)} … ${si(quantiles.p95)}`],
    ['  least, most', `${si(min)}, ${si(max)}`],
  ])}`;
}
