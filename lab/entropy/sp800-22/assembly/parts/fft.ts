import { minus, plus, scaled, times, turned } from './complex';

// One pass of the transform (Stockham): radix 2, 3, 4 or 5, `groups` groups of radix x stride points. `roots` are all roots of unity of the
// whole length.
export function fftPass(radix: u32, groups: u32, stride: u32, roots: usize, from: usize, to: usize): void {
  if (radix == 5) pass5(groups, stride, roots, from, to);
  else if (radix == 4) pass4(groups, stride, roots, from, to);
  else if (radix == 3) pass3(groups, stride, roots, from, to);
  else pass2(groups, stride, roots, from, to);
}

function pass2(groups: u32, stride: u32, roots: usize, from: usize, to: usize): void {
  const row = <usize>stride << 4;
  const step = <usize>groups * row;
  for (let p: usize = 0; p < <usize>groups; p++) {
    const w = v128.load(roots + p * row);
    const x = from + p * row;
    const y = to + 2 * p * row;
    for (let at: usize = 0; at < row; at += 16) {
      const a = v128.load(x + at);
      const b = v128.load(x + at + step);
      v128.store(y + at, plus(a, b));
      v128.store(y + at + row, times(minus(a, b), w));
    }
  }
}

function pass3(groups: u32, stride: u32, roots: usize, from: usize, to: usize): void {
  const row = <usize>stride << 4;
  const step = <usize>groups * row;
  const half = sqrt<f64>(3) / 2;
  for (let p: usize = 0; p < <usize>groups; p++) {
    const w1 = v128.load(roots + p * row);
    const w2 = v128.load(roots + 2 * p * row);
    const x = from + p * row;
    const y = to + 3 * p * row;
    for (let at: usize = 0; at < row; at += 16) {
      const a = v128.load(x + at);
      const b = v128.load(x + at + step);
      const c = v128.load(x + at + 2 * step);
      const sum = plus(b, c);
      const middle = minus(a, scaled(sum, 0.5));
      const side = turned(scaled(minus(b, c), half));
      v128.store(y + at, plus(a, sum));
      v128.store(y + at + row, times(minus(middle, side), w1));
      v128.store(y + at + 2 * row, times(plus(middle, side), w2));
    }
  }
}

function pass4(groups: u32, stride: u32, roots: usize, from: usize, to: usize): void {
  const row = <usize>stride << 4;
  const step = <usize>groups * row;
  for (let p: usize = 0; p < <usize>groups; p++) {
    const w1 = v128.load(roots + p * row);
    const w2 = v128.load(roots + 2 * p * row);
    const w3 = v128.load(roots + 3 * p * row);
    const x = from + p * row;
    const y = to + 4 * p * row;
    for (let at: usize = 0; at < row; at += 16) {
      const a = v128.load(x + at);
      const b = v128.load(x + at + step);
      const c = v128.load(x + at + 2 * step);
      const d = v128.load(x + at + 3 * step);
      const even = plus(a, c);
      const odd = plus(b, d);
      const middle = minus(a, c);
      const side = turned(minus(b, d));
      v128.store(y + at, plus(even, odd));
      v128.store(y + at + row, times(minus(middle, side), w1));
      v128.store(y + at + 2 * row, times(minus(even, odd), w2));
      v128.store(y + at + 3 * row, times(plus(middle, side), w3));
    }
  }
}

// sin(2 pi/5), sin(pi/5)
const S1: f64 = 0.9510565162951535;
const S2: f64 = 0.5877852522924731;

function pass5(groups: u32, stride: u32, roots: usize, from: usize, to: usize): void {
  const row = <usize>stride << 4;
  const step = <usize>groups * row;
  const quarter = sqrt<f64>(5) / 4;
  for (let p: usize = 0; p < <usize>groups; p++) {
    const w1 = v128.load(roots + p * row);
    const w2 = v128.load(roots + 2 * p * row);
    const w3 = v128.load(roots + 3 * p * row);
    const w4 = v128.load(roots + 4 * p * row);
    const x = from + p * row;
    const y = to + 5 * p * row;
    for (let at: usize = 0; at < row; at += 16) {
      const a = v128.load(x + at);
      const b = v128.load(x + at + step);
      const c = v128.load(x + at + 2 * step);
      const d = v128.load(x + at + 3 * step);
      const e = v128.load(x + at + 4 * step);
      const outer = plus(b, e);
      const inner = plus(c, d);
      const outerSide = minus(b, e);
      const innerSide = minus(c, d);
      const sum = plus(outer, inner);
      const middle = minus(a, scaled(sum, 0.25));
      const tilt = scaled(minus(outer, inner), quarter);
      const first = plus(middle, tilt);
      const second = minus(middle, tilt);
      const firstSide = turned(plus(scaled(outerSide, S1), scaled(innerSide, S2)));
      const secondSide = turned(minus(scaled(outerSide, S2), scaled(innerSide, S1)));
      v128.store(y + at, plus(a, sum));
      v128.store(y + at + row, times(minus(first, firstSide), w1));
      v128.store(y + at + 2 * row, times(minus(second, secondSide), w2));
      v128.store(y + at + 3 * row, times(plus(second, secondSide), w3));
      v128.store(y + at + 4 * row, times(plus(first, firstSide), w4));
    }
  }
}
