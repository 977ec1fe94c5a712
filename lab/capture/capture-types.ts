import type { CreateRunOptions } from '../runs/index.js';
import { captureIndexSchema, type CaptureIndex, type ChannelSpec } from './channel.js';
import type { ChannelData } from './channel-data.js';
import type { FileSetOptions } from './file-set.js';
import type { RawDisk } from './raw-file.js';
import type { TimeBase } from './time-base.js';

/** What a capture is made of. */
export interface CaptureOptions extends Omit<CreateRunOptions, 'experiment'>, Partial<FileSetOptions> {
  readonly experiment?: string;
  readonly timeBases: CaptureIndex['timeBases'];
  readonly channels: readonly ChannelSpec[];
  readonly layouts?: CaptureIndex['layouts'];
  readonly notEntropy: boolean;
  readonly disk?: RawDisk;
}

/** When a batch of samples was taken. */
export interface SampleTime {
  /** Seconds of the board's clock since its boot, at the first sample. */
  readonly boardS: number;
  /** Seconds since the capture began; now, where it is not given. */
  readonly hostS?: number;
  /** Samples lost just before. */
  readonly lost?: number;
}

/** What reads a capture, running or ended. */
export interface CaptureReading {
  readonly dir: string;
  readonly index: CaptureIndex;
  /** @throws RangeError for a channel that is not there */
  data(channel: string): ChannelData;
  /** The times of a channel's samples. */
  times(channel: string): TimeBase;
}

/** Experiment id of captures in their manifests. */
export const CAPTURE_EXPERIMENT = 'live-capture';

/** @throws RangeError for names that occur twice, or a channel without its time base; TypeError for a malformed field */
export function checkIndex(index: CaptureIndex): CaptureIndex {
  const parsed = captureIndexSchema.safeParse(index);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`${issue?.path.join('.') ?? 'index'}: ${issue?.message ?? 'malformed'}`);
  }
  const names = [...index.channels, ...index.timeBases].map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`the name ${twice} occurs twice`);
  const homeless = index.channels.find(({ time }) => !index.timeBases.some(({ name }) => name === time));
  if (homeless !== undefined) throw new RangeError(`channel ${homeless.name}: there is no time base ${homeless.time}`);
  return index;
}
