import { gridShape } from '../../base/axes/index.js';
import { checkNumber, checkOneOf } from '../../base/index.js';
import type {
  Figure,
  FigureAxis,
  FigureSeries,
  HeatmapFigure,
  HistogramFigure,
  Numbers,
  PageFigure,
  ReferenceLine,
  SphereFigure,
  XyFigure,
} from './figure.js';

const KINDS = ['line', 'scatter', 'histogram', 'heatmap', 'sphere', 'page'] as const;

/**
 * Checks a description whole, so that drawing can trust it.
 * @throws TypeError for a wrong type, RangeError for a wrong value; both name the field from `name` on
 */
export function checkFigure(name: string, figure: Figure): void {
  checkObject(name, figure);
  checkOneOf(`${name}.kind`, figure.kind, KINDS);
  checkText(`${name}.title`, figure.title);
  if (figure.subtitle !== undefined) checkText(`${name}.subtitle`, figure.subtitle);
  for (const [i, note] of checkList(`${name}.notes`, figure.notes ?? []).entries())
    checkText(`${name}.notes[${i}]`, note);
  if (figure.kind === 'page') {
    checkPage(name, figure);
    return;
  }
  if (figure.width !== undefined) checkNumber(`${name}.width`, figure.width, { min: 240, max: 4000 });
  if (figure.height !== undefined) checkNumber(`${name}.height`, figure.height, { min: 160, max: 4000 });
  if (figure.kind === 'histogram') checkHistogram(name, figure);
  else if (figure.kind === 'heatmap') checkHeatmap(name, figure);
  else if (figure.kind === 'sphere') checkSphere(name, figure);
  else checkXy(name, figure);
}

function checkPage(name: string, { figures, columns }: PageFigure): void {
  for (const [i, figure] of checkFilled(`${name}.figures`, checkList(`${name}.figures`, figures)).entries()) {
    const panel = `${name}.figures[${i}]`;
    checkObject(panel, figure);
    checkOneOf(`${panel}.kind`, figure.kind, ['line', 'scatter', 'histogram', 'heatmap', 'sphere']);
    checkFigure(panel, figure);
  }
  if (columns !== undefined) checkNumber(`${name}.columns`, columns, { min: 1, integer: true });
}

function checkXy(name: string, figure: XyFigure): void {
  checkAxis(`${name}.x`, figure.x);
  checkAxis(`${name}.y`, figure.y);
  const series = checkFilled(`${name}.series`, checkList(`${name}.series`, figure.series));
  for (const [i, one] of series.entries()) checkSeries(`${name}.series[${i}]`, one);
  checkReferences(`${name}.references`, figure.references);
}

function checkHistogram(name: string, figure: HistogramFigure): void {
  checkAxis(`${name}.x`, figure.x);
  const populations = checkFilled(`${name}.populations`, checkList(`${name}.populations`, figure.populations));
  for (const [i, { values, label, color }] of populations.entries()) {
    const population = `${name}.populations[${i}]`;
    checkFilled(`${population}.values`, checkNumbers(`${population}.values`, values));
    checkLook(population, label, color);
  }
  if (figure.bins !== undefined) checkNumber(`${name}.bins`, figure.bins, { min: 1, max: 1000, integer: true });
  if (figure.countScale !== undefined) checkOneOf(`${name}.countScale`, figure.countScale, ['linear', 'log']);
  checkReferences(`${name}.references`, figure.references);
}

function checkHeatmap(name: string, figure: HeatmapFigure): void {
  for (const axis of ['x', 'y', 'value'] as const) checkAxis(`${name}.${axis}`, figure[axis]);
  const { length } = checkNumbers(`${name}.values`, figure.values);
  const sides = [];
  for (const key of ['xs', 'ys'] as const) {
    const values = checkFilled(`${name}.${key}`, checkNumbers(`${name}.${key}`, figure[key]));
    for (let i = 0; i < values.length; i += 1) {
      const min = i === 0 ? {} : { min: values[i - 1]! };
      checkNumber(`${name}.${key}[${i}]`, values[i], min);
      if (i > 0 && values[i] === values[i - 1]) {
        throw new RangeError(`${name}.${key}[${i}] must be above the one before, got ${values[i]}`);
      }
    }
    const log = figure[key === 'xs' ? 'x' : 'y'].scale === 'log';
    if (log && values[0]! <= 0) {
      throw new RangeError(`${name}.${key}[0] must be positive on a logarithmic axis, got ${values[0]}`);
    }
    sides.push(values.length);
  }
  if (gridShape(sides[0]!, sides[1]!, length) === undefined) {
    throw new RangeError(
      `${name}.values must have a value for each of ${sides[0]} columns and ${sides[1]} rows (one fewer where edges are given), got ${length}`,
    );
  }
  for (const key of ['successes', 'trials'] as const) {
    const counts =
      figure.counts === undefined ? figure.values : checkNumbers(`${name}.counts.${key}`, figure.counts[key]);
    if (counts.length !== length)
      throw new RangeError(`${name}.counts.${key} must be as long as values (${length}), got ${counts.length}`);
  }
  checkColors(name, figure);
  for (const [i, one] of checkList(`${name}.overlays`, figure.overlays ?? []).entries()) {
    checkSeries(`${name}.overlays[${i}]`, one);
  }
}

