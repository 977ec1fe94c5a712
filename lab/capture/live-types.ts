import type { Clock } from '../../base/index.js';
import type { Board } from '../../firmware-host/host/index.js';
import type { BitsOptions } from './bits-loop.js';
import type { ChannelGroup } from './board-channels.js';
import type { CaptureOptions } from './capture-types.js';
import type { TriggerEvent, TriggerInput } from './trigger.js';

/** What to record of a board. */
export interface LiveCaptureOptions extends Partial<
  Pick<CaptureOptions, 'writeS' | 'syncS' | 'reserveBytes' | 'disk' | 'freeBytes' | 'force' | 'wire'>
> {
  readonly board: Board;
  /** The run folder. */
  readonly dir: string;
  /** Kinds of channels; all by default. */
  readonly groups?: readonly ChannelGroup[];
  /** Time between messages of telemetry, ms; default 50. */
  readonly telemetryPeriodMs?: number;
  /** How bits are drawn, where they are recorded. */
  readonly bits?: BitsOptions;
  readonly triggers?: readonly TriggerInput[];
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Told of triggers, faults and the end as they happen. */
  readonly onEvent?: (event: LiveEvent) => void;
}

/** Something that happens in a live capture besides samples. */
export type LiveEvent =
  | { readonly type: 'trigger'; readonly event: TriggerEvent }
  | { readonly type: 'fault'; readonly code: string; readonly source: string }
  | { readonly type: 'map'; readonly map: ResistanceMap };

/** A resistance map that was read while a capture went on. */
export interface ResistanceMap {
  readonly number: number;
  readonly hostS: number;
  readonly boardS: number;
  readonly rows: number;
  readonly columns: number;
  readonly averages: number;
  /** Ohm, row by row; +Infinity where a cell cannot be read. */
  readonly ohm: Float32Array;
  /** Its file in the run folder: these numbers as f32, little-endian. */
  readonly file: string;
}

/** How a live capture ended. */
export interface LiveOutcome {
  readonly status: 'finished' | 'aborted' | 'failed';
  readonly dir: string;
  /** Whether the board has confirmed that its array is safe; true where nothing was armed. */
  readonly safe: boolean;
  readonly error?: Error;
}
