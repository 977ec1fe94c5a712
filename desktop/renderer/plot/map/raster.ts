/** Maps as pixels: every pixel asks for its cell, so that cells of any width, also on logarithmic axes, are drawn alike. */
import type { Numbers } from '../../../../base/axes/index.js';
import { colorPixels, levelOf, NO_LEVEL, type ColorMap, type ColorScale } from '../color/color-map.js';

/** What is to be drawn. */
export interface RasterJob {
  readonly values: Numbers;
  /** Number of columns: `values[row * columns + column]`. */
  readonly columns: number;
  /** The column of each pixel across, the row of each pixel down; −1 where there is none. */
  readonly across: Int32Array;
  readonly down: Int32Array;
  readonly scale: ColorScale;
  readonly colors: ColorMap;
  /** Cells that are hatched although they have a value: too few trials stand behind it. */
  readonly weak?: Uint8Array;
  /** 32-bit pixels of paper and of hatching. */
  readonly paper: number;
  readonly hatch: number;
  /** Pixels from one line of hatching to the next. */
  readonly pitch: number;
}

/** The cell that each of `pixels` pixels belongs to. @param place from an edge to its pixel; may rise or fall */
export function cellsAlong(edges: readonly number[], place: (edge: number) => number, pixels: number): Int32Array {
  const cells = new Int32Array(pixels).fill(-1);
  for (let cell = 0; cell + 1 < edges.length; cell += 1) {
    const [one, other] = [Math.round(place(edges[cell]!)), Math.round(place(edges[cell + 1]!))];
    const [from, to] = one < other ? [one, other] : [other, one];
    cells.fill(cell, Math.max(0, from), Math.min(pixels, Math.max(to, from)));
  }
  return cells;
}

/** The pixels, row by row, as ImageData holds them. Cells without a value are hatched, in no colour of the map. */
export function raster(job: RasterJob): Uint32Array<ArrayBuffer> {
  const { values, columns, across, down, weak, paper, hatch, pitch } = job;
  const [width, height] = [across.length, down.length];
  const colors = colorPixels(job.colors);
  const level = levelOf(job.scale);
  const pixels = new Uint32Array(width * height);
  const line = new Int32Array(width);
  let last = -1;
  for (let y = 0; y < height; y += 1) {
    const row = down[y]!;
    const start = y * width;
    if (row < 0) continue;
    if (row !== last) {
      for (let x = 0; x < width; x += 1) {
        const column = across[x]!;
        // A column of many pixels is looked up once.
        line[x] =
          x > 0 && column === across[x - 1]
            ? line[x - 1]!
            : column < 0
              ? NO_CELL
              : level(values[row * columns + column]!);
      }
      last = row;
    }
    for (let x = 0; x < width; x += 1) {
      const here = line[x]!;
      const striped = (x + y) % pitch < pitch / 3;
      if (here === NO_LEVEL) pixels[start + x] = striped ? hatch : paper;
      else if (here >= 0) {
        const thin = weak !== undefined && striped && weak[row * columns + across[x]!] === 1;
        pixels[start + x] = thin ? paper : colors[here]!;
      }
    }
  }
  return pixels;
}

/** Beside the map: left transparent. */
const NO_CELL = -2;
