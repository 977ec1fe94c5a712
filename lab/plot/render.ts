import { checkNumber } from '../../base/index.js';
import type { Figure } from './figure.js';

export interface PngOptions {
  /** Pixels of the picture for one of the figure; default 2, from 0.25 to 8. */
  readonly scale?: number;
}

/**
 * Draws a figure as an SVG document. Equal figures give equal bytes.
 *
 * The drawing code is loaded at the first call.
 * @throws TypeError for a wrong type, RangeError for a wrong value: empty or unequal arrays, limits that are not finite, …; both name the field
 * @example
 * const svg = await renderSvg({
 *   kind: 'line', title: 'Loop', x: { label: 'Field', unit: 'A/m' }, y: { label: 'Resistance', unit: 'Ω' },
 *   series: [{ x: fields, y: resistances }],
 * });
 */
export async function renderSvg(figure: Figure): Promise<string> {
  const { drawFigure } = await import('./draw-figure.js');
  return drawFigure(figure);
}

/**
 * Draws a figure both ways.
 * @throws as {@link renderSvg}
 */
export async function renderFigure(
  figure: Figure,
  options: PngOptions = {},
): Promise<{ readonly svg: string; readonly png: Uint8Array }> {
  const scale = checkNumber('scale', options.scale ?? 2, { min: 0.25, max: 8 });
  const [{ rasterise }, svg] = await Promise.all([import('./rasterise.js'), renderSvg(figure)]);
  return { svg, png: await rasterise(svg, scale) };
}

/**
 * Draws a figure as a PNG. Equal figures give equal bytes; fonts come with the program.
 * @throws as {@link renderSvg}
 */
export async function renderPng(figure: Figure, options: PngOptions = {}): Promise<Uint8Array> {
  return (await renderFigure(figure, options)).png;
}
