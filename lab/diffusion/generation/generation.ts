import type { NoiseSource } from '../sampling/sampler.js';
import { sample, type Denoiser } from '../sampling/sampler.js';
import { toBytes } from './gray.js';

/** What a generation has made so far. */
export interface GenerationState {
  readonly labels: Uint8Array;
  readonly steps: number;
  readonly pixels: number;
  /** Present estimates of all images, one byte a pixel. */
  readonly images: Uint8Array;
  /** Images whose last step is done. */
  finished: number;
  /** Denoising path of the first images: moments x images x pixels. */
  readonly path: Uint8Array[];
}

/** One denoising step of one batch is done. */
export interface GenerationStep {
  /** Number of the batch, from 0; and the step within it, from 1. */
  readonly batch: number;
  readonly step: number;
  /** Images of this batch. */
  readonly images: number;
}

/** What to generate, and with what. */
export interface GenerationRequest {
  readonly labels: Uint8Array;
  readonly pixels: number;
  readonly steps: number;
  /** Images that pass the array together. */
  readonly batch: number;
  readonly denoiser: Denoiser;
  readonly noise: NoiseSource;
  /** Images, and steps after which they are kept, for the picture of the path. */
  readonly pathImages: number;
  readonly pathSteps: ReadonlySet<number>;
  readonly signal?: AbortSignal;
}

/** An empty state for a request. */
export function beginGeneration(request: Pick<GenerationRequest, 'labels' | 'pixels' | 'steps'>): GenerationState {
  const { labels, pixels, steps } = request;
  return { labels, steps, pixels, images: new Uint8Array(labels.length * pixels), finished: 0, path: [] };
}

/** Generates batch after batch, keeping `state` up to date; yields after every step of every batch. */
export async function* generateImages(
  request: GenerationRequest,
  state: GenerationState,
): AsyncGenerator<GenerationStep, void> {
  const { labels, pixels, steps, denoiser, signal } = request;
  for (let first = 0, batch = 0; first < labels.length; first += request.batch, batch++) {
    const part = labels.subarray(first, first + request.batch);
    const noise = batch === 0 ? recordFirst(request, state) : request.noise;
    const run = sample({ labels: part, pixels, steps, denoiser, noise, ...(signal && { signal }) });
    for await (const { step, estimate, state: noised } of run) {
      state.images.set(toBytes(estimate), first * pixels);
      if (batch === 0 && request.pathSteps.has(step)) state.path.push(toBytes(noised.subarray(0, pathLength(request))));
      yield { batch, step, images: part.length };
    }
    state.finished += part.length;
  }
}

function pathLength(request: GenerationRequest): number {
  return Math.min(request.pathImages, request.labels.length) * request.pixels;
}

/** The path starts with the first draw: the noise that everything grows from. */
function recordFirst(request: GenerationRequest, state: GenerationState): NoiseSource {
  let first = true;
  return {
    async draw(count, signal) {
      const drawn = await request.noise.draw(count, signal);
      if (first && request.pathSteps.has(0)) state.path.push(toBytes(drawn.subarray(0, pathLength(request))));
      first = false;
      return drawn;
    },
  };
}
