import { noiseLevel, sampleTimes } from '../schedule.js';

/** Something that estimates v = alpha noise - sigma x_0 for a batch of noised images at time t. */
export interface Denoiser {
  /** @param x count x pixels @param labels one per image @returns count x pixels, valid until the next call */
  predict(x: Float32Array, labels: Uint8Array, t: number, signal?: AbortSignal): Promise<Float32Array>;
}

/** Values of mean 0 and variance 1 that a sampler adds; where they come from is the point of the whole project. */
export interface NoiseSource {
  draw(count: number, signal?: AbortSignal): Promise<Float32Array>;
}

/** What a sampler has done after a step. */
export interface SampleStep {
  /** 1 ... steps. */
  readonly step: number;
  readonly steps: number;
  /** Present estimate of the finished images, count x pixels in [-1, 1]. */
  readonly estimate: Float32Array;
  /** The images as they stand, noise included; the estimate itself after the last step. */
  readonly state: Float32Array;
}

/** What to sample. */
export interface SampleRequest {
  readonly labels: Uint8Array;
  /** Pixels of an image. */
  readonly pixels: number;
  readonly steps: number;
  readonly denoiser: Denoiser;
  readonly noise: NoiseSource;
  readonly signal?: AbortSignal;
}

/**
 * Ancestral sampling (Ho et al., NeurIPS 2020) on `steps` equal steps of the cosine schedule: x_s is drawn from the
 * posterior q(x_s | x_t, x_0) with the estimate of x_0 clipped to the range of pixels; the last step returns the estimate.
 * Noise is drawn `steps` times, the first time for x_1.
 * @returns the images, through the last event's estimate; yields after every step
 */
export async function* sample(request: SampleRequest): AsyncGenerator<SampleStep, Float32Array> {
  const { labels, pixels, steps, denoiser, noise, signal } = request;
  const count = labels.length * pixels;
  const times = sampleTimes(steps);
  const x = Float32Array.from(await noise.draw(count, signal));
  const estimate = new Float32Array(count);
  for (let i = 0; i < steps; i++) {
    signal?.throwIfAborted();
    const t = times[i] ?? 1;
    const from = noiseLevel(t);
    const v = await denoiser.predict(x, labels, t, signal);
    for (let p = 0; p < count; p++) {
      const clean = from.alpha * (x[p] ?? 0) - from.sigma * (v[p] ?? 0);
      estimate[p] = Math.max(-1, Math.min(1, clean));
    }
    if (i + 1 < steps) {
      const { keep, towards, spread } = posterior(t, times[i + 1] ?? 0);
      const drawn = await noise.draw(count, signal);
      for (let p = 0; p < count; p++) {
        x[p] = keep * (x[p] ?? 0) + towards * (estimate[p] ?? 0) + spread * (drawn[p] ?? 0);
      }
    }
    yield { step: i + 1, steps, estimate, state: i + 1 < steps ? x : estimate };
  }
  return estimate;
}

/** Coefficients of q(x_s | x_t, x_0): weight of x_t, weight of x_0, standard deviation. */
export function posterior(
  t: number,
  s: number,
): { readonly keep: number; readonly towards: number; readonly spread: number } {
  const from = noiseLevel(t);
  const to = noiseLevel(s);
  const ratio = from.alpha / to.alpha;
  const added = from.sigma ** 2 - ratio ** 2 * to.sigma ** 2;
  return {
    keep: (ratio * to.sigma ** 2) / from.sigma ** 2,
    towards: (to.alpha * added) / from.sigma ** 2,
    spread: Math.sqrt(Math.max(0, added)) * (to.sigma / from.sigma),
  };
}

/** Guidance: how strongly, and at which noise levels. */
export interface Guidance {
  /** 0 leaves the estimate alone; w adds w times the difference that the label makes. */
  readonly weight: number;
  /** Only times from `from` down to `to` are guided: early and late steps gain nothing (Kynkäänniemi et al., NeurIPS 2024). */
  readonly from: number;
  readonly to: number;
}

/** Whether a prediction at time t is guided. */
export function isGuided({ weight, from, to }: Guidance, t: number): boolean {
  return weight !== 0 && t <= from && t >= to;
}

/**
 * Classifier-free guidance (Ho and Salimans, 2022): v + weight (v - v without label). Both halves pass the denoiser as one
 * batch, so a tile is still programmed once. `none` is the label that stands for no label.
 */
export function guided(denoiser: Denoiser, guidance: Guidance, none: number): Denoiser {
  const { weight } = guidance;
  return {
    async predict(x, labels, t, signal) {
      if (!isGuided(guidance, t)) return denoiser.predict(x, labels, t, signal);
      const twice = new Float32Array(x.length * 2);
      twice.set(x);
      twice.set(x, x.length);
      const both = new Uint8Array(labels.length * 2).fill(none);
      both.set(labels);
      const v = await denoiser.predict(twice, both, t, signal);
      return Float32Array.from(x, (_, i) => (1 + weight) * (v[i] ?? 0) - weight * (v[i + x.length] ?? 0));
    },
  };
}
