/**
 * What a report is made of. Every quantity is in SI base units; the report chooses prefixes. These shapes are the report's
 * own, so that a report can be drawn again from a stored run without the code that made the run.
 */
import type { BoardKind } from '../../firmware-host/host/index.js';

/** Which boundary an energy figure is drawn around. Figures of different scope are never added. */
export type ReportScope = 'device' | 'array' | 'board' | 'host';
/** How an energy figure came to be. Figures of different kind are never added. */
export type ReportKind = 'measured' | 'modelled' | 'estimated';

/** A fact about the run, shown as a name and its value. */
export interface ReportFact {
  readonly label: string;
  /** Already formatted, with its unit. */
  readonly value: string;
  readonly note?: string;
}

/** A table of facts. Cells are text or numbers; numbers are set right-aligned. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A picture that is embedded in the page. */
export interface ReportPicture {
  /** A PNG file. */
  readonly png: Uint8Array;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly caption: string;
}

export interface ReportRun {
  readonly id: string;
  readonly experiment: string;
  readonly status: string;
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  /** The command line that repeats the run. */
  readonly command?: string;
  readonly parameters: readonly ReportFact[];
  /** Versions of program, model, protocol, and so on. */
  readonly versions: readonly ReportFact[];
}

export interface ReportBoard {
  readonly kind: BoardKind;
  readonly name: string;
  readonly facts: readonly ReportFact[];
}

/** Energy of one scope and kind, in joules; sigma is its standard uncertainty (0 = not stated). */
export interface ReportEnergy {
  readonly scope: ReportScope;
  readonly kind: ReportKind;
  readonly joules: number;
  readonly sigma: number;
}

/** One denoising step: what was used up during it. */
export interface ReportStep {
  /** 1 for the first. */
  readonly step: number;
  /** Time on the computer, in seconds. */
  readonly wallSeconds: number;
  /** Time on the board's own clock, in seconds: virtual on a simulated board. */
  readonly boardSeconds: number;
  readonly bits: number;
  readonly macs: number;
  readonly energy: readonly ReportEnergy[];
}

/** What one component contributes to the total of its scope and kind. */
export interface ReportComponent extends ReportEnergy {
  readonly component: string;
  readonly events: number;
  /** Identifier of an entry in `formulas`. */
  readonly formula?: string;
  /** Idle power over the run's time: part of the total, and always told apart. */
  readonly baseline?: boolean;
}

/** Where a component's joules come from. */
export interface ReportFormula {
  readonly id: string;
  readonly title: string;
  /** As text, for example `C·V² per pulse and cell`. */
  readonly expression: string;
  readonly constants: readonly { readonly symbol: string; readonly value: string; readonly source: string }[];
  /** Version of the model behind it, or the source of the formula. */
  readonly source: string;
}

export interface ReportLedger {
  readonly totals: readonly (ReportEnergy & { readonly events: number })[];
  readonly components: readonly ReportComponent[];
  readonly formulas: readonly ReportFormula[];
  /** Why a scope has no figure, by scope. */
  readonly unavailable?: Readonly<Partial<Record<ReportScope, string>>>;
}

/** Quality of the images, one row a metric. */
export interface ReportQuality {
  readonly rows: readonly {
    readonly metric: string;
    readonly value: string;
    readonly interval: string;
    readonly note: string;
  }[];
  /** Feature net, number of images, how the interval was made. */
  readonly method: string;
}

/** Everything that {@link renderReport} draws. */
export interface ReportInput {
  readonly title: string;
  /** One or two sentences below the title. */
  readonly summary?: string;
  readonly run: ReportRun;
  readonly board: ReportBoard;
  readonly images: number;
  readonly grid: ReportPicture;
  readonly path?: ReportPicture;
  readonly steps: readonly ReportStep[];
  readonly ledger: ReportLedger;
  readonly time: { readonly wallSeconds: number; readonly boardSeconds: number };
  readonly bitsUsed: number;
  readonly macs: number;
  readonly network: { readonly facts: readonly ReportFact[]; readonly tables: readonly ReportTable[] };
  readonly quality?: ReportQuality;
}
