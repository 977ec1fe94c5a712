import { z } from 'zod';
import type {
  EngineEvent,
  ExperimentDescription,
  ExperimentLanguages,
  PlannedWork,
} from '../../../lab/experiments/index.js';
import type { Figure } from '../../../lab/plot/index.js';
import type { ResultItem } from '../../../lab/runs/index.js';
import { call, onBoard, stream, type } from '../define.js';
import { board } from './boards.js';
import { newRunName } from './runs.js';

/** An experiment, with its texts in other languages. */
export interface ListedExperiment extends ExperimentDescription {
  readonly texts?: ExperimentLanguages;
}

/** A run that goes on. */
export interface ActiveRun {
  readonly id: string;
  readonly dir: string;
  readonly experiment: string;
  readonly title: string;
  readonly board: string;
  /** ISO 8601. */
  readonly started: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly progress?: {
    readonly done: number;
    /** Absent where nobody knows. */
    readonly total?: number;
    readonly unit: string;
    /** Seconds; absent until it can be told. */
    readonly etaS?: number;
    readonly note?: string;
  };
  readonly state: 'running' | 'finished' | 'failed' | 'aborted';
}

/** A figure of a run: a view of its experiment, or one that the experiment drew itself. */
export interface RunFigure {
  /** Of the view or figure; names the files `plots/ID.svg` and `plots/ID.png` in the run folder. */
  readonly id: string;
  readonly figure: Figure;
}

/** What a run has found: figures whose data have changed since the last item (with the end of the run, all), and all results so far. */
export interface RunFindings {
  readonly figures: readonly RunFigure[];
  /** Ids of all figures that the run may have, in the order in which they are to be shown. */
  readonly order: readonly string[];
  readonly results: readonly ResultItem[];
}

/** What a run would be. */
export interface RunEstimate {
  /** Absent where the experiment cannot tell, or only of an open board. */
  readonly work?: PlannedWork;
  /** By the last finished run of the experiment on a board of this kind, in proportion to the work; absent before there is one. */
  readonly time?: {
    readonly seconds: number;
    /** Name of that run, and when it was started (ISO 8601). */
    readonly run: string;
    readonly started: string;
  };
  /** How long about: by that run, and of a real board no less than its board time; absent where nobody knows. */
  readonly seconds?: number;
  /** Bytes of the run folder; absent where the experiment cannot tell. At least: without telemetry, for a time that nobody knows. */
  readonly disk?: { readonly bytes: number; readonly atLeast: boolean };
}

/** Methods 200 to 299. */
export const experimentsApi = {
  'experiments.list': call(200, z.object({}), type<readonly ListedExperiment[]>()),
  /** Checks parameters (SI) without starting. @returns them whole, with defaults */
  'experiments.check': call(
    201,
    z.object({ experiment: z.string(), params: z.record(z.string(), z.unknown()) }),
    type<Readonly<Record<string, unknown>>>(),
  ),
  /** How much a run would do, and how long about; opens nothing. @throws RangeError for parameters that the board cannot do */
  'experiments.estimate': call(
    208,
    z.object({ board, experiment: z.string(), params: z.record(z.string(), z.unknown()) }),
    type<RunEstimate>(),
  ),
  /** Starts a run on a board; it goes on when the page leaves. */
  'experiments.start': onBoard(
    call(
      202,
      z.object({
        board,
        experiment: z.string(),
        params: z.record(z.string(), z.unknown()).default({}),
        /** Name of the run's folder in the store; default from experiment and time. */
        name: newRunName.optional(),
      }),
      type<ActiveRun>(),
    ),
  ),
  /** Everything that the run has told so far, then what it tells, in batches; ends with the run. */
  'experiments.follow': onBoard(stream(203, z.object({ board, run: z.string() }), type<readonly EngineEvent[]>())),
  /** Asks the run to stop: the array is made safe, the folder stays whole. */
  'experiments.stop': onBoard(call(204, z.object({ board, run: z.string() }), type<null>())),
  /** The runs that go on, or ended in this session of the backend; again at every change. */
  'experiments.active': stream(205, z.object({}), type<readonly ActiveRun[]>()),
  /** The run's figures and results as far as it has come, then what has changed, at most four times a second; ends with the run. */
  'experiments.findings': onBoard(stream(206, z.object({ board, run: z.string() }), type<RunFindings>())),
  /** A figure drawn as SVG, as in the run folder. */
  'experiments.picture': onBoard(call(207, z.object({ board, run: z.string(), figure: z.string() }), type<string>())),
};
