import type { RowRange } from '../tables/read-rows.js';

/** What a run can be exported as. */
export const EXPORT_FORMATS = ['csv', 'parquet', 'hdf5', 'spin', 'png', 'svg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What to export. */
export interface ExportRequest {
  readonly format: ExportFormat;
  /** A table: needed for csv and parquet where the run has several; absent in hdf5 = all. */
  readonly table?: string;
  /** Rows of that table; default all. For csv, parquet, and hdf5 of one table. */
  readonly rows?: Partial<RowRange>;
  /** A view of the experiment or a figure of the run: needed for png and svg where there are several. */
  readonly figure?: string;
  /** Pixels of a png for one of the figure, 0.25 to 8; default 2. */
  readonly scale?: number;
}

/** A request with everything filled in that was left open. */
export type ResolvedExport =
  | { readonly format: 'csv' | 'parquet'; readonly table: string; readonly rows: RowRange }
  | { readonly format: 'hdf5'; readonly table?: string; readonly rows?: RowRange }
  | { readonly format: 'spin' }
  | { readonly format: 'png' | 'svg'; readonly figure: string; readonly scale: number };

/** What an export would be, before it is made. */
export interface ExportPlan {
  readonly export: ResolvedExport;
  /** Name for the file: run, table or figure, rows where not all, ending. */
  readonly fileName: string;
  /** For a person: `table points, rows 0 to 1199 of 1200`. */
  readonly what: string;
  /** About how large the file will be; from the sizes of columns and files, not from trying. */
  readonly estimatedBytes: number;
  /** Steps of the work that `onProgress` counts: rows, or bytes of a folder. */
  readonly total: number;
  readonly unit: 'rows' | 'B' | 'figures';
}

/** What was exported. */
export interface ExportOutcome {
  readonly path: string;
  readonly format: ExportFormat;
  readonly what: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How to export. */
export interface ExportOptions {
  /** Where to; default the plan's name in the current folder. */
  readonly out?: string;
  /** Replaces a file of that name. */
  readonly force?: boolean;
  /** Stops; nothing is left behind. */
  readonly signal?: AbortSignal;
  /** Called as it goes, with what is done of the plan's total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The work of an export, where it is done: in a worker thread, or in this one. */
export interface ExportWork {
  readonly dir: string;
  /** File to write; it does not exist. */
  readonly path: string;
  readonly plan: ExportPlan;
}

/** How a writer tells and is stopped. */
export interface WorkControl {
  readonly signal?: AbortSignal;
  readonly tell: (done: number) => void;
}
