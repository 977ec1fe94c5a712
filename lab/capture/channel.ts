import { z } from 'zod';

/** How a sample stands in its file, little-endian; `bits` are samples 0 and 1, eight to a byte, the first in the least significant place. */
export const SAMPLE_TYPES = ['f64', 'f32', 'u8', 'bits'] as const;
export type SampleType = (typeof SAMPLE_TYPES)[number];
/** Where figures come from; those of different provenance are never added or drawn alike. */
export const PROVENANCES = ['measured', 'modelled', 'estimated'] as const;
export type ChannelProvenance = (typeof PROVENANCES)[number];

/** Name of the file that lists the channels of a capture. */
export const CHANNELS_FILE = 'channels.json';
/** Folder of raw files in a capture. */
export const CHANNELS_FOLDER = 'channels';

const name = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'a name of lower-case letters, digits and hyphens');

export const timeBaseSchema = z.object({
  name,
  /** Samples a second that are expected, of the host's time; what a sample without a mark behind it is placed by. Null where none is known. */
  rateHz: z.number().positive().nullable(),
});
/** The times of the samples of one or more channels. */
export type TimeBaseSpec = z.infer<typeof timeBaseSchema>;

export const channelSchema = z.object({
  name,
  title: z.string(),
  /** SI base unit; empty for a plain number. */
  unit: z.string(),
  type: z.enum(SAMPLE_TYPES),
  provenance: z.enum(PROVENANCES),
  /** Name of its time base. */
  time: name,
});
/** What a channel is. */
export type ChannelSpec = z.infer<typeof channelSchema>;

export const layoutSchema = z.object({
  /** Numbers of the rows in rotation. */
  rows: z.array(z.int().min(0)),
  columns: z.int().min(1),
  /** Shots of a row before the next row's turn. */
  shotsATurn: z.int().min(1),
});

/** What `channels.json` holds; written once, before the first sample. */
export const captureIndexSchema = z.looseObject({
  format: z.literal('spindrift-capture'),
  /** Changes when an older reader would misread the files. */
  version: z.literal(1),
  timeBases: z.array(timeBaseSchema),
  channels: z.array(channelSchema),
  /** Which cell each bit of a channel of raw bits came from, by the bit's position; absent where bits were debiased. */
  layouts: z.record(z.string(), layoutSchema),
  /** The board is not silicon: bits of this capture are pseudo-random. */
  notEntropy: z.boolean(),
});
export type CaptureIndex = z.infer<typeof captureIndexSchema>;

/** Path of a channel's samples in the run folder. */
export function channelFile({ name: channel, type }: Pick<ChannelSpec, 'name' | 'type'>): string {
  return `${CHANNELS_FOLDER}/${channel}.${type}`;
}

/** Path of a time base's marks in the run folder. */
export function timeFile({ name: base }: Pick<TimeBaseSpec, 'name'>): string {
  return `${CHANNELS_FOLDER}/${base}.time`;
}

/** Bytes of a sample; an eighth for bits. */
export function sampleBytes(type: SampleType): number {
  return { f64: 8, f32: 4, u8: 1, bits: 1 / 8 }[type];
}
