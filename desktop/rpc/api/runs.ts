import { z } from 'zod';
import type { ParameterDescription } from '../../../lab/experiments/index.js';
import type { PlotFigure } from '../../../lab/plot/index.js';
import type {
  ExportOutcome,
  ExportPlan,
  ImportOutcome,
  Recovery,
  ResultItem,
  RunComparison,
  RunNotes,
  RunProblem,
  RunResult,
  RunState,
  StoredCell,
  StoredEvent,
  SurveyedColumn,
  TrashedRun,
} from '../../../lab/runs/index.js';
import { call, stream, type } from '../define.js';

/** A run in the list. */
export interface RunRow {
  /** Name of its folder, which the other methods take. */
  readonly name: string;
  readonly experiment: string;
  readonly state: RunState;
  /** ISO 8601 with offset. */
  readonly started: string;
  readonly seconds: number | null;
  readonly board: string;
  readonly boardKind: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly star: boolean;
}

/** The runs that fit a query. */
export interface RunListNews {
  readonly root: string;
  /** Newest first. */
  readonly runs: readonly RunRow[];
  /** Runs in the store, fitting or not. */
  readonly total: number;
  /** Folders that look like runs and cannot be read. */
  readonly problems: readonly RunProblem[];
}

/** A parameter of a run with what its experiment says of it. */
export interface RunParam extends Partial<Pick<ParameterDescription, 'unit' | 'help' | 'choices'>> {
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
  /** Whether it is the experiment's default. */
  readonly isDefault: boolean;
}

/** A table of a run. */
export interface RunTableInfo {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly (SurveyedColumn & {
    readonly label: string;
    readonly unit?: string;
    readonly header: string;
  })[];
}

/** A figure of a run: drawn of its rows, or a picture in its folder. */
export interface RunFigureInfo {
  readonly name: string;
  readonly title: string;
  readonly from: 'view' | 'file';
  readonly table?: string;
}

/** A run as far as it has come. */
export interface RunDetails extends RunRow {
  readonly id: string;
  readonly dir: string;
  /** Title of its experiment; its id where this program does not have it. */
  readonly experimentTitle: string;
  /** Whether this program has the experiment, so that it can be run again. */
  readonly known: boolean;
  readonly params: readonly RunParam[];
  readonly identity: Readonly<Record<string, unknown>> | null;
  /** What must be said of its data; absent for a physical board. */
  readonly notice?: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seed?: number | string;
  readonly host: string;
  readonly ended?: string;
  readonly error?: { readonly name: string; readonly message: string };
  readonly results: readonly ResultItem[];
  /** The energy report of the ledger. */
  readonly energy: RunResult['energy'];
  readonly notes: RunNotes;
  readonly tables: readonly RunTableInfo[];
  readonly figures: readonly RunFigureInfo[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly damagedLines: number;
  readonly logBytes: number;
  /** Seconds from the first to the last event. */
  readonly spanS: number;
  /** Whether it has a result, and so has ended or been recovered. */
  readonly whole: boolean;
}

/** Rows of a table, in the order of its columns. */
export interface RunRows {
  readonly from: number;
  readonly rows: readonly (readonly StoredCell[])[];
}

/** Events that fell due together. */
export interface ReplayNews {
  /** Seconds from the first event. */
  readonly atS: number;
  readonly events: readonly StoredEvent[];
}

/** What an export tells: how far it is, then the file in pieces where it was asked for, then what it was. */
export type ExportNews =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'done'; readonly fileName: string; readonly outcome: ExportOutcome };

/** Name of a run's folder. */
const run = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^/\\]+$/, 'must be the name of a folder');
/** Name for the folder of a new run: plain, not hidden, and none of the folders that the store keeps for other things. */
export const newRunName = z
  .string()
  .max(100)
  .regex(
    /^(?!(?:captures|watching)$)[A-Za-z0-9_-][\w.+-]*$/i,
    'must be a plain name, and not that of a folder of the store',
  );
