import { z } from 'zod';
import type {
  CellCounts,
  ChannelOverview,
  ChannelSpec,
  ChannelStatistics,
  ChannelView,
  ExportEstimate,
  ResistanceMap,
  TriggerEvent,
  TriggerInput,
  TriggerSpec,
} from '../../../lab/capture/index.js';
import { call, onBoard, stream, type } from '../define.js';
import { board } from './boards.js';

/** A channel of the capture on a board, with how much of it there is. */
export interface LiveChannel extends ChannelSpec {
  /** Samples that are on disk. */
  readonly samples: number;
  /** Samples lost on the way, and in how many gaps. */
  readonly lost: number;
  readonly gaps: number;
}

/** The capture on a board: the one that goes on, or the last. */
export interface LiveStatus {
  /** Name of its folder. */
  readonly name: string;
  readonly dir: string;
  readonly state: 'running' | 'finished' | 'aborted' | 'failed';
  /** Whether it is in the run store, or will be once it has ended; otherwise it waits to be kept or discarded. */
  readonly kept: boolean;
  /** ISO 8601 with offset. */
  readonly started: string;
  readonly elapsedS: number;
  /** On disk. */
  readonly bytes: number;
  readonly channels: readonly LiveChannel[];
  /** Columns of the array: bits of a shot. */
  readonly columns: number;
  /** Bits of the board are pseudo-random. */
  readonly notEntropy: boolean;
  /** The board's own health tests, by its newest telemetry. */
  readonly healthy: boolean;
  readonly triggers: readonly { readonly spec: TriggerSpec; readonly fired: number; readonly armed: boolean }[];
  /** The newest trigger events, oldest first. */
  readonly events: readonly TriggerEvent[];
  /** Maps read so far. */
  readonly maps: number;
  readonly problem?: { readonly code: string; readonly message: string; readonly nextStep?: string };
}

/** A stretch of time in bins. */
export interface LiveView {
  readonly elapsedS: number;
  readonly fromS: number;
  readonly toS: number;
  readonly channels: readonly ChannelView[];
}

/** The newest bits, as rows of a picture. */
export interface LiveRaster {
  /** Bits, the first in the least significant place. */
  readonly bytes: Uint8Array;
  readonly bits: number;
  /** Bits of a row: columns of the array. */
  readonly columns: number;
  /** Number of the first bit. */
  readonly from: number;
}

/** A capture that was only watched and has been neither kept nor discarded. */
export interface LeftCapture {
  readonly name: string;
  readonly started: string;
  readonly bytes: number;
}

const onlyBoard = z.object({ board });
const groups = z
  .array(z.enum(['power', 'current', 'voltage', 'energy', 'temperature', 'field', 'health', 'rates', 'bits']))
  .min(1);
const bits = z.object({
  /** Bits a second; 0: as fast as they come. */
  rateHz: z.number().min(0).max(1e9).default(200_000),
  rows: z.string().max(500).default('all'),
  controller: z.boolean().default(false),
});
const period = z.int().min(20).max(3_600_000).default(50);
const plan = { board, groups, telemetryPeriodMs: period, bits: bits.prefault({}) };
/** Read by the capture itself, which says what is wrong with one. */
const triggers = z.array(z.custom<TriggerInput>((value) => typeof value === 'object' && value !== null)).max(20);
const axis = z.enum(['host', 'board']).default('host');
const range = { axis, fromS: z.number(), toS: z.number() };
const channel = z.string().min(1).max(80);
const name = z.string().regex(/^[\w-][\w.-]*$/);
const periodMs = z.int().min(50).max(10_000);

/** Methods 300 to 399. */
export const liveApi = {
  /** The capture on a board, four times a second while it goes on; null where there was none. */
  'live.watch': onBoard(stream(300, onlyBoard, type<LiveStatus | null>())),
  /** Begins a capture; the board must not have one. Without `keep` it has to be kept or discarded later. */
  'live.start': onBoard(
    call(301, z.object({ ...plan, keep: z.boolean(), triggers: triggers.default([]) }), type<LiveStatus>()),
  ),
  'live.stop': onBoard(call(302, onlyBoard, type<LiveStatus>())),
  /** Puts the capture into the run store: at once, or when it has ended. */
  'live.keep': onBoard(call(303, onlyBoard, type<LiveStatus>())),
  /** Deletes a capture that has ended and was not kept. */
  'live.discard': onBoard(call(304, onlyBoard, type<null>())),
  /** Captures that were only watched and still wait, of earlier times. */
  'live.left': onBoard(call(305, onlyBoard, type<readonly LeftCapture[]>())),
  'live.settleLeft': onBoard(call(306, z.object({ board, name, keep: z.boolean() }), type<null>())),
  /** What a capture would write. */
  'live.plan': onBoard(
    call(
      307,
      z.object(plan),
      type<{ readonly channels: readonly ChannelSpec[]; readonly bytesAnHour: number; readonly freeBytes: number }>(),
    ),
  ),

  /** Channels between two times, or the last `followS` seconds, in bins; again and again while it goes on. */
  'live.view': onBoard(
    stream(
      310,
      z.object({
        board,
        channels: z.array(channel).min(1).max(16),
        axis,
        window: z.union([
          z.object({ followS: z.number().positive() }),
          z.object({ fromS: z.number(), toS: z.number() }),
        ]),
        bins: z.int().min(10).max(4000),
        periodMs: periodMs.default(66),
      }),
      type<LiveView>(),
    ),
  ),
  /** The whole record of a channel, once a second. */
  'live.overview': onBoard(stream(311, z.object({ board, channel, axis }), type<ChannelOverview>())),
  /** Statistics of a stretch, of the samples on disk. */
  'live.statistics': onBoard(
    call(
      312,
      z.object({
        board,
        channel,
        ...range,
        quantiles: z.array(z.number()).max(20).default([]),
        integral: z.boolean().default(false),
      }),
      type<ChannelStatistics>(),
    ),
  ),
  /** Outcomes by cell of the newest bits. */
  'live.cells': onBoard(
    stream(
      313,
      z.object({
        board,
        bits: z
          .int()
          .min(1)
          .max(2 ** 24),
        periodMs: periodMs.default(250),
      }),
      type<CellCounts>(),
    ),
  ),
  /** The newest bits. */
  'live.raster': onBoard(
    stream(
      314,
      z.object({ board, rows: z.int().min(1).max(4096), periodMs: periodMs.default(100) }),
      type<LiveRaster>(),
    ),
  ),
  /** Reads the resistances of all cells; bits stand still meanwhile. */
  'live.map': onBoard(
    call(315, z.object({ board, averages: z.int().min(1).max(65_535).default(4) }), type<ResistanceMap>()),
  ),
  'live.setTriggers': onBoard(call(316, z.object({ board, triggers }), type<null>())),

  'live.estimateExport': onBoard(
    call(320, z.object({ board, channels: z.array(channel).min(1).max(64), ...range }), type<ExportEstimate>()),
  ),
  /** A selection as a file, in pieces: channels that are sampled together as CSV, bits as packed bytes. */
  'live.export': onBoard(
    stream(
      321,
      z.object({ board, channels: z.array(channel).min(1).max(64), ...range, format: z.enum(['csv', 'bin']) }),
      type<Uint8Array>(),
    ),
  ),
};
