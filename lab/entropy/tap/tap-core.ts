import { checkNumber, checkOneOf } from '../../../base/index.js';
import type { HealthAlarm } from '../health/health-alarm.js';
import {
  TAP_MODES,
  type TapBlockInfo,
  type TapCoreApi,
  type TapCounters,
  type TapOptions,
  type TapState,
} from './tap-types.js';

/** A tap without its tests yet. */
export class TapCore implements TapCoreApi {
  state: TapState = 'starting';
  notEntropy: boolean;
  alarm: HealthAlarm | undefined;
  readonly #options: TapOptions;
  #rawBits = 0;

  constructor(options: TapOptions) {
    this.#options = options;
    checkOneOf('mode', options.mode, TAP_MODES);
    this.notEntropy = options.kind !== 'real';
  }

  get counters(): TapCounters {
    const zero = { startupBits: 0, flushedBits: 0, heldBits: 0, usedBits: 0, creditedBits: 0, assumedBits: 0 };
    const none = { conditionedBytes: 0, outputBytes: 0, reseeds: 0, bytesSinceReseed: 0, startups: 0 };
    const failures = {
      intermittent: 0,
      permanent: 0,
      onDemandTests: 0,
      lostBlocks: 0,
      unhealthyBlocks: 0,
      leftBits: 0,
    };
    return { rawBits: this.#rawBits, ...zero, ...none, ...failures };
  }

  push(bytes: Uint8Array, bits: number, info: TapBlockInfo = {}): Uint8Array {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    this.#rawBits += bits;
    this.notEntropy ||= info.notEntropy === true;
    return this.#options.mode === 'raw' ? bytes.subarray(0, bits >> 3) : new Uint8Array(0);
  }

  onDemandTest(): void {
    this.state = 'starting';
  }

  restart(): void {
    this.state = 'starting';
  }
}