const onlyRun = z.object({ run });
const name = z.string().min(1).max(300);

/** What may be exported; see lab/runs. */
const exportRequest = z.object({
  format: z.enum(['csv', 'parquet', 'hdf5', 'spin', 'png', 'svg']),
  table: name.optional(),
  rows: z.object({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }).optional(),
  figure: name.optional(),
  scale: z.number().optional(),
});

/** Bytes of an upload in one piece. */
export const UPLOAD_PIECE = 256 * 1024;

/** Methods 400 to 499. */
export const runsApi = {
  /** The runs that fit a query, again at every change. */
  'runs.watch': stream(400, z.object({ query: z.string().max(1000).default('') }), type<RunListNews>()),
  /** A run, again when it grows, ends or is annotated; twice a second at most. */
  'runs.follow': stream(401, onlyRun, type<RunDetails>()),
  'runs.rows': call(
    402,
    z.object({ run, table: name, from: z.int().min(0), count: z.int().min(0).max(2000) }),
    type<RunRows>(),
  ),
  /** A view as data, of the rows that the run has. With `toS` only of those stored up to then, seconds from the first event. */
  'runs.figure': call(403, z.object({ run, figure: name, toS: z.number().min(0).optional() }), type<PlotFigure>()),
  /** A file of the run's folder, in pieces. */
  'runs.file': stream(404, z.object({ run, name }), type<Uint8Array>()),
  /** Title, text, tags, star. @param revision of the notes that the change was made of */
  'runs.annotate': call(
    405,
    z.object({
      run,
      revision: z.int().min(0).optional(),
      change: z.strictObject({
        title: z.string().optional(),
        text: z.string().optional(),
        tags: z.array(z.string()).optional(),
        star: z.boolean().optional(),
      }),
    }),
    type<RunNotes>(),
  ),
  'runs.compare': call(406, z.object({ runs: z.array(run).min(1).max(20) }), type<RunComparison>()),
  /** What an export would be, and how large about. */
  'runs.estimate': call(407, z.object({ run, request: exportRequest }), type<ExportPlan>()),
  /** Exports: to the page in pieces, or as a file beside the run, in its folder `exports`. */
  'runs.export': stream(
    408,
    z.object({ run, request: exportRequest, to: z.enum(['page', 'folder']), force: z.boolean().default(false) }),
    type<ExportNews>(),
  ),
  /** Moves a run to the trash. */
  'runs.delete': call(409, onlyRun, type<TrashedRun>()),
  /** Brings it back. @returns its name */
  'runs.restore': call(410, z.object({ token: name }), type<string>()),
  'runs.trash': call(411, z.object({}), type<readonly TrashedRun[]>()),
  /** Makes a run whole whose process vanished. */
  'runs.recover': call(412, z.object({ run, force: z.boolean().default(false) }), type<Recovery>()),
  /** The events of a run again, at their times. Leaving pauses; jumping is calling again. @param speed 0: as fast as they are read */
  'runs.replay': stream(
    413,
    z.object({
      run,
      speed: z.number().min(0).max(1e6).default(1),
      fromS: z.number().min(0).default(0),
      longestPauseS: z.number().min(0).optional(),
    }),
    type<ReplayNews>(),
  ),
  /** Begins the upload of a `.spin` file. @returns what names it */
  'runs.upload': call(414, z.object({ bytes: z.int().min(1).max(4e9) }), type<string>()),
  /** The next piece, in order. */
  'runs.uploadPiece': call(
    415,
    z.object({ upload: name, offset: z.int().min(0), bytes: z.instanceof(Uint8Array) }),
    type<null>(),
  ),
  /** Checks and unpacks what was uploaded; ends the upload, also when it is refused. @param name of the run's folder */
  'runs.import': call(416, z.object({ upload: name, name: newRunName }), type<ImportOutcome>()),
};
