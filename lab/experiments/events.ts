import type { Progress } from '../../base/index.js';
import type { BoardFault } from '../../firmware-host/host/index.js';
import type { EnergyFigures, EnergyKind, EnergyScope } from '../energy/index.js';
import type { Figure } from '../plot/index.js';
import type { RunEvent, RunState } from '../runs/index.js';

/** A value in a table or a result. */
export type Cell = number | string | boolean;

/** What an experiment yields. */
export type ExperimentEvent =
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
      readonly unit: string;
      readonly note?: string;
    }
  /** A row of one of the run's tables; columns carry their unit in the name, as `resistance_ohm`. */
  | { readonly type: 'row'; readonly table: string; readonly values: Readonly<Record<string, Cell>> }
  /** An 8-bit grey picture, row-major; a later one of the same name replaces it. Becomes `images/NAME.png`. */
  | {
      readonly type: 'image';
      readonly name: string;
      readonly width: number;
      readonly height: number;
      readonly data: Uint8Array;
    }
  /** A figure of the experiment's own; a later one of the same name replaces it. Drawn when the run ends, into `plots/NAME.svg` and `plots/NAME.png`. */
  | { readonly type: 'figure'; readonly name: string; readonly figure: Figure }
  /** Results; several are merged, the later winning. */
  | { readonly type: 'result'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly type: 'note'; readonly text: string }
  /** Figures at this moment, for live display and plots over time. */
  | { readonly type: 'metric'; readonly values: Readonly<Record<string, number>> };

/** Total of one scope and kind. */
export interface EnergyTotal extends EnergyFigures {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What subscribers of a run receive: the experiment's events, progress with rate and time left, and what the engine has to say. */
export type EngineEvent =
  | Exclude<ExperimentEvent, { readonly type: 'progress' | 'image' }>
  | (Progress & { readonly type: 'progress'; readonly note?: string })
  | (Extract<ExperimentEvent, { readonly type: 'image' }> & { /** Name of the artifact. */ readonly file: string })
  | { readonly type: 'status'; readonly status: RunState; readonly error?: string; readonly nextStep?: string }
  | { readonly type: 'phase'; readonly name: string }
  | {
      readonly type: 'energy';
      readonly boardTimeS: number;
      /** The computer's clock, seconds: that of the host's entries. */
      readonly hostTimeS: number;
      readonly phase?: string;
      readonly totals: readonly EnergyTotal[];
    }
  | { readonly type: 'log'; readonly level: LogLevel; readonly text: string }
  /** What the board reported of itself. */
  | { readonly type: 'fault'; readonly fault: BoardFault }
  /** Whether the array is known to be safe after the run. */
  | { readonly type: 'safety'; readonly safe: boolean; readonly text?: string };

/** An event without what only a live display can use, or what is in a file of its own. */
export function storable(event: EngineEvent): RunEvent {
  if (event.type === 'image') {
    const { data: _data, ...rest } = event;
    return rest;
  }
  if (event.type === 'figure') {
    const { figure, ...rest } = event;
    return { ...rest, kind: figure.kind, title: figure.title };
  }
  return { ...event };
}
