import type { TrainingRecipe } from './trainer.js';

/** The recipe of the denoiser that comes with the project. */
export const DENOISER_RECIPE: TrainingRecipe = {
  seed: 1,
  shape: {
    side: 28,
    patch: 4,
    window: 8,
    channels: 64,
    tokenHidden: 64,
    channelHidden: 128,
    blocks: 6,
    condition: 64,
    classes: 10,
  },
  quantisation: { trits: 2, activationBits: 4 },
  floatSteps: 10_000,
  quantisedSteps: 18_000,
  guidanceSteps: 4_000,
  labelDropout: 0.2,
  batch: 64,
  shards: 2,
  rate: 1.5e-3,
  quantisedRate: 0.5,
  guidanceRate: 0.2,
  warmup: 300,
  weightDecay: 0.01,
  clip: 1,
  average: 0.999,
  weightNoise: 0.15,
};
