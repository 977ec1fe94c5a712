import { z } from 'zod';
import type { BoardKind } from '../../../firmware-host/host/index.js';
import type {
  BatteryName,
  BatteryRequest,
  BatteryResult,
  BatterySummary,
  ConditionedEntropy,
  HealthAlarm,
  HealthTestName,
  TapAssessment,
  TapCounters,
  TapMode,
  TapState,
} from '../../../lab/entropy/index.js';
import { call, onBoard, stream, type } from '../define.js';
import { board } from './boards.js';

/** One health test of a tap. */
export interface TapTest {
  readonly test: HealthTestName;
  /** Limits of a first alarm and of one that latches; null for the board's own tests, whose limits are the board's. */
  readonly cutoff: number | null;
  readonly latchCutoff: number | null;
  /** Bits of a window; null where a test has none. */
  readonly window: number | null;
  /** Whole windows that were judged since the tap was opened; null where there are none, or they are not of the stream. */
  readonly windows: number | null;
  /** Alarms that were told; what goes on failing in the same way is told once. */
  readonly failures: number;
  readonly last: TapAlarm | null;
}

/** An alarm with its time. */
export interface TapAlarm extends HealthAlarm {
  /** ISO 8601. */
  readonly time: string;
  /** Raw bits of the failing run or window that had left already. */
  readonly leftBits: number;
}

/** A change of state, with its time. */
export interface TapChange {
  readonly time: string;
  readonly state: TapState;
  readonly previous: TapState;
  readonly cause: string;
}

/** How a tap stands. */
export interface TapStatus {
  /** Number of the tap in this session of its board, from 1. */
  readonly tap: number;
  readonly board: string;
  readonly kind: BoardKind;
  readonly mode: TapMode;
  /** `opening`, `assessing` (the first bits are collected and assessed, nothing leaves), `running`, or why it ended. */
  readonly phase: 'opening' | 'assessing' | 'running' | 'stopped' | 'failed';
  readonly state: TapState;
  /** True if what leaves is not entropy. */
  readonly notEntropy: boolean;
  /** ISO 8601. */
  readonly started: string;
  readonly ended: string | null;
  readonly counters: TapCounters;
  /** Over the last second, bits and bytes a second. */
  readonly rawBitsPerS: number;
  readonly outBytesPerS: number;
  /** Null until a self-assessment is done. */
  readonly assessment: TapAssessment | null;
  /** Bits that a self-assessment wants. */
  readonly selfAssessmentBits: number;
  /** Bits of a start-up test. */
  readonly startupBits: number;
  /** a of 2^−a. */
  readonly alpha: { readonly intermittent: number; readonly permanent: number };
  readonly tests: readonly TapTest[];
  /** The last fifty, newest last. */
  readonly alarms: readonly TapAlarm[];
  readonly changes: readonly TapChange[];
  /** Bits at the conditioner's entrance that make 256 bits; null where nothing is conditioned. */
  readonly bitsPerDigest: number | null;
  readonly conditioner: string | null;
  readonly drbg: string | null;
  /** What is written to a file; null for a tap that is only watched. */
  readonly collecting: {
    readonly capture: string;
    readonly bytes: number;
    readonly wantedBytes: number;
    /** Seconds; absent until it can be told. */
    readonly etaS?: number;
  } | null;
  readonly error: { readonly message: string; readonly nextStep?: string } | null;
}

/** How a collection of restart data stands. */
export interface RestartsStatus {
  /** The file, which is there when the collection has finished. */
  readonly capture: string;
  /** Restarts. */
  readonly done: number;
  readonly total: number;
  /** Seconds; absent until it can be told. */
  readonly etaS?: number;
  readonly state: 'running' | 'finished' | 'stopped' | 'failed';
  readonly problem?: { readonly code: string; readonly message: string; readonly nextStep?: string };
}

/** A file of bits in the store. */
export interface CaptureEntry {
  /** Name without folder: `bits-….bin`. */
  readonly capture: string;
  readonly bytes: number;
  /** `writing` while bytes come; `killed` for a file whose writer vanished, which holds all that was written. */
  readonly status: 'writing' | 'finished' | 'interrupted' | 'failed' | 'killed';
  readonly mode: string;
  readonly notEntropy: boolean;
  readonly board: { readonly uri: string; readonly serial: string; readonly kind: string } | null;
  /** ISO 8601. */
  readonly started: string;
  readonly sha256: string | null;
  /** Alarms of the tap while it was collected; null where nobody counted. */
  readonly alarms: number | null;
  readonly seed?: string;
}

/** An assessment: one that goes on, waits its turn, or is stored. */
export interface AssessmentEntry {
  /** Name of its run folder. */
  readonly id: string;
  readonly dir: string;
  readonly battery: BatteryName;
  readonly capture: string;
  readonly state: 'waiting' | 'running' | 'finished' | 'failed' | 'aborted' | 'interrupted';
  /** ISO 8601. */
  readonly started: string;
  readonly seconds: number | null;
  readonly progress?: { readonly done: number; readonly total: number; readonly etaS?: number };
  readonly summary: BatterySummary | null;
  readonly notEntropy: boolean | null;
  readonly board: { readonly serial: string; readonly kind: string } | null;
  readonly request: Omit<BatteryRequest, 'path' | 'battery'>;
  readonly error?: { readonly message: string; readonly nextStep?: string };
}

const onlyBoard = z.object({ board });
const probability = z.number().gt(0).max(1);
const captureName = z
  .string()
  .regex(/^[\w-](?!.*\.(?:json|part)$)[\w.-]*$/, 'a plain file name, without the endings .json and .part')
  .max(100);

