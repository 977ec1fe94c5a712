import { formatSi } from '../../base/index.js';
import type { DeviceParameters, Trajectory } from '../../board-sim/device/index.js';
import type { PageFigure } from '../../lab/plot/index.js';
import { fieldText } from './conditions.js';

/** What a trajectory was computed for. */
export interface TrajectoryConditions {
  readonly device: DeviceParameters;
  readonly field: readonly [number, number, number];
  readonly temperature: number;
  readonly seed: number;
}

/** The path on the sphere, and its components, voltage and energy against time. */
export function trajectoryFigure(path: Trajectory, conditions: TrajectoryConditions): PageFigure {
  const { device, field, temperature, seed } = conditions;
  const time = { label: 'Time', unit: 's' };
  const x = path.t;
  return {
    kind: 'page',
    title: `Trajectory of the free layer, ${device.name}`,
    subtitle: [
      'Modelled',
      fieldText(field),
      temperature > 0 ? `${formatSi(temperature, 'K')}, seed ${seed}` : 'T = 0 (deterministic)',
    ].join('; '),
    columns: 2,
    figures: [
      {
        kind: 'sphere',
        title: 'On the sphere',
        paths: [{ x: path.mx, y: path.my, z: path.mz, t: path.t }],
        // A little aside, so that the path is not seen edge on.
        view: { azimuthDeg: sideOf(path) + 30, elevationDeg: 12 },
      },
      {
        kind: 'line',
        title: 'Components',
        x: time,
        y: { label: 'm', min: -1.05, max: 1.05 },
        series: [
          { label: 'm_{x}', x, y: path.mx },
          { label: 'm_{y}', x, y: path.my },
          { label: 'm_{z}', x, y: path.mz },
        ],
      },
      { kind: 'line', title: 'Voltage', x: time, y: { label: 'Voltage', unit: 'V' }, series: [{ x, y: path.voltage }] },
      {
        kind: 'line',
        title: 'Joule energy spent in the junction',
        x: time,
        y: { label: 'Energy', unit: 'J' },
        series: [{ x, y: path.jouleJ }],
      },
    ],
  };
}

/** The side of the sphere on which the path lies for the most part, degrees. */
function sideOf({ mx, my }: Trajectory): number {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return (Math.atan2(sum(my), sum(mx)) * 180) / Math.PI;
}
