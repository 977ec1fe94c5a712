import { z } from 'zod';

/** The list of contents of a `.spin` container; its last entry. */
export const SPIN_LIST = 'spin.json';

/** What `spin.json` holds. */
export const spinListSchema = z.looseObject({
  format: z.literal('spindrift-spin'),
  /** Changes when an older reader would misread the container. */
  version: z.literal(1),
  run: z.string().min(1),
  experiment: z.string().min(1),
  boardKind: z.string(),
  /** Present where the data are not of a physical board. */
  notice: z.string().optional(),
  /** Version of the program that wrote it. */
  program: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type SpinList = z.infer<typeof spinListSchema>;

/** Zip without its 64-bit extension ends here; so do we, well before. */
export const MOST_SPIN_BYTES = 4e9;
/** Files of a container. */
export const MOST_SPIN_FILES = 10_000;
