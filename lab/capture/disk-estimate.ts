import { sampleBytes, type ChannelSpec, type TimeBaseSpec } from './channel.js';
import { MARK_BYTES } from './time-base.js';

/**
 * Bytes that a capture of these channels writes in an hour, samples and marks.
 * @param rates samples a second of each time base that differ from what it says of itself
 */
export function bytesAnHour(
  timeBases: readonly TimeBaseSpec[],
  channels: readonly Pick<ChannelSpec, 'type' | 'time'>[],
  options: {
    readonly rates?: Readonly<Record<string, number>>;
    readonly samplesAMark?: Readonly<Record<string, number>>;
  } = {},
): number {
  let bytesPerS = 0;
  for (const { name, rateHz } of timeBases) {
    const rate = options.rates?.[name] ?? rateHz ?? 0;
    const samples = channels.filter(({ time }) => time === name).reduce((sum, { type }) => sum + sampleBytes(type), 0);
    bytesPerS += rate * (samples + MARK_BYTES / (options.samplesAMark?.[name] ?? 1));
  }
  return 3600 * bytesPerS;
}
