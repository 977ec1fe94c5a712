import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError, FileError, RandomStream } from '../../../base/index.js';
import { readIdx } from '../data/idx.js';
import { generateImages, beginGeneration } from '../generation/generation.js';
import { loadDenoiser } from '../models/denoiser-file.js';
import { builtInDenoiserPath, builtInJudgePath } from '../models/locations.js';
import { GaussianNoise } from '../sampling/noise.js';
import { guided, type Guidance } from '../sampling/sampler.js';
import { SoftwareDenoiser } from '../sampling/software-denoiser.js';
import { normalisedPixels } from './classifier.js';
import { judgeImages, loadJudge, type Quality } from './judge.js';

/** Quality of a run's images, beside the same network in software. */
export interface QualityReport extends Quality {
  /** Test accuracy of the classifier that judged. */
  readonly classifierAccuracy: number;
  /** The same labels, steps and number of images from float weights and normal numbers of a seeded generator. */
  readonly software?: Quality;
}

/** What `compareRun` may be told. */
export interface QualityOptions {
  readonly judge?: string;
  /** False leaves out the software images. */
  readonly software?: boolean;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Images times steps that the software has done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The part of a generation's manifest that its software twin needs. */
const manifestSchema = z.object({
  experiment: z.literal('generate'),
  params: z.object({
    model: z.string(),
    steps: z.number(),
    guidance: z.number(),
    guidanceFrom: z.number(),
    guidanceTo: z.number(),
  }),
});

/** Images that pass the software network together. */
const BATCH = 128;

/**
 * Judges the images of a generation's run folder.
 * @throws FileError when a file of the run cannot be read, DataError when the folder holds no generation, RangeError for too few images
 */
export async function compareRun(folder: string, options: QualityOptions = {}): Promise<QualityReport> {
  const judge = await loadJudge(options.judge ?? builtInJudgePath());
  const { model, steps, guidance } = await generationParams(folder);
  const images = await readIdx(join(folder, 'images.idx3-ubyte'));
  const labels = (await readIdx(join(folder, 'labels.idx1-ubyte'))).values;
  const seed = options.seed ?? 1;
  const own = judgeImages(judge, normalisedPixels(images.values), labels, seed);
  if (options.software === false) return { ...own, classifierAccuracy: judge.accuracy };

  const { layout, parameters } = await loadDenoiser(model);
  const pixels = layout.shape.side ** 2;
  const state = beginGeneration({ labels, pixels, steps });
  const generating = generateImages(
    {
      labels,
      pixels,
      steps,
      batch: BATCH,
      denoiser: guided(new SoftwareDenoiser(layout, parameters), guidance, layout.shape.classes),
      noise: new GaussianNoise(RandomStream.from(seed, 'software noise')),
      pathImages: 0,
      pathSteps: new Set(),
      ...(options.signal && { signal: options.signal }),
    },
    state,
  );
  let done = 0;
  for await (const step of generating) {
    done += step.images;
    options.onProgress?.(done, labels.length * steps);
    // Software steps never wait for anything: let signals and progress through.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const software = judgeImages(judge, normalisedPixels(state.images), labels, seed);
  return { ...own, classifierAccuracy: judge.accuracy, software };
}

async function generationParams(folder: string): Promise<{ model: string; steps: number; guidance: Guidance }> {
  const path = join(folder, 'manifest.json');
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new FileError(`cannot read ${path}`, {
      cause,
      nextStep: 'give the folder of a run that spindrift generate made',
    });
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) {
    throw new DataError(`${folder} holds no generation`, {
      nextStep: 'give the folder of a run that spindrift generate made',
    });
  }
  const { model, steps, guidance, guidanceFrom, guidanceTo } = parsed.data.params;
  return {
    model: model === '' ? builtInDenoiserPath() : model,
    steps,
    guidance: { weight: guidance, from: guidanceFrom, to: guidanceTo },
  };
}
