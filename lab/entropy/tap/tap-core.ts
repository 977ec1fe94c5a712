import { checkNumber, checkOneOf, UsageError } from '../../../base/index.js';
import { BOARD_KINDS } from '../../../firmware-host/host/board-types.js';
import { BitPacker } from '../bit-packer.js';
import { BitHealth } from '../health/bit-health.js';
import { DEFAULT_ALPHA } from '../health/cutoffs.js';
import type { HealthAlarm } from '../health/health-alarm.js';
import { HeldBytes } from './held-bytes.js';
import { TapOutput } from './tap-output.js';
import {
  NO_COUNTS,
  TAP_MODES,
  type TapBlockInfo,
  type TapCoreApi,
  type TapCounters,
  type TapEvent,
  type TapOptions,
  type TapState,
} from './tap-types.js';

/** Samples of the start-up test, if nothing else is said, and the fewest that SP 800-90B 4.3 allows. */
export const STARTUP_BITS = { default: 4096, least: 1024 } as const;

const NOTHING = new Uint8Array(0);

/**
 * The heart of an entropy tap: raw bits → health tests → (debiasing) → vetted hash → generator, with the states of {@link TapState}. Bits are held
 * until every window that they lie in has passed its tests, so that nothing made of a failing window leaves; what could have left of a failing run is
 * told with the alarm. In `raw` mode bits pass in every state, and the tests only tell.
 */
export class TapCore implements TapCoreApi {
  readonly #options: TapOptions;
  readonly #health: BitHealth;
  readonly #output: TapOutput;
  readonly #startupBits: number;
  readonly #held = new HeldBytes();
  #packer = new BitPacker();
  #state: TapState = 'starting';
  #notEntropy: boolean;
  #alarm: HealthAlarm | undefined;
  #bootId: number | undefined;
  /** Sample of this stream from which the start-up test counts; samples that were accounted for, and the stretch that was used since opening. */
  #startAt = 0;
  #accounted = 0;
  #usedFrom = 0;
  #warned = false;
  readonly #count = { ...NO_COUNTS, startups: 1 };

