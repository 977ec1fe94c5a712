/** Axes, cells and labels of drawings as numbers, for whatever draws: pictures in files, plots on a page. No I/O. */
export type { AxisOptions, Numbers } from './axis-options.js';
export { asGoodAsOne, extentOf, marginOf, planAxis, type AxisPlan, type Extent } from './axis-plan.js';
export { axisScale, type AxisScale } from './axis-scale.js';
export { binEdges, countBins, defaultBins } from './bins.js';
export { edgesBetween, gridOf, gridShape, type Grid, type MapOptions } from './cells.js';
export { colorPlan, type ColorOptions } from './color-plan.js';
export { contourPlaces, type Place } from './contour-places.js';
export { markerPath } from './marker-path.js';
export { PlacedAxis, type Tick } from './placed-axis.js';
export { LABEL_SHIFT, LABEL_SMALL, plainLabel, runsOf, type LabelRun } from './rich-label.js';
