import { checkNumber } from '../../base/index.js';
import { checkImage, upscale, type GrayImage } from './image.js';

/** How images are laid out on a sheet. */
export interface GridOptions {
  /** Images a row; by default the grid is as square as it can be. */
  readonly columns?: number;
  /** Pixels between images and around the sheet, after upscaling. Default 4. */
  readonly padding?: number;
  /** Whole factor by which every image is enlarged. Default 1. */
  readonly scale?: number;
  /** Grey of the padding and of places without an image, 0…255. Default 32: neither paper nor ink. */
  readonly background?: number;
}

/**
 * Lays images of one size out as a sheet, row by row from the top left.
 * @throws {RangeError} if there is no image, or if one differs in size from the first.
 */
export function imageGrid(images: readonly GrayImage[], options: GridOptions = {}): GrayImage {
  const first = images[0];
  if (first === undefined) throw new RangeError('images is empty; a grid needs at least one');
  const columns = checkNumber('columns', options.columns ?? Math.ceil(Math.sqrt(images.length)), {
    min: 1,
    max: 4096,
    integer: true,
  });
  const padding = checkNumber('padding', options.padding ?? 4, { min: 0, max: 256, integer: true });
  const scale = checkNumber('scale', options.scale ?? 1, { min: 1, max: 64, integer: true });
  const background = checkNumber('background', options.background ?? 32, { min: 0, max: 255, integer: true });
  const across = Math.min(columns, images.length);
  const down = Math.ceil(images.length / columns);
  const pitchX = first.width * scale + padding;
  const pitchY = first.height * scale + padding;
  const width = across * pitchX + padding;
  const height = down * pitchY + padding;
  const data = new Uint8Array(width * height).fill(background);
  images.forEach((image, index) => {
    checkImage(`images[${index}]`, image, 1);
    if (image.width !== first.width || image.height !== first.height) {
      throw new RangeError(
        `images[${index}] is ${image.width}×${image.height}; all images of a grid are ${first.width}×${first.height} like the first`,
      );
    }
    const tile = upscale(image, scale);
    const left = padding + (index % columns) * pitchX;
    const top = padding + Math.floor(index / columns) * pitchY;
    for (let y = 0; y < tile.height; y++) {
      data.set(tile.data.subarray(y * tile.width, (y + 1) * tile.width), (top + y) * width + left);
    }
  });
  return { width, height, data };
}

/**
 * The denoising path: one row an image, one column a moment, from noise on the left to the result on the right.
 * @param moments `moments[k][i]` is image i at moment k; every moment shows the same images.
 * @throws {RangeError} if a moment has another number of images than the first.
 */
export function pathStrip(
  moments: readonly (readonly GrayImage[])[],
  options: Omit<GridOptions, 'columns'> = {},
): GrayImage {
  const rows = moments[0]?.length ?? 0;
  if (rows === 0) throw new RangeError('moments is empty; a strip needs at least one moment of one image');
  const cells: GrayImage[] = [];
  for (let row = 0; row < rows; row++) {
    moments.forEach((moment, k) => {
      const image = moment[row];
      if (image === undefined || moment.length !== rows) {
        throw new RangeError(`moments[${k}] shows ${moment.length} images; the first moment shows ${rows}`);
      }
      cells.push(image);
    });
  }
  return imageGrid(cells, { ...options, columns: moments.length });
}

/** Which of `total` steps (0…total) to keep for a strip of at most `count` pictures: evenly spaced, with both ends. */
export function stripMoments(total: number, count: number): number[] {
  checkNumber('total', total, { min: 0, max: 1e6, integer: true });
  checkNumber('count', count, { min: 2, max: 1e6, integer: true });
  const wanted = Math.min(count, total + 1);
  if (wanted === 1) return [0];
  return Array.from({ length: wanted }, (_, i) => Math.round((i * total) / (wanted - 1)));
}
