import { formatSi } from '../../base/index.js';
import type { FieldLoops, VcmaFit } from '../../board-sim/device/index.js';
import { labelText } from './conditions.js';
import type { FigureSeries, PageFigure, XyFigure } from '../../lab/plot/index.js';

/** Where a sweep comes from, for the caption. */
function caption({ temperature, dwellS, spins }: FieldLoops, seed: number): string {
  return [
    'Modelled',
    temperature > 0
      ? `${formatSi(temperature, 'K')}, ${spins.toLocaleString('en')} junctions a voltage, ${formatSi(dwellS, 's', 3)} a field, seed ${seed}`
      : 'T = 0: each field held until the junction rests',
  ].join('; ');
}

/** Resistance against field, both ways, one colour a voltage. */
export function loopFigure(loops: FieldLoops, seed: number): XyFigure {
  return {
    kind: 'line',
    title: `R–H loop of ${loops.device.name}`,
    subtitle: `${caption(loops, seed)}; solid while the field rises, dashed while it falls; mean over the junctions, at the bias`,
    x: { label: 'Field along the axis H_{z}', unit: 'A/m' },
    y: { label: 'Resistance', unit: 'Ω' },
    series: loops.loops.flatMap(({ voltage, field, resistanceUp, resistanceDown }, color): FigureSeries[] => [
      { label: labelText(voltage, 'V'), x: field, y: resistanceUp, color },
      { x: field, y: resistanceDown, color, provenance: 'modelled' },
    ]),
  };
}

/** The loops, and what the fit makes of them: coercive fields, the Hk behind them, the line, the device's own line. */
export function vcmaFigure(loops: FieldLoops, fit: VcmaFit, seed: number): PageFigure {
  const { points, hk, device, uncorrected } = fit;
  const ends = [points[0]!, points.at(-1)!].map(({ voltage }) => voltage);
  const straight = (at0: number, slope: number): number[] => ends.map((v) => at0 + slope * v);
  const bars = (of: 'hk' | 'coerciveField') => ({
    x: points.map(({ voltage }) => voltage),
    y: points.map((point) => point[of].value),
    lower: points.map((point) => point[of].value - 1.96 * point[of].standardError),
    upper: points.map((point) => point[of].value + 1.96 * point[of].standardError),
    draw: 'markers' as const,
  });
  const thermal = loops.temperature > 0;
  return {
    kind: 'page',
    title: `VCMA coefficient of ${loops.device.name} from its switching fields`,
    subtitle: caption(loops, seed),
    columns: 2,
    figures: [
      { ...loopFigure(loops, seed), title: 'R–H loops', subtitle: 'solid: field rising; dashed: falling' },
      {
        kind: 'scatter',
        title: 'Fields against the bias',
        x: { label: 'Bias voltage', unit: 'V' },
        y: { label: 'Field', unit: 'A/m' },
        series: [
          { label: thermal ? 'H_{k} from H_{c}' : 'H_{k} = H_{c}', ...bars('hk'), color: 0 },
          { label: 'fitted', x: ends, y: straight(hk.at0.value, hk.slope.value), draw: 'line', color: 0 },
          {
            label: 'the device’s own',
            x: ends,
            y: straight(device.hk, device.hkSlope),
            draw: 'line',
            provenance: 'modelled',
            color: 2,
          },
          ...(thermal
            ? ([
                { label: 'mean coercive field H_{c}', ...bars('coerciveField'), color: 1 },
                {
                  x: ends,
                  y: straight(uncorrected.coerciveField.at0.value, uncorrected.coerciveField.slope.value),
                  draw: 'line',
                  color: 1,
                },
              ] satisfies FigureSeries[])
            : []),
        ],
      },
    ],
  };
}
