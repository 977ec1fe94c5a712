import { PlacedAxis, type AxisPlan } from '../../../../base/axes/index.js';
import type { PlotTheme } from '../draw/theme.js';
import type { SeriesLook, XyModel } from './model.js';
import type { ViewFrame, ViewState } from './view-state.js';

/** Everything that one drawing of a plot shows. */
export interface Scene {
  readonly model: XyModel;
  readonly looks: readonly SeriesLook[];
  readonly state: ViewState;
  readonly frame: ViewFrame;
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  readonly theme: PlotTheme;
  /** Size of plot and axes, pixels of the style sheet. */
  readonly width: number;
  readonly height: number;
}

/** Sizes of text, pixels of the style sheet. */
export const TEXT = { tick: 11, title: 12 } as const;
/** Least distance of labels, centre to centre. */
const SPACING = { x: 78, y: 34 } as const;

/** Ticks of an axis of a length. */
export function ticksOf(plan: AxisPlan, lengthPx: number, axis: 'x' | 'y'): PlacedAxis['ticks'] {
  return new PlacedAxis(plan, 0, lengthPx, SPACING[axis]).ticks;
}

/** Colours by number, as many as the highest number asks for. */
export function colorsOf({ looks, theme }: Pick<Scene, 'looks' | 'theme'>): (look: SeriesLook) => string {
  const count = Math.max(1, ...looks.map(({ color }) => color + 1));
  return ({ color }) => theme.series(color, count);
}

/** What makes the library start anew: everything but numbers, sizes and colours. */
export function structureOf({ model, looks }: Scene, roles: readonly unknown[]): string {
  const series = looks.map(({ dashed, estimated, line, interval, series: { steps, fill, falling } }) => [
    dashed,
    estimated,
    line,
    interval,
    steps,
    fill,
    falling,
  ]);
  return JSON.stringify([model.x.scale, model.y.scale, series, roles]);
}
