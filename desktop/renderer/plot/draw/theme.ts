import { cssColor } from '../color/color-map.js';

/** Colours and fonts of a drawing, read from the design tokens. */
export interface PlotTheme {
  readonly ink: string;
  readonly paleInk: string;
  readonly grid: string;
  readonly paper: string;
  readonly accent: string;
  readonly font: string;
  /** Whether the paper is dark. */
  readonly dark: boolean;
  /** Colour of series `number` of `count`. */
  series(number: number, count: number): string;
}

/** Series with a colour of their own. */
const SERIES = 6;

/** The tokens as they are at this moment; read again when the theme changes. */
export function readTheme(): PlotTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, byDefault: string): string => style.getPropertyValue(name).trim() || byDefault;
  const colors = Array.from({ length: SERIES }, (_, i) => token(`--series-${i + 1}`, '#0b5fb0'));
  const dark = style.colorScheme === 'dark';
  return {
    ink: token('--ink', '#15181c'),
    paleInk: token('--ink-2', '#4b535d'),
    grid: token('--line', '#d6dade'),
    paper: token('--surface', '#ffffff'),
    accent: token('--accent', '#0b5fb0'),
    font: token('--font', 'sans-serif'),
    dark,
    series: (number, count) =>
      count <= SERIES ? colors[number % SERIES]! : cssColor('viridis', ordered(number / (count - 1), dark)),
  };
}

/** Level of a series among many that are ordered along a map, without the end that the paper would swallow. */
function ordered(share: number, dark: boolean): number {
  return dark ? 80 + 175 * share : 205 * share;
}
