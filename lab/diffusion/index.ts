/** The diffusion model: data, training, quantisation, mapping to tiles, sampling, generation and quality. */
export { type ImageSet, loadMnist } from './data/mnist.js';
export { encodeIdx, type IdxArray, parseIdx, readIdx } from './data/idx.js';
export { type BoardWork, estimateWork, type GenerationRequest } from './generation/estimate.js';
export { BoardBits } from './generation/board-bits.js';
export { type GenerationEnd, writeGeneration } from './generation/artifacts.js';
export * from './generation/generation.js';
export { GenerationRecord, type StepReading } from './generation/record.js';
export { grayImage, requestedLabels, toBytes } from './generation/gray.js';
export { BoardProducts, type ProductCounters } from './mapping/board-products.js';
export { calibratePairs, type PairGains } from './mapping/calibration.js';
export { ExactProducts, multiplyLayer, type TileProducts } from './mapping/product.js';
export { type ArraySize, type LayerPlan, planCost, type PlanCost, planLayer, type Tile } from './mapping/tiles.js';
export { type DenoiserModel, loadDenoiser, saveDenoiser } from './models/denoiser-file.js';
export { builtInDenoiserPath, builtInJudgePath } from './models/locations.js';
export * from './network/quantise.js';
export * from './network/shape.js';
export {
  classify,
  CLASSIFIER_RECIPE,
  type Classification,
  type ClassifierRecipe,
  trainClassifier,
} from './quality/classifier.js';
export { compareRun, type QualityOptions, type QualityReport } from './quality/compare.js';
export { compareRunInThread, type CompareInThreadOptions } from './quality/parallel/compare-in-thread.js';
export { type FeatureStatistics, featureStatistics, frechetDistance } from './quality/frechet.js';
export {
  FEATURE_SPACE,
  type Judge,
  judgeImages,
  loadJudge,
  makeJudge,
  type Quality,
  saveJudge,
} from './quality/judge.js';
export { ArrayDenoiser, MAXIMUM_BATCH, planNetwork } from './sampling/array-denoiser.js';
export { BitNoise, type NoiseBits, GaussianNoise, SeededBits } from './sampling/noise.js';
export {
  type Denoiser,
  guided,
  type Guidance,
  isGuided,
  type NoiseSource,
  sample,
  type SampleStep,
} from './sampling/sampler.js';
export { SoftwareDenoiser } from './sampling/software-denoiser.js';
export * from './schedule.js';
export {
  learningRate,
  trainDenoiser,
  type TrainingOptions,
  type TrainingProgress,
  type TrainingRecipe,
  type TrainingResult,
  type TrainingState,
} from './training/trainer.js';
export { DENOISER_RECIPE } from './training/recipes.js';
export {
  trainDenoiserSession,
  trainJudgeSession,
  type TrainingOutcome,
  type TrainingSessionOptions,
} from './training/session.js';
