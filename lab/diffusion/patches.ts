import type { NetworkShape } from './network/shape.js';

type Grid = Pick<NetworkShape, 'side' | 'patch' | 'window'>;

/**
 * Cuts an image (side x side, row-major) into one window per token. Tokens lie `patch` apart, row-major; a window is
 * `window` pixels wide and centred on its patch, so windows overlap where `window` > `patch`. Outside the image is 0.
 */
export function unfold(image: ArrayLike<number>, grid: Grid, out: Float32Array, at = 0): void {
  forEachPixel(grid, (pixel, place) => {
    out[at + place] = pixel < 0 ? 0 : (image[pixel] ?? 0);
  });
}

/** Transpose of unfold: adds every window to the image it covers. `out` is overwritten. */
export function fold(windows: Float32Array, grid: Grid, out: Float32Array, at = 0): void {
  out.fill(0, 0, grid.side ** 2);
  forEachPixel(grid, (pixel, place) => {
    if (pixel >= 0) out[pixel] = (out[pixel] ?? 0) + (windows[at + place] ?? 0);
  });
}

function forEachPixel({ side, patch, window }: Grid, visit: (pixel: number, place: number) => void): void {
  const across = side / patch;
  const margin = (window - patch) / 2;
  let place = 0;
  for (let token = 0; token < across * across; token++) {
    const top = Math.floor(token / across) * patch - margin;
    const left = (token % across) * patch - margin;
    for (let y = top; y < top + window; y++) {
      for (let x = left; x < left + window; x++) {
        visit(y >= 0 && y < side && x >= 0 && x < side ? y * side + x : -1, place++);
      }
    }
  }
}
