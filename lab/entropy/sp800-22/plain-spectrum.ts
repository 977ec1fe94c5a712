import { type FftPlan, planSpectrum, type SpectrumPlan } from './spectrum-plan.js';

/** Twin of assembly/parts/spectrum.ts: the same roundings in the same order. Complex numbers are pairs of doubles. */
export function plainLinesBelow(bits: Uint8Array, squaredLimit: number): number {
  const plan = planSpectrum(bits.length);
  const { points, fft, chirp } = plan;
  const signals = new Float64Array(2 * fft.size);
  if (bits.length % 2 === 0) bits.forEach((bit, i) => (signals[i] = 2 * bit - 1));
  else bits.forEach((bit, i) => (signals[2 * i] = 2 * bit - 1));
  if (chirp === undefined) return countBelow(transform(fft, signals), plan, squaredLimit);
  multiplyBy(signals, chirp, points, 1);
  const product = transform(fft, signals);
  multiplyBy(product, transform(fft, chirpFilter(points, fft.size, chirp)), fft.size, 1);
  conjugate(product, fft.size);
  const spectrum = transform(fft, product);
  conjugate(spectrum, points);
  multiplyBy(spectrum, chirp, points, 1 / fft.size);
  return countBelow(spectrum, plan, squaredLimit);
}

/** What a convolution with gives the transform: the chirp's conjugate on both sides of 0, in `size` points. */
export function chirpFilter(points: number, size: number, chirp: Float64Array): Float64Array {
  const filter = new Float64Array(2 * size);
  for (let k = 0; k < points; k++)
    for (const at of [k, (size - k) % size]) {
      filter[2 * at] = chirp[2 * k]!;
      filter[2 * at + 1] = -chirp[2 * k + 1]!;
    }
  return filter;
}

/** Forward transform by passes that leave the result in order (T. G. Stockham, 1966). */
function transform({ size, radices, roots }: FftPlan, signals: Float64Array): Float64Array {
  let from = signals;
  let to: Float64Array = new Float64Array(2 * size);
  let stride = 1;
  for (const radix of radices) {
    const groups = size / stride / radix;
    for (let p = 0; p < groups; p++)
      for (let q = 0; q < stride; q++) {
        const z: Complex[] = Array.from({ length: radix }, (_, i) => read(from, q + stride * (p + i * groups)));
        butterfly(z).forEach((value, i) => {
          const at = 2 * (q + stride * (radix * p + i));
          [to[at], to[at + 1]] = i === 0 ? value : times(value, read(roots, p * i * stride));
        });
      }
    [from, to] = [to, from];
    stride *= radix;
  }
  return from;
}

type Complex = readonly [re: number, im: number];

const read = (numbers: Float64Array, k: number): Complex => [numbers[2 * k]!, numbers[2 * k + 1]!];
const plus = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]];
const minus = (a: Complex, b: Complex): Complex => [a[0] - b[0], a[1] - b[1]];
const scaled = (a: Complex, by: number): Complex => [a[0] * by, a[1] * by];
const turned = (a: Complex): Complex => [-a[1], a[0]];
const times = (a: Complex, w: Complex): Complex => [a[0] * w[0] - a[1] * w[1], a[1] * w[0] + a[0] * w[1]];

/** Transform of 2, 3, 4 or 5 points. */
function butterfly(z: readonly Complex[]): Complex[] {
  const [a, b, c, d, e] = z as [Complex, Complex, Complex, Complex, Complex];
  if (z.length === 2) return [plus(a, b), minus(a, b)];
  if (z.length === 3) {
    const sum = plus(b, c);
    const middle = minus(a, scaled(sum, 0.5));
    const side = turned(scaled(minus(b, c), Math.sqrt(3) / 2));
    return [plus(a, sum), minus(middle, side), plus(middle, side)];
  }
  if (z.length === 4) {
    const [even, odd] = [plus(a, c), plus(b, d)];
    const [middle, side] = [minus(a, c), turned(minus(b, d))];
    return [plus(even, odd), minus(middle, side), minus(even, odd), plus(middle, side)];
  }
  const [outer, inner] = [plus(b, e), plus(c, d)];
  const [outerSide, innerSide] = [minus(b, e), minus(c, d)];
  const sum = plus(outer, inner);
  const middle = minus(a, scaled(sum, 0.25));
  const tilt = scaled(minus(outer, inner), Math.sqrt(5) / 4);
  const [first, second] = [plus(middle, tilt), minus(middle, tilt)];
  const [s1, s2] = [0.9510565162951535, 0.5877852522924731];
  const firstSide = turned(plus(scaled(outerSide, s1), scaled(innerSide, s2)));
  const secondSide = turned(minus(scaled(outerSide, s2), scaled(innerSide, s1)));
  return [
    plus(a, sum),
    minus(first, firstSide),
    minus(second, secondSide),
    plus(second, secondSide),
    plus(first, firstSide),
  ];
}

function multiplyBy(numbers: Float64Array, factors: Float64Array, count: number, scale: number): void {
  for (let k = 0; k < count; k++)
    [numbers[2 * k], numbers[2 * k + 1]] = scaled(times(read(numbers, k), read(factors, k)), scale);
}

function conjugate(numbers: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) numbers[2 * k + 1] = -numbers[2 * k + 1]!;
}

/** From the transform of the points to lines of the bits: F_j = (Z_j + Z*_{h−j})/2 − i e^(−2πij/n) (Z_j − Z*_{h−j})/2. */
function countBelow(spectrum: Float64Array, { bits, points, lineRoots }: SpectrumPlan, squaredLimit: number): number {
  const even = bits % 2 === 0;
  const lines = Math.floor(bits / 2);
  let below = 0;
  for (let j = 0; j < lines; j++) {
    let line = read(spectrum, j);
    if (even) {
      const mirror = read(spectrum, (points - j) % points);
      const sum: Complex = [line[0] + mirror[0], line[1] - mirror[1]];
      const difference: Complex = [line[0] - mirror[0], line[1] + mirror[1]];
      const root = times(read(lineRoots.coarse, Math.floor(j / 1024)), read(lineRoots.fine, j % 1024));
      const side = times([difference[1], -difference[0]], root);
      line = scaled(plus(sum, side), 0.5);
    }
    if (line[0] * line[0] + line[1] * line[1] < squaredLimit) below++;
  }
  return below;
}
