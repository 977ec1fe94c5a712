import {
  type ArraySize,
  type BoardWork,
  builtInDenoiserPath,
  type DenoiserModel,
  estimateWork,
  isGuided,
  type LayerPlan,
  loadDenoiser,
  planNetwork,
  requestedLabels,
  sampleTimes,
} from '../diffusion/index.js';
import type { PlannedWork } from './define-experiment.js';

/** Pictures of the denoising path, and images in it. */
export const PATH_MOMENTS = 11;
export const PATH_IMAGES = 6;

/** The parameters that decide how much a generation does. */
export interface GenerationSize {
  readonly images: number;
  readonly steps: number;
  readonly model: string;
  readonly digits: string;
  readonly guidance: number;
  readonly guidanceFrom: number;
  readonly guidanceTo: number;
  readonly batch: number;
  readonly xorStages: number;
}

/** The model that parameters name. @throws FileError, DataError */
export function denoiserOf({ model }: GenerationSize): Promise<DenoiserModel> {
  return loadDenoiser(model === '' ? builtInDenoiserPath() : model);
}

/** What a generation asks of a board. */
export function generationWork(
  { layout, quantisation }: DenoiserModel,
  plans: ReadonlyMap<string, LayerPlan>,
  array: ArraySize,
  size: GenerationSize,
): BoardWork {
  const guidance = { weight: size.guidance, from: size.guidanceFrom, to: size.guidanceTo };
  const guidedSteps = sampleTimes(size.steps)
    .slice(0, -1)
    .filter((t) => isGuided(guidance, t)).length;
  return estimateWork(layout, plans, quantisation, array, { ...size, guidedSteps });
}

/**
 * A generation told before it begins. @throws RangeError for digits that are none, and for an array without room for an output; FileError, DataError for a
 * model that cannot be used
 */
export async function planGeneration(size: GenerationSize, array: ArraySize): Promise<PlannedWork> {
  const model = await denoiserOf(size);
  const { layout, parameters, quantisation } = model;
  requestedLabels(size.images, size.digits, layout.shape.classes);
  const plans = planNetwork(layout, parameters, quantisation.trits, array);
  const { bits, bitPulses, writes, macs, linkBytes, boardTimeS } = generationWork(model, plans, array, size);
  return {
    amount: size.images * size.steps,
    unit: 'image steps',
    boardS: boardTimeS,
    uses: { bits, pulses: bitPulses + writes + calibrationWrites(array), macs, linkBytes, bytes: folderBytes(size) },
  };
}

/** The calibration writes the whole array twice: it finds half of the cells as they must be, then none. */
function calibrationWrites({ rows, cols }: ArraySize): number {
  return 1.5 * rows * 2 * Math.floor(cols / 2);
}

/**
 * Bytes of a finished run's folder, as measured on runs of the built-in model: documents and plots; the path, as a picture of its own, in the report and as it
 * was last shown; an image as it is, and in the same three pictures, which show no more than 400; and what each step of a batch books.
 */
const BYTES = { run: 235e3, pathImage: 2.5e3, image: 785, shownImage: 2.4e3, step: 11e3 } as const;
const SHOWN_IMAGES = 400;

function folderBytes({ images, steps, batch }: GenerationSize): number {
  const path = Math.min(steps + 1, PATH_MOMENTS) * Math.min(images, PATH_IMAGES);
  return (
    BYTES.run +
    BYTES.pathImage * path +
    BYTES.image * images +
    BYTES.shownImage * Math.min(images, SHOWN_IMAGES) +
    BYTES.step * steps * Math.ceil(images / batch)
  );
}
