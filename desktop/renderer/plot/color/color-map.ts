import { COLOR_TABLE } from './color-table.js';

/** Colours that values are drawn in: two perceptually uniform maps, one that diverges from a middle, and greys. */
export type ColorMap = keyof typeof COLOR_TABLE | 'greys';

/** Levels of a map. */
export const COLOR_LEVELS = 256;

const tables = new Map<ColorMap, Uint8Array>();

/** The map as 256 × 3 bytes, red, green, blue. */
export function colorTable(map: ColorMap): Uint8Array {
  const known = tables.get(map);
  if (known !== undefined) return known;
  const table =
    map === 'greys'
      ? Uint8Array.from({ length: 3 * COLOR_LEVELS }, (_, i) => Math.floor(i / 3))
      : Uint8Array.from(atob(COLOR_TABLE[map]), (letter) => letter.charCodeAt(0));
  tables.set(map, table);
  return table;
}

/** The map as pixels of an ImageData that is written 32 bits at a time. */
export function colorPixels(map: ColorMap): Uint32Array {
  const table = colorTable(map);
  const bytes = new Uint8Array(4 * COLOR_LEVELS);
  for (let level = 0; level < COLOR_LEVELS; level += 1) {
    bytes.set(table.subarray(3 * level, 3 * level + 3), 4 * level);
    bytes[4 * level + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}

/** `rgb(…)` of a level. */
export function cssColor(map: ColorMap, level: number): string {
  const table = colorTable(map);
  const at = 3 * Math.max(0, Math.min(COLOR_LEVELS - 1, Math.round(level)));
  return `rgb(${table[at]!} ${table[at + 1]!} ${table[at + 2]!})`;
}

/** What a colour bar spans. */
export interface ColorScale {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/** Level of a value that the scale cannot show: none, or not positive on a logarithmic scale. */
export const NO_LEVEL = -1;

/** From values to levels; beyond the ends the end's level, {@link NO_LEVEL} where there is no value. */
export function levelOf({ low, high, log }: ColorScale): (value: number) => number {
  const from = log ? Math.log(low) : low;
  const span = (log ? Math.log(high) : high) - from;
  const most = COLOR_LEVELS - 1;
  // One value alone stands in the middle of its scale.
  const [steps, first] = span > 0 ? [most / span, 0.5] : [0, COLOR_LEVELS / 2];
  const level = (at: number): number => {
    const found = (at - from) * steps + first;
    return found < 0 ? 0 : found > most ? most : Math.floor(found);
  };
  if (!log) return (value) => (Number.isFinite(value) ? level(value) : NO_LEVEL);
  return (value) => (value > 0 && Number.isFinite(value) ? level(Math.log(value)) : NO_LEVEL);
}
