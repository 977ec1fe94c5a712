import { z } from 'zod';
import type { QualityReport } from '../../../lab/diffusion/index.js';
import type {
  EnergyEntry,
  EnergySelection,
  EnergyView,
  Formula,
  Produced,
  Recomputed,
  RecomputeCheck,
  TracedStep,
} from '../../../lab/energy/index.js';
import type { GrayImage } from '../../../lab/report/index.js';
import type { RunState } from '../../../lab/runs/index.js';
import { call, stream, type } from '../define.js';

/** A stored run, or one that goes on. */
export interface EnergyRun {
  /** Its folder: what the other methods take. */
  readonly run: string;
  readonly id: string;
  readonly experiment: string;
  readonly state: RunState;
  /** ISO 8601 with offset. */
  readonly started: string;
}

/** What a run says of itself. */
export interface EnergyRunDetails extends EnergyRun {
  readonly params: Readonly<Record<string, unknown>>;
  readonly board?: { readonly kind: string; readonly name: string; readonly uri: string };
  /** How the host's own energy is known; only at the end of a run. */
  readonly hostMeter?: { readonly kind: string; readonly detail: string };
  readonly results?: Readonly<Record<string, unknown>>;
  /** Why it failed. */
  readonly error?: string;
}

/** The books of a run as they stand. */
export interface EnergyNews {
  readonly run: EnergyRunDetails;
  /** Version of formulas and constants that this program knows. */
  readonly modelVersion: string;
  readonly entries: number;
  /** Lines that could not be read. */
  readonly damaged: number;
  readonly produced: Produced;
  /** Everything up to now, of either clock; absent while nothing was booked on it. */
  readonly board?: EnergySelection;
  readonly host?: EnergySelection;
  /** Steps since the last item. */
  readonly newSteps: readonly TracedStep[];
  /** Steps beyond those that are kept. */
  readonly stepsOmitted: number;
}

/** An entry of the books with its joules worked out again. */
export interface CheckedEntry {
  readonly entry: EnergyEntry;
  readonly again: Recomputed;
}

/** A page of entries, and how far all of them agree with their formulas. */
export interface EnergyEntries {
  readonly total: number;
  readonly entries: readonly CheckedEntry[];
  readonly check: RecomputeCheck;
  /** The formulas that the entries were made with, with their constants. */
  readonly formulas: readonly Formula[];
}

/** What the judgement of a run's images tells. */
export type QualityNews =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'report'; readonly report: QualityReport };

/** Pictures of a generation. */
export interface RunPictures {
  readonly run: string;
  readonly grid?: GrayImage;
  /** The denoising path of the first images. */
  readonly path?: GrayImage;
}

const run = z.string().min(1).max(4096);
const scope = z.enum(['device', 'array', 'board', 'host']);
const kind = z.enum(['measured', 'modelled', 'estimated']);
const clock = z.enum(['board', 'host']);
const span = { fromS: z.number().optional(), toS: z.number().optional() };
const pick = {
  scope: scope.optional(),
  kind: kind.optional(),
  component: z.string().optional(),
  phase: z.string().optional(),
  /** Id of the formula. */
  formula: z.string().optional(),
};

/** Files of a generation that a page may fetch whole. */
export const GENERATION_FILES = ['grid.png', 'path.png', 'report.html', 'images.idx3-ubyte', 'energy.json'] as const;

/** Methods 600 to 699. */
export const energyApi = {
  /** Runs of the store, newest first. */
  'energy.runs': call(600, z.object({ experiment: z.string().optional() }), type<readonly EnergyRun[]>()),
  /** The books of a run now, and again as they grow (four times a second at most); ends when the run has ended. */
  'energy.follow': stream(601, z.object({ run }), type<EnergyNews>()),
  /** Power and energy over time. */
  'energy.view': call(
    602,
    z.object({
      run,
      scope,
      kind,
      split: z.enum(['phase', 'component', 'none']).default('none'),
      bins: z.int().min(1).max(1024).default(512),
      ...span,
    }),
    type<EnergyView>(),
  ),
  /** The exact sums of a stretch of time. */
  'energy.selection': call(603, z.object({ run, clock, ...span }), type<EnergySelection>()),
  /** Entries of a selection, each held against its formula. */
  'energy.entries': call(
    604,
    z.object({
      run,
      clock,
      ...span,
      ...pick,
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(500).default(50),
    }),
    type<EnergyEntries>(),
  ),
  /** Entries of a selection as CSV, in pieces. */
  'energy.csv': stream(605, z.object({ run, clock, ...span, ...pick }), type<string>()),
  /** How close a run's images are to real ones, beside the same network in software. Minutes of computing; leaving cancels it. */
  'generate.quality': stream(620, z.object({ run, software: z.boolean().default(true) }), type<QualityNews>()),
  /** Pictures of a stored generation. */
  'generate.pictures': call(621, z.object({ run }), type<RunPictures>()),
  /** A file of a generation. */
  'generate.file': call(622, z.object({ run, name: z.enum(GENERATION_FILES) }), type<Uint8Array>()),
};
