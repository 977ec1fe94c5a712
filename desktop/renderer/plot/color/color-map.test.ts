import { describe, expect, it } from 'vitest';
import { mapColor } from '../../../../lab/plot/palette.js';
import { colorPixels, colorTable, cssColor, levelOf, NO_LEVEL, type ColorMap } from './color-map.js';

const maps: ColorMap[] = ['viridis', 'cividis', 'diverging', 'greys'];

/** L* of CIE 1976 from sRGB (IEC 61966-2-1) under D65. */
function lightness(map: ColorMap, level: number): number {
  const [r, g, b] = [0, 1, 2].map((i) => {
    const share = colorTable(map)[3 * level + i]! / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > (6 / 29) ** 3 ? 116 * Math.cbrt(y) - 16 : y * (29 / 3) ** 3;
}
const ramp = (map: ColorMap): number[] => Array.from({ length: 256 }, (_, level) => lightness(map, level));

describe('a colour map', () => {
  it.each(maps)('%s has 256 colours', (map) => {
    expect(colorTable(map)).toHaveLength(768);
    expect(colorPixels(map)).toHaveLength(256);
  });

  it.each(['viridis', 'cividis', 'diverging'] as const)('%s is that of pictures in files', (map) => {
    for (let level = 0; level < 256; level += 1) {
      const [r, g, b] = colorTable(map).subarray(3 * level, 3 * level + 3);
      const hex = `#${[r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
      expect(hex).toBe(mapColor(map, level));
    }
  });

  it.each(['viridis', 'cividis', 'greys'] as const)('%s grows lighter at every step', (map) => {
    const values = ramp(map);
    // Rounding to whole channels leaves hundredths.
    for (let i = 1; i < 256; i += 1) expect(values[i]! - values[i - 1]!).toBeGreaterThan(-0.15);
    expect(values[0]).toBeLessThan(16);
    expect(values[255]).toBeGreaterThan(90);
  });

  it('that diverges is lightest in the middle and alike on both sides', () => {
    const values = ramp('diverging');
    expect(Math.abs(values.indexOf(Math.max(...values)) - 127.5)).toBeLessThan(6);
    for (let i = 1; i < 120; i += 1) expect(values[i]).toBeGreaterThan(values[i - 1]! - 0.15);
    for (let i = 0; i < 128; i += 1) expect(Math.abs(values[i]! - values[255 - i]!)).toBeLessThan(9);
  });

  it('finds the level of a value', () => {
    const linear = levelOf({ low: 0, high: 1, log: false });
    expect([linear(0), linear(0.5), linear(1), linear(-3), linear(7)]).toEqual([0, 128, 255, 0, 255]);
    expect([linear(NaN), linear(Infinity)]).toEqual([NO_LEVEL, NO_LEVEL]);
    const log = levelOf({ low: 1, high: 100, log: true });
    expect([log(1), log(10), log(100), log(0), log(-1)]).toEqual([0, 128, 255, NO_LEVEL, NO_LEVEL]);
    expect(levelOf({ low: 2, high: 2, log: false })(2)).toBe(128);
  });

  it('is written for a style sheet', () => {
    expect(cssColor('greys', 255)).toBe('rgb(255 255 255)');
    expect(cssColor('greys', 999)).toBe('rgb(255 255 255)');
  });
});
