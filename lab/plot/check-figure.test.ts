import { describe, expect, it } from 'vitest';
import type { Figure } from './figure.js';
import { renderPng, renderSvg } from './render.js';
import {
  fitSample,
  heatmapSample,
  histogramSample,
  lineSample,
  pageSample,
  sphereSample,
} from './testing/sample-figures.js';

const series = lineSample.series[0]!;
const path = sphereSample.paths[0]!;
const line = (change: object): unknown => ({ ...lineSample, ...change });
const one = (change: object): unknown => ({ ...lineSample, series: [{ ...series, ...change }] });

describe('a description that cannot be drawn', () => {
  it.each<[unknown, typeof RangeError | typeof TypeError, string]>([
    [null, TypeError, 'figure must be an object'],
    [line({ kind: 'pie' }), RangeError, 'figure.kind must be one of "line", '],
    [line({ title: 5 }), TypeError, 'figure.title must be a text, got number'],
    [line({ subtitle: 5 }), TypeError, 'figure.subtitle must be a text'],
    [line({ notes: ['a', 1] }), TypeError, 'figure.notes[1] must be a text'],
    [line({ width: 20 }), RangeError, 'figure.width must be a finite number from 240 to 4000, got 20'],
    [line({ height: NaN }), RangeError, 'figure.height must be a finite number from 160 to 4000, got NaN'],
    [
      { ...heatmapSample, width: 240, xs: [0], ys: [1, 1 + 2e-9], values: [7, 7 + 2e-8], value: { label: 'v' } },
      RangeError,
      'width and height leave no room for the plot',
    ],
    [line({ x: undefined }), TypeError, 'figure.x must be an object'],
    [line({ x: { label: 1 } }), TypeError, 'figure.x.label must be a text'],
    [line({ x: { label: 'x', scale: 'cubic' } }), RangeError, 'figure.x.scale must be one of "linear", "log"'],
    [line({ x: { label: 'x', min: Infinity } }), RangeError, 'figure.x.min must be a finite number, got Infinity'],
    [line({ y: { label: 'y', min: 1, max: 1 } }), RangeError, 'figure.y.max must be above figure.y.min (1), got 1'],
    [line({ y: { label: 'y', min: 0, scale: 'log' } }), RangeError, 'figure.y.min must be positive on a logarithmic'],
    [line({ series: [] }), RangeError, 'figure.series must not be empty'],
    [line({ series: 1 }), TypeError, 'figure.series must be an array'],
    [line({ references: [{ axis: 'z', value: 1 }] }), RangeError, 'figure.references[0].axis must be one of "x", "y"'],
    [
      line({ references: [{ axis: 'x', value: NaN }] }),
      RangeError,
      'figure.references[0].value must be a finite number',
    ],
    [one({ x: [], y: [] }), RangeError, 'figure.series[0].x must not be empty'],
    [one({ y: [1, 2] }), RangeError, 'figure.series[0].y must be as long as x (41), got 2'],
    [one({ upper: [1] }), RangeError, 'figure.series[0].upper must be as long as x (41), got 1'],
    [one({ y: 'abc' }), TypeError, 'figure.series[0].y must be an array of numbers'],
    [one({ y: Array.from(series.x, String) }), TypeError, 'figure.series[0].y[0] must be a number, got string'],
    [one({ lower: undefined }), TypeError, 'figure.series[0].lower and figure.series[0].upper must be given together'],
    [one({ draw: 'dots' }), RangeError, 'figure.series[0].draw must be one of'],
    [one({ provenance: 'guessed' }), RangeError, 'figure.series[0].provenance must be one of'],
    [one({ color: -1 }), RangeError, 'figure.series[0].color must be an integer not below 0, got -1'],
    [{ ...histogramSample, populations: [] }, RangeError, 'figure.populations must not be empty'],
    [
      { ...histogramSample, populations: [{ values: [] }] },
      RangeError,
      'figure.populations[0].values must not be empty',
    ],
    [{ ...histogramSample, bins: 0 }, RangeError, 'figure.bins must be an integer from 1 to 1000, got 0'],
    [
      { ...heatmapSample, values: [1, 2] },
      RangeError,
      'figure.values must have a value for each of 41 columns and 33 rows',
    ],
    [
      { ...heatmapSample, xs: [2, 1], ys: [0], values: [1, 2] },
      RangeError,
      'figure.xs[1] must be a finite number not below 2',
    ],
    [
      { ...heatmapSample, xs: [1, 1], ys: [0], values: [1, 2] },
      RangeError,
      'figure.xs[1] must be above the one before, got 1',
    ],
    [{ ...heatmapSample, colors: 'jet' }, RangeError, 'figure.colors must be one of "viridis", "cividis", "diverging"'],
    [{ ...heatmapSample, contours: [NaN] }, RangeError, 'figure.contours[0] must be a finite number'],
    [
      { ...heatmapSample, x: { label: 'x', scale: 'log' }, xs: [0, 1], ys: [0], values: [1, 2] },
      RangeError,
      'figure.xs[0] must be positive on a logarithmic axis, got 0',
    ],
    [{ ...sphereSample, paths: [] }, RangeError, 'figure.paths must not be empty'],
    [
      { ...sphereSample, paths: [{ ...path, z: [1] }] },
      RangeError,
      'figure.paths[0].z must be as long as x (4000), got 1',
    ],
    [
      { ...sphereSample, colorBy: 'time', paths: [{ x: [1], y: [0], z: [0] }] },
      TypeError,
      'figure.paths[0].t is needed to colour by time',
    ],
    [
      { ...sphereSample, view: { azimuthDeg: 0, elevationDeg: 91 } },
      RangeError,
      'figure.view.elevationDeg must be a finite number from -90 to 90, got 91',
    ],
    [{ ...pageSample, figures: [] }, RangeError, 'figure.figures must not be empty'],
    [{ ...pageSample, figures: [fitSample, pageSample] }, RangeError, 'figure.figures[1].kind must be one of'],
    [
      { ...pageSample, figures: [{ ...fitSample, series: [] }] },
      RangeError,
      'figure.figures[0].series must not be empty',
    ],
    [{ ...pageSample, columns: 1.5 }, RangeError, 'figure.columns must be an integer not below 1, got 1.5'],
  ])('%# is refused by name', async (figure, type, message) => {
    const failure = await renderSvg(figure as Figure).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(type);
    expect((failure as Error).message).toContain(message);
    await expect(renderPng(figure as Figure)).rejects.toThrow(message);
  });
});
