import { formatSi } from '../../../base/index.js';
import { type SwitchingMap, switchingMap } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { cellStateOf } from '../../device/conditions.js';
import { mapFigure } from '../../device/map-figure.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { DEFAULT_DEVICE, loadDevice } from '../../device/read-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { assertWritable, writeOutput } from '../../output-file.js';
import { table } from '../../table.js';
import { numericsOf, type TrialFlags } from './switching.js';

/** The flags of `spindrift device map`. */
export interface DeviceMapFlags extends TrialFlags, PlotFlags {
  readonly voltage: number[];
  readonly width: number[];
  readonly csv?: string;
}

/** `spindrift device map`: switching probability over voltage and width. */
export const deviceMap: CommandAction<DeviceMapFlags> = async (context, flags) => {
  const { out, signal } = context;
  const { field = [0, 0, 0], start = 'up', trials = 1024, seed = 1, csv } = flags;
  await checkPlot(flags);
  if (csv !== undefined) await assertWritable(csv, flags.force === true, '--csv');
  const device = await loadDevice(flags.device ?? DEFAULT_DEVICE);
  const map = await showProgress(context, 'blocks of trials', (onProgress) =>
    switchingMap({
      device,
      field,
      voltagesV: flags.voltage,
      widthsS: flags.width,
      start: cellStateOf(start),
      trials,
      seed,
      signal,
      onProgress,
      ...numericsOf(flags),
    }),
  );
  const temperature = flags.temperature ?? device.temperature;
  await writePlot(flags, () => mapFigure(map, { device, field, start, temperature, seed }));
  if (csv !== undefined) await writeOutput(csv, csvOf(map));
  const result = {
    device: device.name,
    field,
    start,
    temperature,
    seed,
    trials,
    voltages: map.voltagesV,
    widths: map.widthsS,
    points: rowsOf(map).map(({ voltage, width, point: { switched, p, ci95 } }) => ({
      voltage,
      width,
      switched,
      p,
      ci95,
    })),
  };
  out.result(result, () => describe(map));
  return EXIT.done;
};

function rowsOf({ voltagesV, widthsS, points }: SwitchingMap) {
  return voltagesV.flatMap((voltage, row) =>
    widthsS.map((width, column) => ({ voltage, width, point: points[row * widthsS.length + column]! })),
  );
}

function csvOf(map: SwitchingMap): string {
  const rows = rowsOf(map).map(({ voltage, width, point: { trials, switched, p, ci95 } }) =>
    [voltage, width, trials, switched, p, ...ci95].join(','),
  );
  return `${['voltage_V,width_s,trials,switched,p,p_low95,p_high95', ...rows].join('\n')}\n`;
}

/** Columns that fit on a terminal. */
const COLUMNS = 9;

/** The probabilities as a table, thinned to what can be read; the whole map is in `--csv` and `--json`. */
function describe({ voltagesV, widthsS, points, trials }: SwitchingMap): string {
  const shown = Array.from({ length: widthsS.length }, (_, i) => i).filter(
    (i) => i % Math.ceil(widthsS.length / COLUMNS) === 0,
  );
  const widest = Math.max(...points.map(({ ci95 }) => ci95[1] - ci95[0])) / 2;
  return [
    `switching probability, ${trials} trials a point; 95 % intervals (Wilson) of at most ±${widest.toPrecision(2)}`,
    table(
      [],
      [
        ['', ...shown.map((i) => formatSi(widthsS[i]!, 's', 3))],
        ...voltagesV.map((voltage, row) => [
          formatSi(voltage, 'V', 3),
          ...shown.map((i) => points[row * widthsS.length + i]!.p.toFixed(3)),
        ]),
      ],
      shown.map((_, i) => i + 1),
    ),
  ].join('\n');
}
