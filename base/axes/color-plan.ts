import type { AxisOptions, Numbers } from './axis-options.js';
import { extentOf, planAxis, type AxisPlan } from './axis-plan.js';

/** What decides on the colour axis of a map. */
export interface ColorOptions {
  readonly value: AxisOptions;
  /** A map that diverges is centred whatever the data. */
  readonly colors?: string;
  /** Middle of a diverging map, SI; default 0.5, for probabilities. */
  readonly center?: number;
}

/** Plans the colour axis of a map. @param name of the axis in errors */
export function colorPlan(name: string, { value, colors, center = 0.5 }: ColorOptions, values: Numbers): AxisPlan {
  const extent = extentOf([values], value.scale === 'log');
  if (colors !== 'diverging' || extent === undefined) return planAxis(name, value, extent, 0);
  const low = value.min ?? extent.min;
  const high = value.max ?? extent.max;
  const { min: _min, max: _max, ...free } = value;
  if (value.scale === 'log') {
    const ratio = Math.max(high / center, center / low);
    return planAxis(name, value, { min: center / ratio, max: center * ratio, whole: false }, 0);
  }
  const reach = Math.max(high - center, center - low);
  return planAxis(name, free, { min: center - reach, max: center + reach, whole: false }, 0);
}
