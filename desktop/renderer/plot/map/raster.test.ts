import { describe, expect, it } from 'vitest';
import { colorPixels } from '../color/color-map.js';
import { cellsAlong, raster, type RasterJob } from './raster.js';

const job: RasterJob = {
  values: [0, 1, NaN, 0.5],
  columns: 2,
  across: cellsAlong([0, 1, 2], (edge) => edge * 4, 8),
  down: cellsAlong([0, 1, 2], (edge) => 8 - edge * 4, 8),
  scale: { low: 0, high: 1, log: false },
  colors: 'viridis',
  paper: 1,
  hatch: 2,
  pitch: 3,
};
const at = (pixels: Uint32Array, x: number, y: number): number => pixels[y * 8 + x]!;

describe('cells along an axis', () => {
  it('take their pixels, in either direction', () => {
    expect([...job.across]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...job.down]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('leave pixels beside the map alone, and what lies outside out', () => {
    expect([...cellsAlong([0, 1], (edge) => 2 + edge * 2, 6)]).toEqual([-1, -1, 0, 0, -1, -1]);
    expect([...cellsAlong([0, 1, 2], (edge) => edge * 4 - 6, 4)]).toEqual([1, 1, -1, -1]);
  });
});

describe('a map of pixels', () => {
  const colors = colorPixels('viridis');

  it('has each cell in its colour', () => {
    const pixels = raster(job);
    expect(at(pixels, 0, 7)).toBe(colors[0]);
    expect(at(pixels, 7, 7)).toBe(colors[255]);
    expect(at(pixels, 7, 0)).toBe(colors[128]);
  });

  it('hatches what has no value, in no colour of the map', () => {
    const missing = new Set([0, 1, 2, 3].flatMap((y) => [0, 1, 2, 3].map((x) => at(raster(job), x, y))));
    expect([...missing].sort()).toEqual([1, 2]);
  });

  it('hatches what too few trials stand behind', () => {
    const pixels = raster({ ...job, weak: Uint8Array.from([0, 1, 0, 0]) });
    const seen = new Set([4, 5, 6, 7].flatMap((y) => [4, 5, 6, 7].map((x) => at(pixels, x, y))));
    expect([...seen].sort((a, b) => a - b)).toEqual([1, colors[255]!].sort((a, b) => a - b));
  });

  it('is transparent beside the map', () => {
    const pixels = raster({ ...job, across: cellsAlong([0, 1, 2], (edge) => edge * 3, 8) });
    expect(at(pixels, 7, 0)).toBe(0);
  });
});
