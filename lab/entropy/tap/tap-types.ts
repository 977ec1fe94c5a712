import type { BoardKind } from '../../../firmware-host/host/index.js';
import type { ConditionerName } from '../condition/conditioner.js';
import type { DebiasKind } from '../debias/debias.js';
import type { CellLayout } from '../health/cell-health.js';
import type { HealthAlarm } from '../health/health-alarm.js';

/** What comes out of a tap. `raw` is never filtered; the others stop at an alarm. */
export const TAP_MODES = ['raw', 'debiased', 'conditioned', 'drbg'] as const;
/** One of {@link TAP_MODES}. */
export type TapMode = (typeof TAP_MODES)[number];

/**
 * `starting`: the start-up test runs, nothing leaves. `open`: output flows. `recovering`: an intermittent failure flushed the pool and the start-up
 * test runs anew. `failed`: latched by a permanent failure; only {@link TapCoreApi.restart} by an operator's hand ends it. In `raw` mode the state says
 * what the tests think, and bits leave in every state.
 */
export type TapState = 'starting' | 'open' | 'recovering' | 'failed';

/** How much entropy a raw bit was assessed to hold, and where that comes from. */
export interface TapAssessment {
  /** Min-entropy per raw bit, 0 < H ≤ 1. */
  readonly minEntropy: number;
  /** For people: the file of an assessment, or `self-assessment of 1000000 bits`. */
  readonly origin: string;
  /** SHA-256 of the data that was assessed, where known. */
  readonly sha256?: string;
}

/** Host-side debiasing ahead of the hash: non-vetted conditioning. */
export interface TapDebias {
  readonly kind: DebiasKind;
  /** Distance in bits of the two that meet: a multiple of the array's width keeps a cell with itself, half the width joins distant cells. */
  readonly distance: number;
  /** Min-entropy per output bit, assessed on at least 1,000,000 output bits (h′ of SP 800-90B 3.1.5.2). Needed for `conditioned` and `drbg`. */
  readonly minEntropy?: number;
}

/** What a tap is made of. */
export interface TapOptions {
  readonly mode: TapMode;
  /** What the board is. Anything but `real` is refused for `conditioned` and `drbg` unless `allowSimulated`. */
  readonly kind: BoardKind;
  /** Lets a stand-in through; everything is marked not entropy all the same. Default false. */
  readonly allowSimulated?: boolean;
  /** Needed for every mode: cutoffs and credit follow from it. Never an assumed 1.0. */
  readonly assessment: TapAssessment;
  /** False alarms of each test: probability 2^-exponent. Default 40 (intermittent) and 60 (permanent). */
  readonly alpha?: { readonly intermittent?: number; readonly permanent?: number };
  /** Which tests gate: `approved` = repetition count and adaptive proportion alone; `all` (default) adds the developer-defined ones. */
  readonly tests?: 'approved' | 'all';
  /** Samples of the start-up test, at least 1024; they are discarded. Default 4096. */
  readonly startupBits?: number;
  readonly debias?: TapDebias;
  /** Array behind the raw stream, for tests per cell: bit k is column k mod columns, as `orderOf` in bit-record.ts tells. */
  readonly layout?: CellLayout;
  /** Vetted conditioning. Default `sha-256`. */
  readonly conditioner?: ConditionerName;
  /** Generator of the `drbg` mode: CTR_DRBG with AES-256 (default), or HMAC_DRBG with SHA-256, which is some ninety times slower. */
  readonly drbg?: 'hmac' | 'ctr';
  /**
   * Bytes of the generator per byte of fresh seed, 1 … 65536; default 32. It is reseeded with 48 bytes (HMAC: 32) of full entropy ahead of each
   * request. 1 gives prediction resistance: never more output than fresh seed.
   */
  readonly expansion?: number;
  /** Not secret; goes into the generator's seed. */
  readonly personalisation?: Uint8Array;
  /** Told as things happen, synchronously; must not throw. */
  readonly onEvent?: (event: TapEvent) => void;
}

