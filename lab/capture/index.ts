/** Live signals of a board: raw to disk first, looked at through exact aggregates. */
export {
  BITS_CHANNEL,
  BITS_TIME,
  BoardChannels,
  CHANNEL_GROUPS,
  TELEMETRY_TIME,
  type ChannelGroup,
} from './board-channels.js';
export { blockBytesFor, DEFAULT_BIT_RATE_HZ, type BitsOptions } from './bits-loop.js';
export { Capture } from './capture.js';
export { CAPTURE_EXPERIMENT, type CaptureOptions, type CaptureReading, type SampleTime } from './capture-types.js';
export { cellCounts, MOST_CELL_BITS, type CellCounts, type CellLayout } from './cell-counts.js';
export {
  channelFile,
  CHANNELS_FILE,
  PROVENANCES,
  SAMPLE_TYPES,
  timeFile,
  type CaptureIndex,
  type ChannelSpec,
  type ChannelProvenance,
  type SampleType,
  type TimeBaseSpec,
} from './channel.js';
export type { ChannelData, SamplePage } from './channel-data.js';
export { bytesAnHour } from './disk-estimate.js';
export {
  csvOf,
  estimateCsv,
  packedBitsOf,
  rawBytes,
  selectedSamples,
  type ExportEstimate,
  type Selection,
} from './export.js';
export { exportBits, type BitsExport, type BitsExportOptions } from './export-bits.js';
export { LiveCapture } from './live-capture.js';
export type { LiveCaptureOptions, LiveEvent, LiveOutcome, ResistanceMap } from './live-types.js';
export { readCaptureIndex, recoverCapture, StoredCapture, type CaptureRecovery } from './open-capture.js';
export { orderStatistics, quantiles } from './order-statistics.js';
export { channelStatistics, type ChannelStatistics, type StatisticsOptions } from './statistics.js';
export type { Mark, TimeAxis, TimeBase } from './time-base.js';
export {
  frequencyPValue,
  parseTriggers,
  triggerSchema,
  TriggerWatch,
  type TriggerEvent,
  type TriggerInput,
  type TriggerSpec,
} from './trigger.js';
export { channelOverview, channelView, type ChannelOverview, type ChannelView, type ViewRange } from './view.js';
