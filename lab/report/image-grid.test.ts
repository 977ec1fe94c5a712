import { describe, expect, it } from 'vitest';
import { imageGrid, pathStrip, stripMoments } from './image-grid.js';

const dot = (value: number) => ({ width: 1, height: 1, data: Uint8Array.of(value) });

describe('imageGrid', () => {
  it('places images row by row with padding around each', () => {
    const sheet = imageGrid([dot(1), dot(2), dot(3)], { columns: 2, padding: 1, background: 0 });
    expect(sheet).toEqual({
      width: 5,
      height: 5,
      data: Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]),
    });
  });

  it('is as square as it can be by default', () => {
    const sheet = imageGrid(
      Array.from({ length: 64 }, () => dot(9)),
      { padding: 0 },
    );
    expect([sheet.width, sheet.height]).toEqual([8, 8]);
  });

  it('does not leave empty columns when there are fewer images than columns', () => {
    expect(imageGrid([dot(1), dot(2)], { columns: 8, padding: 0 }).width).toBe(2);
  });

  it('enlarges images, not the padding', () => {
    expect(imageGrid([dot(1)], { padding: 2, scale: 3 }).width).toBe(7);
  });

  it('refuses no image, and images of different size', () => {
    expect(() => imageGrid([])).toThrow(/images is empty/);
    expect(() => imageGrid([dot(1), { width: 2, height: 1, data: new Uint8Array(2) }])).toThrow(/images\[1\] is 2×1/);
  });
});

describe('pathStrip', () => {
  it('has one row an image and one column a moment', () => {
    const strip = pathStrip(
      [
        [dot(1), dot(4)],
        [dot(2), dot(5)],
        [dot(3), dot(6)],
      ],
      { padding: 0 },
    );
    expect(strip).toEqual({ width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  it('refuses a moment that lacks an image', () => {
    expect(() => pathStrip([[dot(1), dot(2)], [dot(3)]])).toThrow(/moments\[1\] shows 1 images/);
    expect(() => pathStrip([])).toThrow(/empty/);
  });
});

describe('stripMoments', () => {
  it('keeps both ends and never repeats a step', () => {
    expect(stripMoments(50, 11)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(stripMoments(3, 11)).toEqual([0, 1, 2, 3]);
    expect(stripMoments(0, 5)).toEqual([0]);
  });
});
