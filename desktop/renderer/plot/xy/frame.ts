import { extentOf, planAxis, type AxisPlan, type Extent } from '../../../../base/axes/index.js';
import type { XyModel } from './model.js';
import { windowOf, type Range } from './ranges.js';
import type { ViewFrame, ViewState } from './view-state.js';
import { shown } from './view-state.js';

/** Empty share of an axis beyond the data. */
const PAD = { x: 0.02, y: 0.06 } as const;

/** Extents of the data of a plot; undefined where there are none. */
export interface Extents {
  readonly x: Extent | undefined;
  readonly y: Extent | undefined;
}

/** Extents of everything that is drawn, intervals and references too. */
export function extentsOf({ series, x, y, references = [] }: Omit<XyModel, 'draw' | 'title'>): Extents {
  const at = (axis: 'x' | 'y'): number[] => references.filter((one) => one.axis === axis).map(({ value }) => value);
  return {
    x: extentOf([...series.map((one) => one.x), at('x')], x.scale === 'log'),
    y: extentOf(
      [...series.flatMap(({ y: ys, lower = [], upper = [] }) => [ys, lower, upper]), at('y')],
      y.scale === 'log',
    ),
  };
}

/**
 * What a plot shows by itself.
 * @param moving width of a window that follows the end of x
 */
export function frameOf(model: XyModel, extents: Extents, moving?: number): ViewFrame {
  const [xLog, yLog] = [model.x.scale === 'log', model.y.scale === 'log'];
  const x = planAxis('x', model.x, extents.x, moving === undefined ? PAD.x : 0).domain;
  const y = planAxis('y', model.y, extents.y, PAD.y).domain;
  return { x: moving === undefined ? x : windowOf(x, moving), y: onFloor(model, extents.y, y), xLog, yLog };
}

/** Filled series stand on the axis: what they are filled to must be its end. */
function onFloor({ series, y: axis }: XyModel, extent: Extent | undefined, [low, high]: Range): Range {
  if (axis.min !== undefined || axis.scale === 'log' || extent === undefined || extent.min < 0) return [low, high];
  return series.some(({ fill }) => fill !== undefined) ? [0, high] : [low, high];
}

/** Both axes as they are drawn now: one prefix each, suiting what is shown. */
export function plansOf(
  model: XyModel,
  extents: Extents,
  state: ViewState,
  frame: ViewFrame,
): { readonly x: AxisPlan; readonly y: AxisPlan } {
  const { x, y } = shown(state, frame);
  const plan = (name: 'x' | 'y', [min, max]: Range): AxisPlan =>
    planAxis(name, { ...model[name], min, max }, extents[name], 0);
  return { x: plan('x', x), y: plan('y', y) };
}
