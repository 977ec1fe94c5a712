import { bitAt } from './bits';
import { conjugate, minus, plus, scaled, times } from './complex';

// The spectrum of +-1 sequences, around the transform of ./fft.ts. The twin rounds in the same order.

// The sequence as points: two bits each for an even length, one bit and 0 for an odd one; zeros up to `size`.
export function signals(bits: usize, length: u32, size: u32, to: usize): void {
  const even = (length & 1) == 0;
  const points = even ? length >> 1 : length;
  for (let k: u32 = 0; k < points; k++) {
    const re = <f64>(<i32>(bitAt(bits, even ? 2 * k : k) << 1) - 1);
    const im = even ? <f64>(<i32>(bitAt(bits, 2 * k + 1) << 1) - 1) : 0.0;
    v128.store(to + (<usize>k << 4), f64x2.replace_lane(f64x2.splat(re), 1, im));
  }
  memory.fill(to + (<usize>points << 4), 0, <usize>(size - points) << 4);
}

// Points multiplied by the chirp, in place.
export function chirpInto(points: u32, chirp: usize, to: usize): void {
  for (let at: usize = 0; at < <usize>points << 4; at += 16) v128.store(to + at, times(v128.load(to + at), v128.load(chirp + at)));
}

// The conjugate of the product with the filter's transform, in place.
export function conjugateProduct(size: u32, filter: usize, to: usize): void {
  for (let at: usize = 0; at < <usize>size << 4; at += 16) v128.store(to + at, conjugate(times(v128.load(to + at), v128.load(filter + at))));
}

// Back from the convolution: conjugate, chirp, scale, in place.
export function unchirp(points: u32, chirp: usize, scale: f64, to: usize): void {
  for (let at: usize = 0; at < <usize>points << 4; at += 16) {
    v128.store(to + at, scaled(times(conjugate(v128.load(to + at)), v128.load(chirp + at)), scale));
  }
}

// How many lines have a squared magnitude below a limit. For an even number of bits the points are taken apart:
// F_j = (Z_j + Z*_(h-j))/2 - i e^(-2 pi i j/n) (Z_j - Z*_(h-j))/2, the root being coarse[j/1024] fine[j mod 1024].
export function linesBelow(length: u32, spectrum: usize, coarse: usize, fine: usize, squaredLimit: f64): u32 {
  const lines = length >> 1;
  let below: u32 = 0;
  for (let j: u32 = 0; j < lines; j++) {
    let line = v128.load(spectrum + (<usize>j << 4));
    if ((length & 1) == 0) {
      const mirror = conjugate(v128.load(spectrum + (<usize>(j == 0 ? 0 : lines - j) << 4)));
      const root = times(v128.load(coarse + (<usize>(j >> 10) << 4)), v128.load(fine + (<usize>(j & 1023) << 4)));
      // -i (re, im) = (im, -re)
      const difference = minus(line, mirror);
      const side = conjugate(v128.shuffle<f64>(difference, difference, 1, 0));
      line = scaled(plus(plus(line, mirror), times(side, root)), 0.5);
    }
    const square = f64x2.mul(line, line);
    below += u32(f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1) < squaredLimit);
  }
  return below;
}
