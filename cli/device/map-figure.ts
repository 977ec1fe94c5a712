import { formatSi } from '../../base/index.js';
import type { DeviceParameters, SwitchingMap } from '../../board-sim/device/index.js';
import type { FigureAxis, FigureSeries, PageFigure, PlotFigure } from '../../lab/plot/index.js';
import { fieldText, labelText } from './conditions.js';

/** What a map was computed for. */
export interface MapConditions {
  readonly device: DeviceParameters;
  readonly field: readonly [number, number, number];
  readonly start: 'up' | 'down';
  readonly temperature: number;
  readonly seed: number;
}

/** Cuts shown beside a map. */
const CUTS = 4;

/** The map, and cuts along both axes with their intervals. An axis of one value is left out. */
export function mapFigure(map: SwitchingMap, conditions: MapConditions): PageFigure {
  const { voltagesV, widthsS, trials } = map;
  const { device, field, start, temperature, seed } = conditions;
  const width: FigureAxis = { label: 'Pulse width', unit: 's' };
  const voltage: FigureAxis = { label: 'Pulse voltage', unit: 'V' };
  const figures: PlotFigure[] = [];
  if (isRising(voltagesV) && isRising(widthsS))
    figures.push({
      kind: 'heatmap',
      title: 'Switching probability',
      x: width,
      y: voltage,
      value: { label: 'Switching probability', min: 0, max: 1 },
      xs: widthsS,
      ys: voltagesV,
      values: map.points.map(({ p }) => p),
      contours: [0.5],
    });
  if (widthsS.length > 1)
    figures.push(
      cuts('Against the width', width, widthsS, voltagesV, 'V', (v, w) => map.points[v * widthsS.length + w]!),
    );
  if (isRising(voltagesV))
    figures.push(
      cuts('Against the voltage', voltage, voltagesV, widthsS, 's', (w, v) => map.points[v * widthsS.length + w]!),
    );
  if (figures.length === 3)
    figures.push({
      kind: 'heatmap',
      title: 'Half the 95 % interval',
      x: width,
      y: voltage,
      value: { label: 'Half width', min: 0 },
      xs: widthsS,
      ys: voltagesV,
      values: map.points.map(({ ci95 }) => (ci95[1] - ci95[0]) / 2),
      colors: 'cividis',
    });
  return {
    kind: 'page',
    title: `Switching probability of ${device.name}, from ${start === 'up' ? 'parallel' : 'antiparallel'}`,
    subtitle: [
      'Modelled',
      fieldText(field),
      formatSi(temperature, 'K'),
      `${trials.toLocaleString('en')} trials a point`,
      `seed ${seed}`,
      'bands are 95 % Wilson intervals',
    ].join('; '),
    columns: Math.min(figures.length, 2),
    figures,
  };
}

function cuts(
  title: string,
  x: FigureAxis,
  along: readonly number[],
  across: readonly number[],
  unit: string,
  pointOf: (across: number, along: number) => SwitchingMap['points'][number],
): PlotFigure {
  const count = Math.min(CUTS, across.length);
  const chosen = Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * across.length) / count));
  return {
    kind: 'line',
    title,
    x,
    y: { label: 'Switching probability', min: 0, max: 1 },
    series: chosen.map((row): FigureSeries => {
      const points = along.map((_, i) => pointOf(row, i));
      return {
        label: labelText(across[row]!, unit),
        x: along,
        y: points.map(({ p }) => p),
        lower: points.map(({ ci95 }) => ci95[0]),
        upper: points.map(({ ci95 }) => ci95[1]),
      };
    }),
  };
}

function isRising(values: readonly number[]): boolean {
  return values.length > 1 && values.every((value, i) => i === 0 || value > values[i - 1]!);
}
