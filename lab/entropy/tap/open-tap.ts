import type { Board } from '../../../firmware-host/host/index.js';
import type { Clock } from '../../../base/index.js';
import { UnsupportedError } from '../../../base/index.js';
import type { HealthAlarm } from '../health/health-alarm.js';
import type { TapCounters, TapOptions, TapState } from './tap-types.js';

/** The part of a board that a tap uses. */
export type TapBoard = Pick<Board, 'uri' | 'identity' | 'arm' | 'getState' | 'readTelemetry' | 'openBits' | 'makeSafe'>;

/** How a tap on a board is opened: kind and layout come from the board. */
export interface OpenTapOptions extends Omit<TapOptions, 'kind' | 'layout' | 'assessment'> {
  /** Absent: the tap assesses the first 1,000,000 raw bits itself before anything leaves. */
  readonly assessment?: TapOptions['assessment'];
  /** Lets the board hold the mean of each row near one half. */
  readonly controller?: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** Bytes of a board as they may leave. Iterate once; back-pressure reaches the board. */
export interface EntropyTap extends AsyncIterable<Uint8Array> {
  readonly state: TapState;
  readonly notEntropy: boolean;
  readonly counters: TapCounters;
  readonly alarm: HealthAlarm | undefined;
  /** In use; known when the self-assessment is done, if that is where it comes from. */
  readonly assessment: TapOptions['assessment'] | undefined;
  onDemandTest(): void;
  /** Ends the stream and makes the array safe. Harmless twice. */
  close(): Promise<void>;
}

/**
 * Opens a tap on a board. The iteration ends with a HealthError when the tap has failed for good, and with whatever ended the board's stream.
 * @throws UsageError for a stand-in in `conditioned` or `drbg` mode without `allowSimulated`
 */
export async function openTap(_board: TapBoard, _options: OpenTapOptions): Promise<EntropyTap> {
  throw new UnsupportedError('not written yet');
}
