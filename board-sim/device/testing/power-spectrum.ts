/**
 * One-sided periodogram of a record under a Hann window, per Hz, for bins 0 … n/2 (bin k is the frequency k/(n dt)).
 * @param record evenly spaced, its length a power of 2
 */
export function periodogram(record: readonly number[], dtS: number): Float64Array {
  const n = record.length;
  const window = record.map((_, i) => Math.sin((Math.PI * (i + 0.5)) / n) ** 2);
  const power = window.reduce((sum, w) => sum + w * w, 0);
  const re = Float64Array.from(record, (x, i) => x * window[i]!);
  const im = new Float64Array(n);
  transform(re, im);
  return Float64Array.from({ length: n / 2 + 1 }, (_, k) => (2 * dtS * (re[k]! ** 2 + im[k]! ** 2)) / power);
}

/** Fast Fourier transform in place (Cooley and Tukey). */
function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const [c, s] = [Math.cos((-2 * Math.PI * k) / size), Math.sin((-2 * Math.PI * k) / size)];
      for (let a = k; a < n; a += size) {
        const b = a + half;
        const [x, y] = [re[b]! * c - im[b]! * s, re[b]! * s + im[b]! * c];
        [re[b], im[b]] = [re[a]! - x, im[a]! - y];
        [re[a], im[a]] = [re[a]! + x, im[a]! + y];
      }
    }
  }
}
