/**
 * Cosine noise schedule (Nichol and Dhariwal, ICML 2021, eq. 17) in continuous time: t in [0, 1],
 * x_t = alpha(t) x_0 + sigma(t) noise with alpha^2 + sigma^2 = 1.
 */
export interface NoiseLevel {
  readonly alpha: number;
  readonly sigma: number;
}

const OFFSET = 0.008;
/** Smallest signal share: keeps 1 / alpha finite at t = 1 (the clip of the paper's beta at 0.999 does the same). */
const MINIMUM_ALPHA_SQUARED = 1e-5;

/** Signal and noise amplitude at time t. */
export function noiseLevel(t: number): NoiseLevel {
  const f = (u: number): number => Math.cos(((u + OFFSET) / (1 + OFFSET)) * (Math.PI / 2)) ** 2;
  const squared = Math.min(1, Math.max(MINIMUM_ALPHA_SQUARED, f(t) / f(0)));
  return { alpha: Math.sqrt(squared), sigma: Math.sqrt(1 - squared) };
}

/** Times of a sampler with `steps` steps, from 1 to 0 (steps + 1 values). */
export function sampleTimes(steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => 1 - i / steps);
}

/**
 * Sinusoidal features of time (Vaswani et al. 2017), t scaled to 1000 steps: `width` / 2 sines, then cosines, of periods
 * from 2π to 10,000 · 2π steps.
 */
export function timeFeatures(t: number, width: number, out: Float32Array, at = 0): void {
  const half = width / 2;
  for (let i = 0; i < half; i++) {
    const angle = t * 1000 * Math.exp((-Math.log(10_000) * i) / half);
    out[at + i] = Math.sin(angle);
    out[at + half + i] = Math.cos(angle);
  }
}
