import type { z } from 'zod';
import type { Clock } from '../../base/index.js';
import type { Board, BoardLimits, DriveSettings } from '../../firmware-host/host/index.js';
import type { EnergyLedger, EnergyReport, HostMeterState, TelemetryAccountant } from '../energy/index.js';
import type { EndState, RunWriter } from '../runs/index.js';
import type { ExperimentEvent, LogLevel } from './events.js';
import type { ExperimentLanguages } from './experiment-texts.js';
import type { ExperimentView } from './views.js';

/** The energy of a run: the ledger's report with what is known of its gaps. */
export interface RunEnergy extends EnergyReport {
  /** Whether and how the host's own energy is in it. */
  readonly hostMeter: HostMeterState;
  /** Pulses whose energy is missing because the drive settings were unknown. */
  readonly unpricedPulses: number;
}

/** What an experiment works with. */
export interface ExperimentContext<P = Readonly<Record<string, unknown>>> {
  readonly board: Board;
  readonly params: P;
  /** Fires when the run must stop: pass it to every board call. */
  readonly signal: AbortSignal;
  readonly ledger: EnergyLedger;
  /** Books the board's telemetry; `phase` and `setDrive` use it, so an experiment seldom has to. */
  readonly accountant: TelemetryAccountant;
  /** The run folder, for artifacts: `await ctx.run.writeFile('grid.png', bytes)`. */
  readonly run: RunWriter;
  readonly clock: Clock;
  readonly log: (text: string, level?: LogLevel) => void;
  /** Names what happens from here on; all energy up to now is booked under the phase before. */
  readonly phase: (name: string) => Promise<void>;
  /** Sets the drive and lets the ledger price later pulses by it. @returns the settings in force */
  readonly setDrive: (drive: DriveSettings) => Promise<DriveSettings>;
}

/** The array that a run is planned for. */
export interface PlannedArray {
  readonly rows: number;
  readonly cols: number;
  /** Known of a board that is open. */
  readonly limits?: BoardLimits | undefined;
}

/** How much a run is to do, told before it begins. */
export interface PlannedWork {
  readonly amount: number;
  /** What is counted: `bits`, `field points`. */
  readonly unit: string;
  /** True where the run decides on its way to do more. */
  readonly atLeast?: boolean;
  /** Board time that a physical board takes at least, s, where the parameters fix it. */
  readonly boardS?: number;
  /** What it uses, as far as the parameters fix it. */
  readonly uses?: PlannedUse;
}

/** What a run uses; a figure that cannot be told is absent. */
export interface PlannedUse {
  /** Bits that the board gives. */
  readonly bits?: number;
  /** Cells × pulses, for bits and for writing. */
  readonly pulses?: number;
  /** Multiply-accumulates that the array forms. */
  readonly macs?: number;
  /** Bytes of the run folder, without the readings of telemetry in between and without recorded frames. */
  readonly bytes?: number;
  /** Bytes that pass between host and board: what recorded frames hold. */
  readonly linkBytes?: number;
}

/** What `conclude` learns of a run that has ended. */
export interface Conclusion {
  readonly status: EndState;
  readonly results: Readonly<Record<string, unknown>>;
  /** The final books: nothing is posted after them. */
  readonly energy: RunEnergy;
}

/** What {@link defineExperiment} takes. */
export interface ExperimentDefinition<S extends z.ZodObject = z.ZodObject> {
  /** kebab-case; what `spindrift run ID` takes. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences. */
  readonly summary: string;
  /** Parameters: every field has a default, and unit and label by the helpers of params.ts. */
  readonly params: S;
  /** How to draw what the run yields. */
  readonly views?: readonly ExperimentView[];
  /** Title, parameters and views in other languages, for the application. */
  readonly texts?: ExperimentLanguages<keyof z.output<S> & string>;
  /**
   * How much a run with these parameters is to do; nothing where that cannot be told.
   * @throws RangeError naming a parameter that the array cannot do
   */
  work?(params: z.output<S>, array: PlannedArray): PlannedWork | undefined | Promise<PlannedWork | undefined>;
  /** Drives the board and yields what happens. Whatever becomes of it, the engine leaves the array safe. */
  run(ctx: ExperimentContext<z.output<S>>): AsyncGenerator<ExperimentEvent, void, undefined>;
  /** Called once after the array is safe and the books are closed, also after a failure: the place to write a report. */
  conclude?(ctx: ExperimentContext<z.output<S>>, conclusion: Conclusion): Promise<void>;
}

const BRAND = Symbol.for('spindrift.experiment');

/** An experiment: one file that the command line and the desktop make their flags, forms, plots and pages of. */
export interface Experiment<S extends z.ZodObject = z.ZodObject> extends ExperimentDefinition<S> {
  readonly views: readonly ExperimentView[];
}

/**
 * Defines an experiment.
 * @throws RangeError for an id that is not kebab-case; TypeError when a parameter has no default
 * @example
 * export const blink = defineExperiment({
 *   id: 'blink', title: 'Blink', summary: 'Pulses every cell once.',
 *   params: z.object({ shots: count({ label: 'Shots', default: 1, min: 1, max: 1000 }) }),
 *   async *run({ board, params, signal }) { … yield { type: 'result', values: { … } }; },
 * });
 */
export function defineExperiment<S extends z.ZodObject>(definition: ExperimentDefinition<S>): Experiment<S> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id)) {
    throw new RangeError(`experiment id must be kebab-case, got ${JSON.stringify(definition.id)}`);
  }
  if (!definition.params.safeParse({}).success) {
    throw new TypeError(`every parameter of experiment ${definition.id} needs a default`);
  }
  const experiment = { ...definition, views: definition.views ?? [] };
  Object.defineProperty(experiment, BRAND, { value: true });
  return Object.freeze(experiment);
}

/** Whether a value was made by {@link defineExperiment}. */
export function isExperiment(value: unknown): value is Experiment {
  return typeof value === 'object' && value !== null && BRAND in value;
}
