import { interpolateCividis, interpolateRdBu, interpolateViridis } from 'd3-scale-chromatic';
import type { ColorMapName } from './figure.js';

/** Colours of the drawing itself. */
export const INK = '#1a1a1a';
export const PALE_INK = '#555555';
export const PAPER = '#ffffff';
/** Cells without a value. */
export const MISSING = '#d9d9d9';

/**
 * Series colours that readers with any common colour-blindness tell apart (Okabe and Ito, "Color Universal Design", 2008); its yellow is
 * left out, being too pale on white.
 */
const SERIES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'] as const;

/** Colour of series number `index` of `count`. More than there are well-told colours are ordered along viridis instead, without its palest end. */
export function seriesColor(index: number, count: number = SERIES.length): string {
  return count <= SERIES.length ? SERIES[index % SERIES.length]! : mapColor('viridis', (235 * index) / (count - 1));
}

/** Levels of a colour map: more are not told apart, and cells of one level share a path. */
export const COLOR_LEVELS = 256;

const MAPS: Readonly<Record<ColorMapName, (t: number) => string>> = {
  viridis: interpolateViridis,
  cividis: interpolateCividis,
  // Blue is below the middle, red above.
  diverging: (t) => interpolateRdBu(1 - t),
};

/** Colour of level 0…255. */
export function mapColor(map: ColorMapName, level: number): string {
  return hexColor(MAPS[map](level / (COLOR_LEVELS - 1)));
}

/** `rgb(r, g, b)` or `#rrggbb` as the latter. */
function hexColor(color: string): string {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  if (parts === null) return color;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}
