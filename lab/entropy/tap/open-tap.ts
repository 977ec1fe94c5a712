import { checkNumber, HealthError, systemClock, type Clock } from '../../../base/index.js';
import type { Board, StreamBlock } from '../../../firmware-host/host/index.js';
import { unpackLsbFirst } from '../bit-order.js';
import { BitPacker } from '../bit-packer.js';
import type { HealthAlarm } from '../health/health-alarm.js';
import { assessNonIid } from '../sp800-90b/assess-non-iid.js';
import { refuseStandIn, TapCore } from './tap-core.js';
import { NO_COUNTS, type TapAssessment, type TapCounters, type TapOptions, type TapState } from './tap-types.js';

/** The part of a board that a tap uses. */
export type TapBoard = Pick<Board, 'uri' | 'identity' | 'arm' | 'getState' | 'readTelemetry' | 'openBits' | 'makeSafe'>;

/** Raw bits of a self-assessment, if nothing else is said; SP 800-90B 3.1.1 wants so many. */
export const SELF_ASSESSMENT_BITS = 1_000_000;

/** Raw bits that hold less are not worth a tap: cutoffs would lie at the windows' ends. */
const LEAST_MIN_ENTROPY = 0.05;

/** A jump of the calendar against the monotonic clock that means that the machine slept, s. */
const SLEEP_S = 2;

/** How a tap on a board is opened: kind and layout come from the board. */
export interface OpenTapOptions extends Omit<TapOptions, 'kind' | 'layout' | 'assessment'> {
  /** Absent: the tap assesses the first raw bits itself, and throws them away, before anything leaves. */
  readonly assessment?: TapAssessment;
  /** Bits of such a self-assessment, at least 100,000; default 1,000,000. */
  readonly selfAssessmentBits?: number;
  /** What the maker claims per raw bit: lowers the assessed figure, never raises it. */
  readonly claimedMinEntropy?: number;
  /** Lets the board hold the mean of each row near one half. */
  readonly controller?: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Each raw block as it comes, before its bits are tested. */
  readonly onBlock?: (block: StreamBlock) => void;
  /** Raw bits that have come in, for a display; `assessing` while the self-assessment collects. */
  readonly onProgress?: (rawBits: number, phase: 'assessing' | 'running') => void;
  /** Waited for before each raw block is taken: holds back a board that gives more than is wanted. */
  readonly pace?: (block: StreamBlock) => Promise<void>;
}

/** Bytes of a board as they may leave. Iterate once; nothing is read from the board while nobody asks. */
export interface EntropyTap extends AsyncIterable<Uint8Array> {
  readonly state: TapState;
  readonly notEntropy: boolean;
  readonly counters: TapCounters;
  readonly alarm: HealthAlarm | undefined;
  /** In use; undefined until a self-assessment is done. */
  readonly assessment: TapAssessment | undefined;
  /** Limits in force; undefined until there is an assessment. */
  readonly limits: TapCore['limits'] | undefined;
  onDemandTest(): void;
  /** Ends the stream and makes the array safe. Harmless twice. @returns whether the array is known to be safe */
  close(): Promise<boolean>;
}

/**
 * Opens a tap on a board: arms it, and reads raw bits as they are asked for. The iteration ends with a HealthError when the tests failed for good, or
 * when the bits are worth nothing; and with whatever ended the board's stream. Another board, or the same one after a reboot, is another tap, with a
 * start-up test of its own.
 * @throws UsageError for a stand-in in `conditioned` or `drbg` mode without `allowSimulated`; HealthError for an assessment below 0.05 bit; RangeError for values out of range; errors of the board
 */
export async function openTap(board: TapBoard, options: OpenTapOptions): Promise<EntropyTap> {
  refuseStandIn({ ...options, kind: board.identity.kind });
  const { selfAssessmentBits = SELF_ASSESSMENT_BITS, claimedMinEntropy } = options;
  checkNumber('selfAssessmentBits', selfAssessmentBits, { min: 100_000, max: 1e8, integer: true });
  if (claimedMinEntropy !== undefined)
    checkNumber('claimedMinEntropy', claimedMinEntropy, { min: LEAST_MIN_ENTROPY, max: 1 });
  const tap = new BoardTap(board, options);
  if (options.assessment !== undefined) tap.use(options.assessment);
  await board.arm(options.signal);
  return tap;
}

class BoardTap implements EntropyTap {
  readonly #board: TapBoard;
  readonly #options: OpenTapOptions;
  readonly #clock: Clock;
  #core: TapCore | undefined;
  #assessment: TapAssessment | undefined;
  #stream: ReturnType<TapBoard['openBits']> | undefined;
  #closed: Promise<boolean> | undefined;
  /** Calendar time minus monotonic time, s. */
  #offset: number | undefined;
  #collected = 0;
  /** Blocks of the self-assessment were lost, so that nobody knows where in the array the rest begins. */
  #lost = false;

