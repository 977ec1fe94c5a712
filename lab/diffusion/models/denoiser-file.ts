import { z } from 'zod';
import { DataError } from '../../../base/index.js';
import type { NetworkShape, Quantisation } from '../network/shape.js';
import { Layout } from '../network/shape.js';
import type { TrainingRecipe } from '../training/trainer.js';
import { readContainer, writeContainer } from './container.js';

const shapeSchema = z.object({
  side: z.number(),
  patch: z.number(),
  window: z.number(),
  channels: z.number(),
  tokenHidden: z.number(),
  channelHidden: z.number(),
  blocks: z.number(),
  condition: z.number(),
  classes: z.number(),
}) satisfies z.ZodType<NetworkShape>;

const headerSchema = z.object({
  kind: z.literal('denoiser'),
  name: z.string(),
  data: z.string(),
  shape: shapeSchema,
  quantisation: z.object({ trits: z.number(), activationBits: z.number() }) satisfies z.ZodType<Quantisation>,
  recipe: z.record(z.string(), z.unknown()),
  command: z.string(),
  loss: z.number(),
  seconds: z.number(),
});

/** A trained denoiser and how it came to be. */
export interface DenoiserModel {
  readonly name: string;
  /** Data set that it was trained on. */
  readonly data: string;
  readonly layout: Layout;
  readonly quantisation: Quantisation;
  /** Latent parameters: quantise them for an array, use them as they are in software. */
  readonly parameters: Float32Array;
  readonly recipe: Readonly<Record<string, unknown>>;
  /** The command that makes it again, and how long that took. */
  readonly command: string;
  readonly loss: number;
  readonly seconds: number;
}

/** @throws FileError when the file cannot be read, DataError when it is no denoiser or its shape and size disagree */
export async function loadDenoiser(path: string): Promise<DenoiserModel> {
  const { header, values } = await readContainer(path);
  const nextStep = 'give a denoiser that spindrift train wrote';
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DataError(
      `${path} is no denoiser: ${issue?.path.join('.') ?? 'header'}: ${issue?.message ?? 'malformed'}`,
      { nextStep },
    );
  }
  const { shape, ...rest } = parsed.data;
  let layout: Layout;
  try {
    layout = new Layout(shape);
  } catch (cause) {
    throw new DataError(`${path} describes a network that cannot be built: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
      nextStep,
    });
  }
  if (values.length !== layout.size) {
    throw new DataError(`${path} holds ${values.length} parameters; its shape needs ${layout.size}`, { nextStep });
  }
  return { ...rest, layout, parameters: values };
}

/** Writes a trained denoiser. @throws FileError */
export async function saveDenoiser(
  path: string,
  model: {
    name: string;
    data: string;
    recipe: TrainingRecipe;
    parameters: Float32Array;
    command: string;
    loss: number;
    seconds: number;
  },
): Promise<void> {
  const { shape, quantisation, ...recipe } = model.recipe;
  const { name, data, command, loss, seconds } = model;
  await writeContainer(
    path,
    { kind: 'denoiser', name, data, shape, quantisation, recipe, command, loss, seconds },
    model.parameters,
  );
}
