import { rm } from 'node:fs/promises';
import { DataError, FileError, systemClock, type Clock } from '../../../base/index.js';
import { loadMnist } from '../data/mnist.js';
import { readContainer, writeContainer } from '../models/container.js';
import { saveDenoiser } from '../models/denoiser-file.js';
import { trainClassifier, type ClassifierRecipe } from '../quality/classifier.js';
import { makeJudge, saveJudge, type Judge } from '../quality/judge.js';
import { trainDenoiser, type TrainingProgress, type TrainingRecipe, type TrainingState } from './trainer.js';

/** Where a session writes, and what it tells. */
export interface TrainingSessionOptions<P> {
  /** Model file to write. */
  readonly path: string;
  /** The command that repeats this training, for the file's header. */
  readonly command: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
  readonly clock?: Clock;
}

/** What `spindrift train` made. */
export interface TrainingOutcome {
  readonly model: string;
  readonly loss: number;
  /** Images seen over images in the set. */
  readonly epochs: number;
  /** Seconds of training, over all its sessions. */
  readonly seconds: number;
}

/**
 * Trains a denoiser on MNIST and writes it. A state is kept beside the model (`PATH.training`) every thousand steps and when
 * it is aborted; a later session with the same recipe goes on from there and ends with the same bytes.
 * @throws DataError when the state beside the model belongs to another recipe; FileError; the abort reason
 */
export async function trainDenoiserSession(
  recipe: TrainingRecipe,
  options: TrainingSessionOptions<TrainingProgress> & { readonly workers: number },
): Promise<TrainingOutcome> {
  const { path, command, workers, signal, onProgress } = options;
  const clock = options.clock ?? systemClock;
  const images = await loadMnist('train');
  const statePath = `${path}.training`;
  const earlier = await readState(statePath, recipe);
  const started = clock.now();
  const seconds = (): number => (earlier?.seconds ?? 0) + clock.now() - started;
  const result = await trainDenoiser(recipe, images, {
    workers,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(earlier && { resume: earlier.state }),
    onCheckpoint: ({ step, loss, values }) =>
      writeContainer(statePath, { kind: 'training-state', recipe, step, loss, seconds: seconds() }, values),
  });
  const { parameters, loss } = result;
  await saveDenoiser(path, {
    name: 'mnist-mixer',
    data: images.name,
    recipe,
    parameters,
    command,
    loss,
    seconds: seconds(),
  });
  await rm(statePath, { force: true });
  return { model: path, loss, epochs: (result.steps * recipe.batch) / images.count, seconds: seconds() };
}

/** Trains the classifier, measures it on the test set, and writes it with the reference statistics. */
export async function trainJudgeSession(
  recipe: ClassifierRecipe,
  options: TrainingSessionOptions<{ readonly step: number; readonly steps: number; readonly loss: number }>,
): Promise<TrainingOutcome & { readonly accuracy: number }> {
  const { path, command, signal, onProgress } = options;
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  const images = await loadMnist('train');
  let last = NaN;
  const classifier = await trainClassifier(recipe, images, {
    ...(signal && { signal }),
    onProgress: (step, steps, loss) => {
      last = loss;
      onProgress?.({ step, steps, loss });
    },
  });
  const judge: Judge = makeJudge(classifier, recipe, await loadMnist('test'));
  const seconds = clock.now() - started;
  await saveJudge(path, judge, { data: 'mnist-test', command, seconds });
  return { model: path, loss: last, epochs: recipe.epochs, seconds, accuracy: judge.accuracy };
}

async function readState(
  path: string,
  recipe: TrainingRecipe,
): Promise<{ state: TrainingState; seconds: number } | undefined> {
  let container;
  try {
    container = await readContainer(path);
  } catch (error) {
    if (error instanceof FileError && isMissing(error.cause)) return undefined;
    throw error;
  }
  const { header, values } = container;
  if (JSON.stringify(header['recipe']) !== JSON.stringify(recipe)) {
    throw new DataError(`${path} belongs to a training with another recipe`, {
      nextStep: `repeat that training's options to go on with it, or delete ${path} to start afresh`,
    });
  }
  const state = { step: Number(header['step']), loss: Number(header['loss']), values };
  return { state, seconds: Number(header['seconds']) };
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