/** What is known of a block besides its bits; a `StreamBlock` fits. */
export interface TapBlockInfo {
  /** Number of the block, where known. */
  readonly seq?: number;
  /** Blocks lost just before. */
  readonly gap?: number;
  /** The generator stood still before this block. */
  readonly paused?: boolean;
  /** A health test of the board was failing. */
  readonly unhealthy?: boolean;
  /** The bits come from a stand-in. */
  readonly notEntropy?: boolean;
  /** The board's boot; another one than before means start-up again. */
  readonly bootId?: number;
}

/** Something to tell. */
export type TapEvent =
  | { readonly kind: 'state'; readonly state: TapState; readonly previous: TapState; readonly cause: string }
  | {
      readonly kind: 'alarm';
      readonly alarm: HealthAlarm;
      /** Raw bits of the failing run or window that had left already. */
      readonly leftBits: number;
    }
  | { readonly kind: 'warning'; readonly text: string };

/** Where every bit went, and what it was worth. Bits and bytes since the tap was made. */
export interface TapCounters {
  /** Raw bits taken in, and of these: discarded by start-up tests, flushed by failures, held until their windows are tested, used. */
  readonly rawBits: number;
  readonly startupBits: number;
  readonly flushedBits: number;
  readonly heldBits: number;
  readonly usedBits: number;
  /** Min-entropy credited to what was used, bit. Zero for a stand-in, always. */
  readonly creditedBits: number;
  /** What a real source would have been credited; equals `creditedBits` for one. */
  readonly assumedBits: number;
  /** Bytes of conditioned output made (also those that seeded the DRBG). */
  readonly conditionedBytes: number;
  /** Bytes that left the tap. */
  readonly outputBytes: number;
  readonly reseeds: number;
  readonly bytesSinceReseed: number;
  readonly startups: number;
  readonly intermittent: number;
  readonly permanent: number;
  readonly onDemandTests: number;
  readonly warnings: number;
  /** Blocks lost, and blocks that the board marked unhealthy. */
  readonly lostBlocks: number;
  readonly unhealthyBlocks: number;
  /** Raw bits of failing runs and windows that had left before the alarm. */
  readonly leftBits: number;
}

/** Counters of a tap that nothing has come to yet. */
export const NO_COUNTS: TapCounters = {
  rawBits: 0,
  startupBits: 0,
  flushedBits: 0,
  heldBits: 0,
  usedBits: 0,
  creditedBits: 0,
  assumedBits: 0,
  conditionedBytes: 0,
  outputBytes: 0,
  reseeds: 0,
  bytesSinceReseed: 0,
  startups: 0,
  intermittent: 0,
  permanent: 0,
  onDemandTests: 0,
  warnings: 0,
  lostBlocks: 0,
  unhealthyBlocks: 0,
  leftBits: 0,
};

/** The synchronous heart of a tap: bits in, and what may leave out. */
export interface TapCoreApi {
  readonly state: TapState;
  /** True if anything in it came from a stand-in: the output is not entropy. */
  readonly notEntropy: boolean;
  readonly counters: TapCounters;
  /** The last alarm, if there was one. */
  readonly alarm: HealthAlarm | undefined;
  /** Takes the first `bits` bits of `bytes` (first bit least significant); returns what may leave now, often nothing. The array is the caller's. */
  push(bytes: Uint8Array, bits: number, info?: TapBlockInfo): Uint8Array;
  /** Runs the start-up test over the next samples, as SP 800-90B 4.3 wants on demand; the state is `starting` until it passed. */
  onDemandTest(): void;
  /** Forgets held bits, pools and seeds, and reseeds before more output: after the machine slept or its memory may have been copied. */
  forget(): void;
  /** Starts anew, with start-up test and empty pool: the only way out of `failed`. */
  restart(cause?: string): void;
}