function checkColors(name: string, { colors, center, contours, aspect }: HeatmapFigure): void {
  if (colors !== undefined) checkOneOf(`${name}.colors`, colors, ['viridis', 'cividis', 'diverging']);
  if (center !== undefined) checkNumber(`${name}.center`, center);
  for (const [i, level] of checkList(`${name}.contours`, contours ?? []).entries()) {
    checkNumber(`${name}.contours[${i}]`, level);
  }
  if (aspect !== undefined) checkOneOf(`${name}.aspect`, aspect, ['fill', 'equal']);
}

function checkSphere(name: string, figure: SphereFigure): void {
  const { colorBy, view, axes } = figure;
  if (colorBy !== undefined) checkOneOf(`${name}.colorBy`, colorBy, ['time', 'pulse', 'path']);
  for (const [i, path] of checkFilled(`${name}.paths`, checkList(`${name}.paths`, figure.paths)).entries()) {
    const field = `${name}.paths[${i}]`;
    checkObject(field, path);
    checkFilled(`${field}.x`, checkNumbers(`${field}.x`, path.x));
    for (const key of ['y', 'z', 't'] as const) {
      if (key !== 't' || path.t !== undefined)
        sameLength(`${field}.${key}`, checkNumbers(`${field}.${key}`, path[key]), path.x);
    }
    if (path.pulse !== undefined) sameLength(`${field}.pulse`, path.pulse, path.x);
    if (colorBy === 'time' && path.t === undefined) throw new TypeError(`${field}.t is needed to colour by time`);
    if (colorBy === 'pulse' && path.pulse === undefined)
      throw new TypeError(`${field}.pulse is needed to colour by pulse`);
    checkLook(field, path.label, undefined);
  }
  if (view !== undefined) {
    checkNumber(`${name}.view.azimuthDeg`, view.azimuthDeg, { min: -360, max: 360 });
    checkNumber(`${name}.view.elevationDeg`, view.elevationDeg, { min: -90, max: 90 });
  }
  for (const [i, axis] of (axes ?? []).entries()) checkText(`${name}.axes[${i}]`, axis);
}

function checkSeries(name: string, series: FigureSeries): void {
  checkObject(name, series);
  checkFilled(`${name}.x`, checkNumbers(`${name}.x`, series.x));
  for (const key of ['y', 'lower', 'upper'] as const) {
    const values = series[key];
    if (key === 'y' || values !== undefined)
      sameLength(`${name}.${key}`, checkNumbers(`${name}.${key}`, values), series.x);
  }
  if ((series.lower === undefined) !== (series.upper === undefined)) {
    throw new TypeError(`${name}.lower and ${name}.upper must be given together`);
  }
  if (series.interval !== undefined) checkOneOf(`${name}.interval`, series.interval, ['bars', 'band']);
  if (series.draw !== undefined) checkOneOf(`${name}.draw`, series.draw, ['line', 'markers', 'both']);
  if (series.provenance !== undefined) checkOneOf(`${name}.provenance`, series.provenance, ['measured', 'modelled']);
  checkLook(name, series.label, series.color);
}

function checkLook(name: string, label: string | undefined, color: number | undefined): void {
  if (label !== undefined) checkText(`${name}.label`, label);
  if (color !== undefined) checkNumber(`${name}.color`, color, { min: 0, integer: true });
}

function checkReferences(name: string, references: readonly ReferenceLine[] | undefined): void {
  for (const [i, { axis, value, label }] of checkList(name, references ?? []).entries()) {
    checkOneOf(`${name}[${i}].axis`, axis, ['x', 'y']);
    checkNumber(`${name}[${i}].value`, value);
    if (label !== undefined) checkText(`${name}[${i}].label`, label);
  }
}

function checkAxis(name: string, axis: FigureAxis): void {
  checkObject(name, axis);
  checkText(`${name}.label`, axis.label);
  if (axis.unit !== undefined) checkText(`${name}.unit`, axis.unit);
  if (axis.scale !== undefined) checkOneOf(`${name}.scale`, axis.scale, ['linear', 'log']);
  for (const key of ['min', 'max'] as const) {
    if (axis[key] === undefined) continue;
    checkNumber(`${name}.${key}`, axis[key]);
    if (axis.scale === 'log' && axis[key] <= 0) {
      throw new RangeError(`${name}.${key} must be positive on a logarithmic axis, got ${axis[key]}`);
    }
  }
  if (axis.min !== undefined && axis.max !== undefined && axis.min >= axis.max) {
    throw new RangeError(`${name}.max must be above ${name}.min (${axis.min}), got ${axis.max}`);
  }
}

function checkObject(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} must be an object`);
}

function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a text, got ${typeof value}`);
}

function checkList<T>(name: string, value: readonly T[]): readonly T[] {
  const given: unknown = value;
  if (!Array.isArray(given)) throw new TypeError(`${name} must be an array`);
  return value;
}

function checkNumbers(name: string, value: unknown): Numbers {
  if (value instanceof Float64Array || value instanceof Float32Array) return value;
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array of numbers`);
  const wrong = value.findIndex((item) => typeof item !== 'number');
  if (wrong >= 0) throw new TypeError(`${name}[${wrong}] must be a number, got ${typeof value[wrong]}`);
  return value as number[];
}

function checkFilled<T extends { readonly length: number }>(name: string, values: T): T {
  if (values.length === 0) throw new RangeError(`${name} must not be empty`);
  return values;
}

function sameLength(name: string, values: { readonly length: number }, x: Numbers): void {
  if (values.length !== x.length)
    throw new RangeError(`${name} must be as long as x (${x.length}), got ${values.length}`);
}
