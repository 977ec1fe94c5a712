import { z } from 'zod';

export const MANIFEST_FILE = 'manifest.json';
export const EVENTS_FILE = 'events.jsonl';
export const RESULT_FILE = 'result.json';
/** What a person wrote about the run; may change at any time. */
export const NOTES_FILE = 'notes.json';

/** What a run is: `running` until it ends one way or another; `interrupted` when its process vanished. */
export const RUN_STATES = ['running', 'finished', 'failed', 'aborted', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];
/** How a run can have ended. */
export type EndState = Exclude<RunState, 'running'>;

const record = z.record(z.string(), z.unknown());
/** ISO 8601 with offset. */
export const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time as ISO 8601 writes it');

/** What manifest.json holds; written once, before anything happens, and never changed. */
export const manifestSchema = z.looseObject({
  format: z.literal('spindrift-run'),
  /** Changes when an older reader would misread the folder. */
  version: z.literal(1),
  /** Unique among all runs. */
  id: z.string().min(1),
  /** Id of the experiment. */
  experiment: z.string().min(1),
  /** Its parameters with all defaults filled in, SI. */
  params: record,
  /** Identity, limits and address of the board; null for a run without one. */
  board: record.nullable(),
  /** Versions of program, Node, protocol, energy model, … */
  versions: z.record(z.string(), z.string()),
  /** The seed that repeats a simulated run. */
  seed: z.union([z.number(), z.string()]).optional(),
  started: moment,
  host: z.looseObject({ name: z.string(), platform: z.string(), arch: z.string() }),
  /** The process that writes the run, so that a vanished one can be told. */
  process: z.looseObject({ pid: z.number().int(), startTicks: z.string().optional() }),
});
export type RunManifest = z.infer<typeof manifestSchema>;

/** A file of the run that is no log. */
export interface ArtifactRecord {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What result.json holds; written last, by rename: where it is, the run has ended. */
export const resultSchema = z.looseObject({
  status: z.enum(['finished', 'failed', 'aborted', 'interrupted']),
  ended: moment,
  /** Seconds from start to end; null when nobody saw the end. */
  seconds: z.number().min(0).nullable(),
  /** Events in the log. */
  events: z.number().int(),
  results: record,
  /** The energy report of the ledger; null when there is none. */
  energy: record.nullable(),
  error: z.looseObject({ name: z.string(), message: z.string() }).optional(),
  artifacts: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type RunResult = z.infer<typeof resultSchema>;