  constructor(board: TapBoard, options: OpenTapOptions) {
    this.#board = board;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  get state(): TapState {
    return this.#core?.state ?? 'starting';
  }

  get notEntropy(): boolean {
    return this.#core?.notEntropy ?? this.#board.identity.kind !== 'real';
  }

  get counters(): TapCounters {
    return this.#core?.counters ?? { ...NO_COUNTS, rawBits: this.#collected, startupBits: this.#collected };
  }

  get alarm(): HealthAlarm | undefined {
    return this.#core?.alarm;
  }

  get assessment(): TapAssessment | undefined {
    return this.#assessment;
  }

  get limits(): TapCore['limits'] | undefined {
    return this.#core?.limits;
  }

  onDemandTest(): void {
    this.#core?.onDemandTest();
  }

  /** Makes the core for an assessment. @throws HealthError for one that is not worth a tap */
  use(found: TapAssessment): TapCore {
    const { claimedMinEntropy = 1 } = this.#options;
    const { kind, geometry } = this.#board.identity;
    const minEntropy = Math.min(found.minEntropy, claimedMinEntropy);
    if (minEntropy < LEAST_MIN_ENTROPY)
      throw new HealthError(`the raw bits are assessed to hold ${minEntropy.toPrecision(3)} bit of min-entropy each`, {
        nextStep: 'look at the raw bits: spindrift entropy --mode raw --out bits.bin, then spindrift assess non-iid',
      });
    this.#assessment = { ...found, minEntropy };
    const { rows, cols: columns } = geometry;
    const layout = this.#lost ? {} : { layout: { rows, columns, start: this.#collected } };
    this.#core = new TapCore({ ...this.#options, kind, ...layout, assessment: this.#assessment });
    return this.#core;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    const { signal, controller = false, onBlock, onProgress, pace } = this.#options;
    const { bootId } = this.#board.identity;
    if (this.#closed !== undefined) return;
    this.#stream = this.#board.openBits({ controller, ...(signal === undefined ? {} : { signal }) });
    let assessing = this.#core === undefined ? this.#collector() : undefined;
    try {
      for await (const block of this.#stream) {
        onBlock?.(block);
        // A block is valid until the next is asked for.
        await pace?.(block);
        if (assessing !== undefined) {
          this.#collected += block.bits;
          this.#lost ||= block.gap > 0;
          onProgress?.(this.#collected, 'assessing');
          const samples = assessing(block);
          if (samples === undefined) continue;
          assessing = undefined;
          await this.#assess(samples);
          continue;
        }
        const core = this.#core!;
        if (this.#slept()) core.forget();
        const bytes = core.push(block.bytes, block.bits, { ...block, bootId });
        onProgress?.(core.counters.rawBits, 'running');
        if (core.state === 'failed' && this.#options.mode !== 'raw') throw failure(core.alarm);
        if (bytes.length > 0) yield bytes;
      }
    } finally {
      await this.close();
    }
  }

  close(): Promise<boolean> {
    this.#closed ??= (async () => {
      await this.#stream?.close().catch(() => undefined);
      return this.#board.makeSafe().then(
        (state) => state === 'safe',
        () => false,
      );
    })();
    return this.#closed;
  }

  /** Gathers the samples of a self-assessment; gives them when there are enough. */
  #collector(): (block: StreamBlock) => Uint8Array | undefined {
    const { selfAssessmentBits = SELF_ASSESSMENT_BITS } = this.#options;
    const samples = new Uint8Array(new SharedArrayBuffer(selfAssessmentBits));
    const packer = new BitPacker();
    let have = 0;
    return (block) => {
      const bytes = packer.push(block.bytes, block.bits);
      const bits = Math.min(bytes.length * 8, samples.length - have);
      unpackLsbFirst(bytes, bits, samples.subarray(have, have + bits));
      have += bits;
      return have === samples.length ? samples : undefined;
    };
  }

  async #assess(samples: Uint8Array): Promise<void> {
    const { signal } = this.#options;
    const { minEntropy } = await assessNonIid(samples, 1, signal === undefined ? {} : { signal });
    this.use({ minEntropy, origin: `self-assessment of ${samples.length} raw bits` });
  }

  /** Whether the machine slept since the last call: its calendar jumped against its monotonic clock. */
  #slept(): boolean {
    const offset = this.#clock.date().getTime() / 1000 - this.#clock.now();
    const before = this.#offset ?? offset;
    this.#offset = offset;
    return Math.abs(offset - before) > SLEEP_S;
  }
}

function failure(alarm: HealthAlarm | undefined): HealthError {
  return new HealthError(`the tap is closed for good: ${alarm?.text ?? 'a health test failed'}`, {
    nextStep:
      'look at the raw bits with --mode raw, and at the board with: spindrift info; open a new tap when it is well',
    ...(alarm === undefined ? {} : { details: { ...alarm } }),
  });
}