  /**
   * @throws UsageError for a stand-in where entropy is credited, or debiasing without an assessment; RangeError and TypeError for values out of range
   */
  constructor(options: TapOptions) {
    const { mode, kind, assessment, alpha, tests, layout, startupBits = STARTUP_BITS.default } = options;
    checkOneOf('mode', mode, TAP_MODES);
    checkOneOf('kind', kind, BOARD_KINDS);
    refuseStandIn(options);
    this.#startupBits = checkNumber('startupBits', startupBits, {
      min: STARTUP_BITS.least,
      max: 2 ** 30,
      integer: true,
    });
    this.#options = options;
    this.#notEntropy = kind !== 'real';
    this.#health = new BitHealth({
      minEntropy: assessment.minEntropy,
      alpha: { ...DEFAULT_ALPHA, ...alpha },
      ...(tests === undefined ? {} : { tests }),
      ...(layout === undefined ? {} : { layout }),
    });
    this.#output = new TapOutput(options);
  }

  get state(): TapState {
    return this.#state;
  }

  get notEntropy(): boolean {
    return this.#notEntropy;
  }

  get alarm(): HealthAlarm | undefined {
    return this.#alarm;
  }

  /** The limits in force. */
  get limits(): BitHealth['limits'] {
    return this.#health.limits;
  }

  get counters(): TapCounters {
    const { assumedBits, conditionedBytes, reseeds, bytesSinceReseed } = this.#output;
    return {
      ...this.#count,
      heldBits: Math.max(0, this.#health.received - this.#accounted),
      creditedBits: this.#notEntropy ? 0 : assumedBits,
      assumedBits,
      conditionedBytes,
      reseeds,
      bytesSinceReseed,
    };
  }

  push(bytes: Uint8Array, bits: number, info: TapBlockInfo = {}): Uint8Array {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    if (info.bootId !== undefined && this.#bootId !== undefined && info.bootId !== this.#bootId)
      this.#begin('the board booted anew');
    this.#bootId = info.bootId ?? this.#bootId;
    this.#count.rawBits += bits;
    if (info.gap !== undefined && info.gap > 0) {
      this.#count.lostBlocks += info.gap;
      this.#health.loseCells();
    }
    const alarms = this.#health.push(bytes, bits);
    if (this.#health.offCentre === 0) this.#warned = false;
    else if (this.#health.offCentre >= 3 && !this.#warned)
      this.#warn('the mean of three windows in a row was over five standard deviations off');
    this.#board(info, alarms);
    const whole = this.#packer.push(bytes, bits);
    if (this.#options.mode === 'raw') return this.#raw(whole, alarms);
    this.#held.append(whole);
    if (this.#state === 'failed') {
      this.#flush('flushedBits');
      return NOTHING;
    }
    if (alarms.length > 0) {
      this.#fail(alarms);
      return NOTHING;
    }
    if (!this.#openIfTested()) return NOTHING;
    const raw = this.#held.take(Math.floor(this.#health.settled / 8));
    this.#count.usedBits += raw.length * 8;
    this.#accounted += raw.length * 8;
    const out = this.#output.push(raw);
    this.#count.outputBytes += out.length;
    return out;
  }

  onDemandTest(): void {
    this.#count.onDemandTests++;
    if (this.#state === 'failed') return;
    this.#flush('startupBits');
    this.#count.startups++;
    this.#become('starting', 'a test was asked for');
  }

  forget(): void {
    this.#flush('flushedBits');
  }

  restart(cause = 'started anew by hand'): void {
    this.#alarm = undefined;
    this.#begin(cause, true);
  }

  /** A stream that begins. A latched failure outlives it, unless an operator says otherwise. */
  #begin(cause: string, byHand = false): void {
    this.#flush('flushedBits');
    this.#output.reset();
    this.#health.reset();
    this.#packer = new BitPacker();
    this.#held.clear(0);
    this.#accounted = 0;
    this.#startAt = 0;
    if (this.#state === 'failed' && !byHand) return;
    this.#count.startups++;
    this.#become('starting', cause);
  }

  /** What the board itself says of a block, as alarms. */
  #board(info: TapBlockInfo, alarms: HealthAlarm[]): void {
    if (info.unhealthy === true) {
      this.#count.unhealthyBlocks++;
      alarms.push(this.#boardAlarm('intermittent', 'a health test of the board was failing'));
    }
    if (info.notEntropy !== true || this.#notEntropy) return;
    this.#notEntropy = true;
    if (!credits(this.#options) || this.#options.allowSimulated === true) return;
    alarms.push(this.#boardAlarm('permanent', 'the board says that its bits are not entropy'));
  }

  #boardAlarm(severity: HealthAlarm['severity'], text: string): HealthAlarm {
    const index = Math.max(0, this.#health.received - 1);
    return { test: 'board', severity, index, from: index, value: 1, limit: 1, text };
  }

  #raw(whole: Uint8Array, alarms: HealthAlarm[]): Uint8Array {
    this.#count.usedBits += whole.length * 8;
    this.#accounted += whole.length * 8;
    this.#count.outputBytes += whole.length;
    if (alarms.length > 0 && this.#state !== 'failed') this.#fail(alarms);
    else if (alarms.length === 0) this.#openIfTested();
    return whole;
  }

  /** The start-up test is over when so many samples in a row were tested without an alarm. They are discarded. */
  #openIfTested(): boolean {
    if (this.#state === 'open') return true;
    if (this.#state === 'failed' || this.#health.tested < this.#startAt + this.#startupBits) return false;
    if (this.#options.mode !== 'raw') {
      const first = Math.ceil((this.#startAt + this.#startupBits) / 8);
      this.#held.take(first);
      this.#count.startupBits += first * 8 - this.#accounted;
      this.#accounted = first * 8;
    }
    this.#usedFrom = this.#accounted;
    this.#become('open', `${this.#startupBits} samples passed the start-up test`);
    return true;
  }

  #fail(alarms: readonly HealthAlarm[]): void {
    const wasOpen = this.#state === 'open';
    for (const alarm of alarms) {
      const left =
        this.#options.mode === 'raw'
          ? this.#accounted - alarm.from
          : wasOpen
            ? this.#accounted - Math.max(alarm.from, this.#usedFrom)
            : 0;
      const leftBits = Math.max(0, left);
      this.#count.leftBits += leftBits;
      this.#count[alarm.severity]++;
      // What goes on failing in the same way is counted, and told once.
      const known = this.#state === 'recovering' && this.#alarm?.test === alarm.test;
      if (!known || alarm.severity !== this.#alarm?.severity) this.#tell({ kind: 'alarm', alarm, leftBits });
    }
    const worst = alarms.find(({ severity }) => severity === 'permanent') ?? alarms[0]!;
    this.#alarm = worst;
    this.#flush('flushedBits');
    if (this.#state !== 'recovering' && worst.severity !== 'permanent') this.#count.startups++;
    this.#become(worst.severity === 'permanent' ? 'failed' : 'recovering', worst.text);
  }

  /** Throws away all that is held or pooled, the bits of a byte that is not whole too, and starts counting samples afresh. */
  #flush(where: 'flushedBits' | 'startupBits'): void {
    this.#startAt = this.#health.received;
    if (this.#options.mode === 'raw') return;
    const next = Math.ceil(this.#health.received / 8);
    // The byte that is not whole yet comes later, and is skipped.
    this.#held.skipTo(next);
    this.#count[where] += next * 8 - this.#accounted;
    this.#accounted = next * 8;
    this.#output.flush();
  }

  #become(state: TapState, cause: string): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    this.#tell({ kind: 'state', state, previous, cause });
  }

  #warn(text: string): void {
    this.#warned = true;
    this.#count.warnings++;
    this.#tell({ kind: 'warning', text });
  }

  #tell(event: TapEvent): void {
    this.#options.onEvent?.(event);
  }
}

/** Whether a mode's output is said to hold entropy. */
function credits({ mode }: Pick<TapOptions, 'mode'>): boolean {
  return mode === 'conditioned' || mode === 'drbg';
}

/** @throws UsageError for `conditioned` or `drbg` output of a board that is not silicon, unless that was asked for */
export function refuseStandIn(options: Pick<TapOptions, 'mode' | 'kind' | 'allowSimulated'>): void {
  if (!credits(options) || options.kind === 'real' || options.allowSimulated === true) return;
  throw new UsageError(
    `bits of a board that is ${options.kind} are not entropy: no ${options.mode} output is made of them`,
    {
      code: 'NOT_ENTROPY',
      nextStep: 'Use --mode raw, or --allow-simulated to get output that is marked not entropy.',
    },
  );
}
