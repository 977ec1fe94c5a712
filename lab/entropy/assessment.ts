import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DataError } from '../../base/index.js';
import { fileError } from '../runs/file-errors.js';

const estimate = z.number().nonnegative().nullable();

/** A stored assessment: what `spindrift assess non-iid FILE --json` prints. Only what is relied upon is demanded. */
const STORED = z.object({
  samples: z.int().positive(),
  bitsPerSample: z.int().min(1).max(8),
  minEntropy: z.number().positive(),
  estimators: z.record(z.string(), z.unknown()).optional(),
  hOriginal: estimate.optional(),
  hBitstring: estimate.optional(),
  file: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  board: z.object({ serial: z.string().optional(), kind: z.string().optional() }).optional(),
  notEntropy: z.boolean().optional(),
  /** Output of a conditioning function was assessed: no figure for raw bits. */
  conditioned: z.boolean().optional(),
});

/** A stored assessment of raw samples. */
export type StoredAssessment = z.infer<typeof STORED>;

/** Fewest samples that an assessment is made for (SP 800-90B 3.1.1). */
export const LEAST_ASSESSED = 1_000_000;

/** What a tap needs of an assessment, per bit. */
export interface AssessedSource {
  /** Min-entropy per raw bit. */
  readonly minEntropy: number;
  /** Where it comes from, for people and records. */
  readonly origin: string;
  readonly sha256?: string;
  /** The board whose bits were assessed, where known. */
  readonly serial?: string;
  /** What is doubtful about it: few samples, another board, bits of a stand-in. */
  readonly doubts: readonly string[];
}

/**
 * Reads an assessment that a tap may rely on.
 * @param path the JSON of `spindrift assess non-iid FILE --json`
 * @param serial of the board that it is used for; another one in the file is a doubt, not an error
 * @throws FileError if it cannot be read; DataError if it is no assessment, or one of samples wider than a bit
 */
export async function readAssessment(path: string, serial?: string): Promise<AssessedSource> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw fileError('read', path, cause);
  });
  const nextStep = 'Make one with: spindrift assess non-iid FILE --bits 1 --json > assessment.json';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DataError(`${path} is not JSON`, { nextStep, cause });
  }
  const parsed = STORED.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw new DataError(
      `${path} is no assessment: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'wrong shape'}`,
      {
        nextStep,
      },
    );
  }
  return assessedSource(parsed.data, path, serial);
}

/** What a tap makes of a stored assessment. @throws DataError for samples wider than a bit: a raw stream is assessed bit by bit */
export function assessedSource(stored: StoredAssessment, origin: string, serial?: string): AssessedSource {
  const { samples, bitsPerSample, minEntropy, sha256, board, notEntropy } = stored;
  if (bitsPerSample !== 1)
    throw new DataError(`${origin} assesses samples of ${bitsPerSample} bits, and the tap's samples are single bits`, {
      nextStep: 'Assess the raw bits one a byte, with --bits 1.',
    });
  if (stored.conditioned === true)
    throw new DataError(`${origin} assesses output of a conditioning function, which says nothing about raw bits`, {
      nextStep: 'Assess raw bits: spindrift entropy --mode raw, then spindrift assess non-iid without --conditioned.',
    });
  if (minEntropy > 1)
    throw new DataError(`${origin} claims ${minEntropy} bit of entropy in one bit`, {
      nextStep: 'Assess the data anew.',
    });
  const other = board?.serial !== undefined && serial !== undefined && board.serial !== serial;
  return {
    minEntropy,
    origin,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(board?.serial === undefined ? {} : { serial: board.serial }),
    doubts: [
      ...(samples < LEAST_ASSESSED ? [`it is of ${samples} samples only; ${LEAST_ASSESSED} are wanted`] : []),
      ...(other ? [`it is of the board ${board.serial}, and this one is ${serial}`] : []),
      ...(notEntropy === true ? ['the bits that it assesses were pseudo-random, not entropy'] : []),
    ],
  };
}
