import type { KernelSpace } from './kernel-space.js';
import { chirpFilter } from './plain-spectrum.js';
import { type FftPlan, planSpectrum } from './spectrum-plan.js';

/** How many lines of the spectrum of `length` bits at `bits` are below a limit. */
export function linesBelow(space: KernelSpace, bits: number, length: number, squaredLimit: number): number {
  const { kernels } = space;
  const { points, fft, chirp, lineRoots } = planSpectrum(length);
  const [coarse, fine] = [space.place(lineRoots.coarse), space.place(lineRoots.fine)];
  const transform = transformer(space, fft);
  const [near, far] = [space.reserve(16 * fft.size), space.reserve(16 * fft.size)];
  let spectrum: number;
  if (chirp === undefined) {
    kernels.signals(bits, length, fft.size, near);
    spectrum = transform(near, far);
  } else {
    const chirpAt = space.place(chirp);
    const filterAt = space.place(chirpFilter(points, fft.size, chirp));
    const filter = transform(filterAt, near);
    // The two arrays that the filter's transform is not in.
    const rest = filter === filterAt ? near : filterAt;
    kernels.signals(bits, length, fft.size, rest);
    kernels.chirpInto(points, chirpAt, rest);
    const product = transform(rest, far);
    kernels.conjugateProduct(fft.size, filter, product);
    spectrum = transform(product, product === rest ? far : rest);
    kernels.unchirp(points, chirpAt, 1 / fft.size, spectrum);
  }
  return kernels.linesBelow(length, spectrum, coarse, fine, squaredLimit);
}

/** @returns a transform between two arrays; it gives the one that the result is in */
function transformer(space: KernelSpace, { size, radices, roots }: FftPlan): (from: number, to: number) => number {
  const at = space.place(roots);
  return (from, to) => {
    let stride = 1;
    for (const radix of radices) {
      space.kernels.fftPass(radix, size / stride / radix, stride, at, from, to);
      [from, to] = [to, from];
      stride *= radix;
    }
    return from;
  };
}
