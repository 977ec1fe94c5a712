import { RandomStream } from '../../../base/index.js';
import type { ImageSet } from '../data/mnist.js';
import { TensorEngine } from '../tensor/engine.js';
import { CLASSIFIER, CLASSIFIER_SIZE, CLASSIFIER_SLOTS, ClassifierPass } from './classifier-pass.js';

/** How the classifier was made; its parameters follow from this and the images. */
export interface ClassifierRecipe {
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
}

/** The recipe of the classifier that comes with the project. */
export const CLASSIFIER_RECIPE: ClassifierRecipe = { seed: 1, epochs: 5, batch: 64, rate: 1.5e-3 };

/** What the classifier says of a set of images. */
export interface Classification {
  readonly count: number;
  /** count x 64 features. */
  readonly features: Float32Array;
  /** Most likely class, and its probability. */
  readonly labels: Uint8Array;
  readonly confidence: Float32Array;
}

const EVALUATION_BATCH = 64;
const PIXELS = CLASSIFIER.side ** 2;

/**
 * Trains the classifier with Adam on shuffled epochs, images shifted by up to two pixels, learning rate falling as a cosine.
 * Deterministic. @throws the abort reason when `signal` aborts
 */
export async function trainClassifier(
  recipe: ClassifierRecipe,
  images: ImageSet,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number, loss: number) => void;
  } = {},
): Promise<Float32Array> {
  const pass = new ClassifierPass(recipe.batch);
  const engine = new TensorEngine(CLASSIFIER_SIZE * 5 + 64);
  const [w, g, m, v, average] = Array.from({ length: 5 }, () => engine.allocate(CLASSIFIER_SIZE));
  if (!w || !g || !m || !v || !average) throw new RangeError('no memory for the optimiser');
  for (const slot of CLASSIFIER_SLOTS) {
    const random = RandomStream.from(recipe.seed, 'classifier', slot.name);
    if (slot.inputs === 0) continue;
    for (let i = 0; i < slot.length; i++) w.data[slot.offset + i] = random.gaussian() * Math.sqrt(2 / slot.inputs);
  }
  const perEpoch = Math.floor(images.count / recipe.batch);
  const total = perEpoch * recipe.epochs;
  const labels = new Uint8Array(recipe.batch);
  let smooth = NaN;
  for (let step = 0; step < total; step++) {
    options.signal?.throwIfAborted();
    const random = RandomStream.from(recipe.seed, 'classifier-batch', step);
    const order = epochOrder(recipe.seed, Math.floor(step / perEpoch), images.count);
    for (let i = 0; i < recipe.batch; i++) {
      const index = order[(step % perEpoch) * recipe.batch + i] ?? 0;
      labels[i] = images.labels[index] ?? 0;
      shifted(images.images, index, random.integer(5) - 2, random.integer(5) - 2, pass.input.data, i * PIXELS);
    }
    pass.parameters.data.set(w.data);
    const probabilities = pass.forward();
    pass.backward(probabilities, labels);
    g.data.set(pass.gradients.data);
    const rate = recipe.rate * (0.01 + 0.99 * 0.5 * (1 + Math.cos((Math.PI * step) / total)));
    engine.kernels.adamw(
      CLASSIFIER_SIZE,
      w.at,
      g.at,
      m.at,
      v.at,
      average.at,
      rate / (1 - 0.9 ** (step + 1)),
      1 / (1 - 0.999 ** (step + 1)),
      0.9,
      0.999,
      1e-8,
      0,
      1,
      0,
    );
    const loss = crossEntropy(probabilities, labels);
    smooth = Number.isNaN(smooth) ? loss : smooth + (loss - smooth) / 100;
    options.onProgress?.(step + 1, total, smooth);
    if (step % 20 === 19) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return Float32Array.from(w.data);
}

/** Classifies images with pixels in [-1, 1], count x 784. */
export function classify(parameters: Float32Array, pixels: Float32Array): Classification {
  const count = pixels.length / PIXELS;
  const pass = new ClassifierPass(EVALUATION_BATCH);
  pass.parameters.data.set(parameters);
  const features = new Float32Array(count * CLASSIFIER.features);
  const labels = new Uint8Array(count);
  const confidence = new Float32Array(count);
  for (let start = 0; start < count; start += EVALUATION_BATCH) {
    const n = Math.min(EVALUATION_BATCH, count - start);
    pass.input.data.fill(0);
    pass.input.data.set(pixels.subarray(start * PIXELS, (start + n) * PIXELS));
    const probabilities = pass.forward();
    features.set(pass.features.data.subarray(0, n * CLASSIFIER.features), start * CLASSIFIER.features);
    for (let i = 0; i < n; i++) {
      const row = probabilities.subarray(i * CLASSIFIER.classes, (i + 1) * CLASSIFIER.classes);
      const best = row.reduce((top, p, c) => (p > (row[top] ?? 0) ? c : top), 0);
      labels[start + i] = best;
      confidence[start + i] = row[best] ?? 0;
    }
  }
  return { count, features, labels, confidence };
}

/** Pixels of an image set as the classifier takes them. */
export function normalisedPixels(images: Uint8Array): Float32Array {
  return Float32Array.from(images, (p) => p / 127.5 - 1);
}

const orders = new Map<string, Uint32Array>();

function epochOrder(seed: number, epoch: number, count: number): Uint32Array {
  const key = `${seed}/${epoch}/${count}`;
  let order = orders.get(key);
  if (order === undefined) {
    orders.clear();
    order = Uint32Array.from({ length: count }, (_, i) => i);
    const random = RandomStream.from(seed, 'classifier-epoch', epoch);
    for (let i = count - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    orders.set(key, order);
  }
  return order;
}

function shifted(images: Uint8Array, index: number, dx: number, dy: number, out: Float32Array, at: number): void {
  const side = CLASSIFIER.side;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const inside = y - dy >= 0 && y - dy < side && x - dx >= 0 && x - dx < side;
      const pixel = inside ? (images[index * PIXELS + (y - dy) * side + x - dx] ?? 0) : 0;
      out[at + y * side + x] = pixel / 127.5 - 1;
    }
  }
}

function crossEntropy(probabilities: Float32Array, labels: Uint8Array): number {
  let sum = 0;
  labels.forEach((label, i) => (sum -= Math.log(Math.max(probabilities[i * CLASSIFIER.classes + label] ?? 0, 1e-12))));
  return sum / labels.length;
}
