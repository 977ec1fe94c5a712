import { describe, expect, it } from 'vitest';
import type * as Diffusion from '../../lab/diffusion/index.js';

const BUILT = new URL('../../dist/lab/diffusion/index.js', import.meta.url).href;

/** The compiled library: its workers are compiled files. */
const library = async (): Promise<typeof Diffusion> => (await import(/* @vite-ignore */ BUILT)) as typeof Diffusion;

const recipe: Diffusion.TrainingRecipe = {
  seed: 3,
  shape: {
    side: 8,
    patch: 4,
    window: 6,
    channels: 8,
    tokenHidden: 8,
    channelHidden: 16,
    blocks: 1,
    condition: 8,
    classes: 3,
  },
  quantisation: { trits: 2, activationBits: 4 },
  floatSteps: 4,
  quantisedSteps: 4,
  guidanceSteps: 3,
  labelDropout: 0.5,
  batch: 48,
  shards: 3,
  rate: 1e-2,
  quantisedRate: 0.5,
  guidanceRate: 0.2,
  warmup: 2,
  weightDecay: 0.01,
  clip: 1,
  average: 0.9,
  weightNoise: 0.1,
};

/** Three kinds of stripes. */
const images: Diffusion.ImageSet = {
  name: 'stripes',
  count: 30,
  side: 8,
  classes: 3,
  images: Uint8Array.from({ length: 30 * 64 }, (_, i) => ((i >> ((i >> 6) % 3)) & 1 ? 255 : 0)),
  labels: Uint8Array.from({ length: 30 }, (_, i) => i % 3),
};

describe('training', () => {
  it('gives the same bytes in this thread, on two threads and on five', async () => {
    const { trainDenoiser } = await library();
    const alone = await trainDenoiser(recipe, images, { workers: 0 });
    for (const workers of [2, 5]) {
      expect((await trainDenoiser(recipe, images, { workers })).parameters).toEqual(alone.parameters);
    }
    expect((await trainDenoiser({ ...recipe, seed: 4 }, images)).parameters).not.toEqual(alone.parameters);
  });

  it('goes on from any checkpoint to the same end, and from where it was aborted', async () => {
    const { trainDenoiser } = await library();
    const states: Diffusion.TrainingState[] = [];
    const onCheckpoint = (state: Diffusion.TrainingState): Promise<void> => Promise.resolve(void states.push(state));
    const whole = await trainDenoiser(recipe, images, { checkpointEvery: 3, onCheckpoint });
    expect(states.map(({ step }) => step)).toEqual([3, 6, 9]);
    const abort = new AbortController();
    const onProgress = ({ step }: Diffusion.TrainingProgress): void => {
      if (step === 5) abort.abort();
    };
    await expect(trainDenoiser(recipe, images, { signal: abort.signal, onProgress, onCheckpoint })).rejects.toThrow(
      /abort/i,
    );
    expect(states.at(-1)?.step).toBe(5);
    for (const resume of states) {
      expect((await trainDenoiser(recipe, images, { resume })).parameters).toEqual(whole.parameters);
    }
  });

  it('learns: the loss falls', async () => {
    const { trainDenoiser } = await library();
    const losses: number[] = [];
    const longer = { ...recipe, floatSteps: 150, quantisedSteps: 0, guidanceSteps: 0 };
    await trainDenoiser(longer, images, { onProgress: ({ loss }) => losses.push(loss) });
    expect(losses.at(-1)!).toBeLessThan(0.6 * losses[0]!);
  });

  it('says which batches fit', async () => {
    const { trainDenoiser } = await library();
    await expect(trainDenoiser({ ...recipe, batch: 50 }, images)).rejects.toThrow(
      'batch is 50; it must be a multiple of 3 shards x 16 images',
    );
  });
});
