/** A complex Fourier transform of a length whose prime factors are 2, 3 and 5. Complex numbers are pairs of doubles. */
export interface FftPlan {
  readonly size: number;
  /** Radix of each pass. */
  readonly radices: readonly number[];
  /** e^(−2πi k/size), k = 0 … size − 1. */
  readonly roots: Float64Array;
}

/** How the spectrum of n bits is computed. */
export interface SpectrumPlan {
  /** Number of bits. */
  readonly bits: number;
  /** Complex points: an even number of bits is transformed as half as many points, even places real and odd places imaginary. */
  readonly points: number;
  readonly fft: FftPlan;
  /** e^(−πi k²/points), for a number of points with other prime factors: their transform becomes a convolution (L. Bluestein, 1970). */
  readonly chirp: Float64Array | undefined;
  /** e^(−2πi j/bits), for the lines j of an even number of bits. */
  readonly lineRoots: RootTable;
}

/** Bytes of WebAssembly memory that 32-bit addresses reach, less a reserve for the bits and everything else. */
const MOST_BYTES = 3.5 * 2 ** 30;

/** Whether the spectrum of so many bits fits the memory that a kernel can have. */
export function spectrumFits(bits: number): boolean {
  return spectrumBytes(bits) <= MOST_BYTES;
}

/** Bytes of the arrays of a spectrum: roots and two arrays to work in; for a convolution its filter and the chirp as well. */
export function spectrumBytes(bits: number): number {
  const points = pointsOf(bits);
  const size = transformSize(points);
  return 16 * (size === points ? 3 * size : 4 * size + points);
}

let last: SpectrumPlan | undefined;

/** The plan for so many bits; the last one is kept, since streams of one length follow each other. */
export function planSpectrum(bits: number): SpectrumPlan {
  if (last?.bits !== bits) {
    const points = pointsOf(bits);
    const size = transformSize(points);
    last = {
      bits,
      points,
      fft: { size, radices: radicesOf(size), roots: allRoots(size) },
      chirp: size === points ? undefined : chirpOf(points),
      lineRoots: rootTable(bits, points),
    };
  }
  return last;
}

function pointsOf(bits: number): number {
  return bits % 2 === 0 ? bits / 2 : bits;
}

/** The number of points itself if it is smooth, or the next smooth number that a convolution of them fits. */
function transformSize(points: number): number {
  if (smooth(points)) return points;
  let best = Infinity;
  for (let five = 1; five < 4 * points; five *= 5)
    for (let three = five; three < 4 * points; three *= 3) {
      let size = three;
      while (size < 2 * points - 1) size *= 2;
      best = Math.min(best, size);
    }
  return best;
}

function smooth(size: number): boolean {
  return radicesOf(size).reduce((product, radix) => product * radix, 1) === size;
}

/** As few passes as these radices allow. */
function radicesOf(size: number): number[] {
  const radices: number[] = [];
  let rest = size;
  for (const radix of [5, 3, 4, 2])
    while (rest % radix === 0) {
      radices.push(radix);
      rest /= radix;
    }
  return radices;
}

/**
 * e^(−2πi k/n) as products coarse[⌊k/1024⌋] · fine[k mod 1024]: two sines for a thousand roots, each with a relative error below 1e-15.
 */
export interface RootTable {
  readonly coarse: Float64Array;
  readonly fine: Float64Array;
}

const FINE = 1024;

function rootTable(n: number, count: number): RootTable {
  return { coarse: rootsOf(n, FINE, Math.ceil(count / FINE)), fine: rootsOf(n, 1, FINE) };
}

function rootsOf(n: number, step: number, count: number): Float64Array {
  const roots = new Float64Array(2 * count);
  for (let k = 0; k < count; k++) {
    const angle = (-2 * Math.PI * ((k * step) % n)) / n;
    roots[2 * k] = Math.cos(angle);
    roots[2 * k + 1] = Math.sin(angle);
  }
  return roots;
}

function allRoots(n: number): Float64Array {
  const { coarse, fine } = rootTable(n, n);
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const [c, f] = [2 * Math.floor(k / FINE), 2 * (k % FINE)];
    roots[2 * k] = coarse[c]! * fine[f]! - coarse[c + 1]! * fine[f + 1]!;
    roots[2 * k + 1] = coarse[c + 1]! * fine[f]! + coarse[c]! * fine[f + 1]!;
  }
  return roots;
}

/** k² is taken modulo 2·points by whole numbers, so that large k lose no digits. */
function chirpOf(points: number): Float64Array {
  const period = 2 * points;
  const roots = allRoots(period);
  const chirp = new Float64Array(2 * points);
  let square = 0;
  for (let k = 0; k < points; k++) {
    chirp[2 * k] = roots[2 * square]!;
    chirp[2 * k + 1] = roots[2 * square + 1]!;
    square = (square + 2 * k + 1) % period;
  }
  return chirp;
}
