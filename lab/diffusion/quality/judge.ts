import { z } from 'zod';
import { DataError, RandomStream } from '../../../base/index.js';
import type { ImageSet } from '../data/mnist.js';
import { readContainer, writeContainer } from '../models/container.js';
import { classify, normalisedPixels } from './classifier.js';
import type { ClassifierRecipe } from './classifier.js';
import { CLASSIFIER, CLASSIFIER_SIZE } from './classifier-pass.js';
import type { FeatureStatistics } from './frechet.js';
import { featureStatistics, frechetDistance } from './frechet.js';
import { coverage, kernelDistance, scaleFeatures } from './neighbours.js';

/** Name of the feature space, to be written beside every distance: it is not the Inception network's. */
export const FEATURE_SPACE = 'LeNet-64 (MNIST)';

const DIMENSION = CLASSIFIER.features;
/** Real images whose features are kept for kernel distance, precision and recall. */
const KEPT = 2000;
const BOOTSTRAPS = 40;

const headerSchema = z.object({
  kind: z.literal('judge'),
  data: z.string(),
  accuracy: z.number(),
  referenceCount: z.number(),
  kept: z.number(),
  recipe: z.object({ seed: z.number(), epochs: z.number(), batch: z.number(), rate: z.number() }),
  command: z.string(),
  seconds: z.number(),
});

/** A classifier, and what the features of real test images look like to it. */
export interface Judge {
  readonly classifier: Float32Array;
  /** Share of the test images that it classifies correctly. */
  readonly accuracy: number;
  readonly recipe: ClassifierRecipe;
  readonly reference: FeatureStatistics;
  /** Features of the first `KEPT` test images. */
  readonly sample: Float32Array;
}

/** Quality of a set of generated images against real test images. */
export interface Quality {
  readonly n: number;
  readonly features: string;
  /** Fréchet distance to the real test images, and its 95 % interval by bootstrap. */
  readonly fid: number;
  readonly fidCi: readonly [number, number];
  readonly kid: number;
  readonly precision: number;
  readonly recall: number;
  /** Share classified with a confidence above 0.9. */
  readonly confident: number;
  /** Share classified as the label that was asked for. */
  readonly asAsked: number;
  /** Entropy of the predicted labels in nats; 2.303 when all ten are equally frequent. */
  readonly labelEntropy: number;
}

/** Evaluates a classifier on the test set and gathers the reference. */
export function makeJudge(classifier: Float32Array, recipe: ClassifierRecipe, test: ImageSet): Judge {
  const seen = classify(classifier, normalisedPixels(test.images));
  const correct = seen.labels.reduce((sum, label, i) => sum + (label === test.labels[i] ? 1 : 0), 0);
  return {
    classifier,
    accuracy: correct / test.count,
    recipe,
    reference: featureStatistics(seen.features, DIMENSION),
    sample: seen.features.slice(0, KEPT * DIMENSION),
  };
}

/** @throws FileError */
export async function saveJudge(
  path: string,
  judge: Judge,
  made: { data: string; command: string; seconds: number },
): Promise<void> {
  const { classifier, accuracy, recipe, reference, sample } = judge;
  const values = new Float32Array([...classifier, ...reference.mean, ...reference.covariance, ...sample]);
  const header = {
    kind: 'judge',
    ...made,
    accuracy,
    referenceCount: reference.count,
    kept: sample.length / DIMENSION,
    recipe,
  };
  await writeContainer(path, header, values);
}

/** @throws FileError when the file cannot be read, DataError when it is no judge */
export async function loadJudge(path: string): Promise<Judge> {
  const { header, values } = await readContainer(path);
  const parsed = headerSchema.safeParse(header);
  const expected = parsed.success ? CLASSIFIER_SIZE + DIMENSION + DIMENSION ** 2 + parsed.data.kept * DIMENSION : -1;
  if (!parsed.success || values.length !== expected) {
    throw new DataError(`${path} holds no classifier with reference statistics`, {
      nextStep: 'make one with: spindrift train --classifier',
    });
  }
  let at = 0;
  const take = (n: number): Float32Array => values.slice(at, (at += n));
  const classifier = take(CLASSIFIER_SIZE);
  const mean = Float64Array.from(take(DIMENSION));
  const covariance = Float64Array.from(take(DIMENSION ** 2));
  const { accuracy, recipe, referenceCount, kept } = parsed.data;
  return {
    classifier,
    accuracy,
    recipe,
    reference: { count: referenceCount, mean, covariance },
    sample: take(kept * DIMENSION),
  };
}

/**
 * Judges generated images: pixels in [-1, 1], count x 784, and the labels that were asked for.
 * @throws RangeError for fewer than 65 images: a covariance of 64 features needs more
 */
export function judgeImages(judge: Judge, pixels: Float32Array, asked: Uint8Array, seed = 1): Quality {
  const n = asked.length;
  if (n <= DIMENSION)
    throw new RangeError(`${n} images: a Fréchet distance in ${DIMENSION} features needs more than ${DIMENSION}`);
  const seen = classify(judge.classifier, pixels);
  const fid = frechetDistance(featureStatistics(seen.features, DIMENSION), judge.reference);
  const deviation = Array.from({ length: DIMENSION }, (_, d) =>
    Math.sqrt(judge.reference.covariance[d * DIMENSION + d] ?? 0),
  );
  const generated = scaleFeatures(seen.features.subarray(0, Math.min(n, KEPT) * DIMENSION), DIMENSION, deviation);
  const real = scaleFeatures(judge.sample.subarray(0, Math.min(n, KEPT) * DIMENSION), DIMENSION, deviation);
  const share = (test: (i: number) => boolean): number => {
    let count = 0;
    for (let i = 0; i < n; i++) if (test(i)) count++;
    return count / n;
  };
  return {
    n,
    features: FEATURE_SPACE,
    fid,
    fidCi: bootstrapInterval(judge, seen.features, n, fid, seed),
    kid: kernelDistance(generated, real),
    ...coverage(generated, real),
    confident: share((i) => (seen.confidence[i] ?? 0) > 0.9),
    asAsked: share((i) => seen.labels[i] === asked[i]),
    labelEntropy: entropy(seen.labels),
  };
}

/** The distance itself ± 1.96 bootstrap standard deviations; a percentile interval would sit above the biased estimate. */
function bootstrapInterval(
  judge: Judge,
  features: Float32Array,
  n: number,
  fid: number,
  seed: number,
): [number, number] {
  const random = RandomStream.from(seed, 'bootstrap');
  const distances = Array.from({ length: BOOTSTRAPS }, () => {
    const pick = Uint32Array.from({ length: n }, () => random.integer(n));
    return frechetDistance(featureStatistics(features, DIMENSION, pick), judge.reference);
  });
  const mean = distances.reduce((a, b) => a + b, 0) / BOOTSTRAPS;
  const deviation = Math.sqrt(distances.reduce((a, d) => a + (d - mean) ** 2, 0) / (BOOTSTRAPS - 1));
  return [fid - 1.96 * deviation, fid + 1.96 * deviation];
}

function entropy(labels: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / labels.length) * Math.log(count / labels.length);
  return sum;
}
