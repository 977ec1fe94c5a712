import uPlot from 'uplot';
import { plainLabel } from '../../../../base/axes/index.js';
import type { ColumnRole } from './aligned.js';
import { dashOf } from './model.js';
import { colorsOf, TEXT, ticksOf, type Scene } from './scene.js';

/** What the chart answers the library with. */
export interface ChartHooks {
  scene(): Scene;
  /** The grid and axes are drawn; what is under the curves may be added. */
  readonly drawn: (u: uPlot) => void;
  readonly moved: (u: uPlot) => void;
  readonly selected: (u: uPlot) => void;
  /** Whether the library may take a press of the mouse as the start of a zoom. */
  readonly pressed: (event: MouseEvent) => boolean;
}

/** Pixels from the axis to its labels, from them to the title, and behind it. */
const GAP = { ticks: 6, labels: 4, title: 5 } as const;

/** The options of the library for a scene. */
export function chartOptions(scene: Scene, roles: readonly ColumnRole[], hooks: ChartHooks): uPlot.Options {
  const scale = (log: boolean, [min, max]: readonly [number, number]): uPlot.Scale => ({
    time: false,
    auto: false,
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the library's enumerations exist only in its types
    distr: log ? 3 : 1,
    min,
    max,
  });
  return {
    width: scene.width,
    height: scene.height,
    padding: [10, 16, 0, 2],
    legend: { show: false },
    scales: { x: scale(scene.frame.xLog, scene.x.domain), y: scale(scene.frame.yLog, scene.y.domain) },
    axes: [axis(hooks, 'x'), axis(hooks, 'y')],
    series: [{}, ...roles.map((role) => series(role, hooks))],
    bands: bands(scene, roles, hooks),
    cursor: {
      points: { show: false },
      drag: { x: true, y: true, uni: 24, dist: 4, setScale: false },
      bind: {
        mousedown: (_u, _target, handler) => (event: MouseEvent) => {
          if (hooks.pressed(event)) handler(event);
          return null;
        },
        // A reset, which is ours.
        dblclick: () => null,
      },
    },
    hooks: { draw: [hooks.drawn], setCursor: [hooks.moved], setSelect: [hooks.selected] },
  };
}

function axis(hooks: ChartHooks, which: 'x' | 'y'): uPlot.Axis {
  const ticks = (u: uPlot) => {
    const scene = hooks.scene();
    const { width, height } = u.bbox;
    // Before the first layout there is no box yet.
    const length = (which === 'x' ? width : height) / uPlot.pxRatio || 200;
    return ticksOf(scene[which], length, which).toSorted((a, b) => a.value - b.value);
  };
  const labelled = (u: uPlot, splits: number[]): (number | null)[] => {
    const known = new Map(ticks(u).map(({ value, label }) => [value, label]));
    return splits.map((value) => (known.get(value) === undefined ? null : value));
  };
  const labels = (u: uPlot): string[] => ticks(u).map(({ label = '' }) => plainLabel(label));
  return {
    scale: which,
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the library's enumerations exist only in its types
    side: which === 'x' ? 2 : 3,
    stroke: () => hooks.scene().theme.paleInk,
    font: `${TEXT.tick}px ${hooks.scene().theme.font}`,
    gap: GAP.ticks,
    splits: (u) => ticks(u).map(({ value }) => value),
    values: labels,
    filter: (_u, splits) => splits,
    size: (u, values) => axisSize(u, which, values, hooks),
    grid: { stroke: () => hooks.scene().theme.grid, width: 1, filter: labelled },
    ticks: { stroke: () => hooks.scene().theme.grid, width: 1, size: 4, filter: labelled },
  };
}

function axisSize(u: uPlot, which: 'x' | 'y', values: string[] | null, hooks: ChartHooks): number {
  const title = hooks.scene()[which].title === '' ? 0 : TEXT.title + GAP.labels + GAP.title;
  if (which === 'x') return 4 + GAP.ticks + TEXT.tick + 2 + title;
  u.ctx.font = `${TEXT.tick}px ${hooks.scene().theme.font}`;
  const widest = Math.max(8, ...(values ?? []).map((text) => u.ctx.measureText(text).width));
  return 4 + GAP.ticks + Math.ceil(widest) + title;
}

function series({ series: number, part }: ColumnRole, hooks: ChartHooks): uPlot.Series {
  const scene = hooks.scene();
  const look = scene.looks[number]!;
  const color = (): string => {
    const now = hooks.scene();
    return colorsOf(now)(now.looks[number]!);
  };
  const shape = {
    scale: 'y',
    points: { show: false },
    ...(look.series.steps === true ? { paths: uPlot.paths.stepped!({ align: 1 }) } : {}),
  };
  if (part !== 'y' || !look.line) return { ...shape, width: 0 };
  return {
    ...shape,
    stroke: color,
    width: look.interval === 'band' ? 1.5 : 1.25,
    dash: [...dashOf(look)],
    ...(look.series.fill === 'floor'
      ? { fill: () => translucent(color(), 0.22), fillTo: (u: uPlot) => u.scales['y']!.min ?? 0 }
      : {}),
  };
}

/** Areas between two columns: the two ends of an interval, or a series and the one that it is stacked on. */
function bands({ looks }: Scene, roles: readonly ColumnRole[], hooks: ChartHooks): uPlot.Band[] {
  const at = (series: number, part: ColumnRole['part']): number =>
    roles.findIndex((role) => role.series === series && role.part === part) + 1;
  const fill = (number: number, share: number) => (): string => {
    const scene = hooks.scene();
    return translucent(colorsOf(scene)(scene.looks[number]!), share);
  };
  return looks.flatMap(({ series }, number): uPlot.Band[] => {
    const between: uPlot.Band[] = [];
    if (at(number, 'lower') > 0)
      between.push({ series: [at(number, 'upper'), at(number, 'lower')], fill: fill(number, 0.24) });
    if (typeof series.fill === 'number' && at(series.fill, 'y') > 0)
      between.push({ series: [at(number, 'y'), at(series.fill, 'y')], fill: fill(number, 0.45) });
    return between;
  });
}

/** A colour that lets what is below shine through. */
export function translucent(color: string, share: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(100 * share)}%, transparent)`;
}