/** How a tap is opened. */
export const tapParams = z.object({
  board,
  mode: z.enum(['raw', 'debiased', 'conditioned', 'drbg']),
  /** Lets a stand-in through where entropy is credited; what comes is marked as not entropy all the same. */
  allowSimulated: z.boolean().default(false),
  /** Where the min-entropy per raw bit comes from: the tap's own first bits, a stored assessment, or (mode `raw` only) a mere claim. */
  assessment: z
    .discriminatedUnion('from', [
      z.object({ from: z.literal('self'), bits: z.int().min(100_000).max(1e8).default(1_000_000) }),
      z.object({ from: z.literal('stored'), id: z.string().min(1).max(300) }),
      z.object({ from: z.literal('claim'), minEntropy: probability.min(0.05).default(0.8) }),
    ])
    .default({ from: 'self', bits: 1_000_000 }),
  /** Lowers what was assessed, never raises it. */
  claimedMinEntropy: probability.min(0.05).optional(),
  tests: z.enum(['approved', 'all']).default('all'),
  alpha: z
    .object({ intermittent: z.int().min(20).max(100), permanent: z.int().min(21).max(200) })
    .default({ intermittent: 40, permanent: 60 }),
  startupBits: z
    .int()
    .min(1024)
    .max(2 ** 30)
    .default(4096),
  controller: z.boolean().default(false),
  debias: z
    .object({
      kind: z.enum(['xor', 'vonNeumann']),
      distance: z.int().min(1).max(65_536),
      minEntropy: probability.optional(),
    })
    .optional(),
  conditioner: z.enum(['sha-256', 'hmac-sha-256']).default('sha-256'),
  drbg: z.enum(['ctr', 'hmac']).default('ctr'),
  expansion: z.int().min(1).max(65_536).default(32),
  /** Raw bits a second at most; null = as fast as the board gives them. */
  rawBitsPerS: z.number().min(1000).max(1e9).nullable().default(1e6),
});
export type TapParams = z.output<typeof tapParams>;

/** How a file of bits is assessed. */
export const assessParams = z.object({
  capture: captureName,
  battery: z.enum(['bits', 'health', 'ent', 'fips', 'non-iid', 'sts', 'iid', 'restart']),
  minEntropy: probability.optional(),
  alphaExponent: z.int().min(10).max(100).optional(),
  alpha: z.number().min(1e-6).max(0.5).optional(),
  streams: z.int().min(1).max(100_000).optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  rounds: z.int().min(1).max(1e6).optional(),
  submitter: probability.optional(),
});

const bitCount = z
  .number()
  .min(1)
  .max(2 ** 32);

/** Methods 500 to 599. */
export const entropyApi = {
  /** Opens a tap and lets it flow until it is stopped; one a board. The tap goes on when the page leaves. */
  'entropy.open': onBoard(call(500, tapParams, type<TapStatus>())),
  /** How the board's tap stands, now and whenever that changes, at most every `periodMs`; null before there is one. The last one stays after its end. */
  'entropy.status': onBoard(
    stream(501, z.object({ board, periodMs: z.int().min(100).max(10_000).default(100) }), type<TapStatus | null>()),
  ),
  /** Runs the start-up test again, as SP 800-90B 4.3 wants on demand. */
  'entropy.test': onBoard(call(502, onlyBoard, type<null>())),
  /** Ends the tap, whose file keeps what it wrote, and the collection of restart data, which leaves none. Harmless without them. */
  'entropy.stop': onBoard(call(503, onlyBoard, type<null>())),
  /** Opens a tap whose bytes go into a file of the store, and ends it when they are there. */
  'entropy.collect': onBoard(
    call(
      504,
      tapParams.extend({
        bytes: z
          .int()
          .min(1)
          .max(2 ** 40),
        capture: captureName.optional(),
      }),
      type<TapStatus>(),
    ),
  ),
  /** Begins to take 1000 bits after each of 1000 restarts of the drive into a file of the store; goes on when the page leaves. */
  'entropy.restarts': onBoard(call(505, z.object({ board, capture: captureName.optional() }), type<RestartsStatus>())),
  /** How that stands, and again at every change; null before there was any. */
  'entropy.restartsStatus': onBoard(stream(506, onlyBoard, type<RestartsStatus | null>())),
  /** The files of bits in the store, newest first; again whenever that changes. */
  'entropy.captures': stream(510, z.object({}), type<readonly CaptureEntry[]>()),
  /** Deletes a file of bits and its record. Assessments of it stay. */
  'entropy.removeCapture': call(511, z.object({ capture: captureName }), type<null>()),
  /** Starts an assessment, which goes on when the page leaves; its result is stored as a run. */
  'entropy.assess': call(520, assessParams, type<AssessmentEntry>()),
  /** Assessments, newest first: running and stored ones; again whenever that changes. */
  'entropy.assessments': stream(521, z.object({}), type<readonly AssessmentEntry[]>()),
  /** The whole result of a finished assessment. */
  'entropy.result': call(522, z.object({ id: z.string().min(1).max(300) }), type<BatteryResult>()),
  /** Stops an assessment; harmless when it has ended. */
  'entropy.cancel': call(523, z.object({ id: z.string().min(1).max(300) }), type<null>()),
  /** What an output of a conditioning function is worth (SP 800-90B 3.1.5): nothing is stored. */
  'entropy.conditioning': call(
    524,
    z.object({
      nIn: bitCount,
      nOut: bitCount,
      nw: bitCount,
      hIn: z
        .number()
        .gt(0)
        .max(2 ** 32),
      vetted: z.boolean().default(true),
      hPrime: probability.optional(),
    }),
    type<ConditionedEntropy>(),
  ),
};
