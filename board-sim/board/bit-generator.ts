import { type Burst, type ShotEngine } from '../array-unit/index.js';
import { BlockFlag, DATA_OFFSET, newDataFrame, spindrift } from '../../proto/index.js';
import { BitBuffer } from './bit-buffer.js';
import { debiasPairs, foldShots } from './bit-folding.js';
import { type BoardCore } from './board-core.js';
import { Refusal } from './refusal.js';
import { BLOCK_OVERHEAD, type BlockSource, type ProducedBlock, type StreamSums } from './down-stream.js';
import { DWELL_SHOTS, ROW_CHANGE_S, USB_BYTES_PER_S } from './timings.js';

/** Dwells without a single bit after which a debiased source counts as dead. */
const BARREN_DWELLS = 256;

/** What bits to make. */
export interface BitOptions {
  readonly tile: number;
  readonly rows: Uint16Array;
  readonly xorStages: number;
  readonly vonNeumann: boolean;
  readonly controller: boolean;
  readonly blockBytes: number;
  /** Bytes a second of board time; 0 = no limit. */
  readonly rateLimit: number;
  /** 0 = until closed. */
  readonly totalBits: number;
}

/**
 * The bit source: rows in rotation, 64 shots each, all columns at once; folding, debiasing, packing. While it runs the controller watches
 * every dwell and trims row widths and coil.
 */
export class BitGenerator implements BlockSource {
  readonly blockBytes: number;
  readonly #core: BoardCore;
  readonly #options: BitOptions;
  readonly #buffer: BitBuffer;
  readonly #columns: Uint16Array;
  #engine: ShotEngine | undefined;
  #next = 0;
  #delivered = 0;
  #raw = 0;
  #boardS = 0;

  constructor(core: BoardCore, options: BitOptions) {
    this.#core = core;
    this.#options = options;
    this.blockBytes = options.blockBytes;
    this.#columns = Uint16Array.from({ length: core.geometry.cols }, (_, c) => c);
    this.#buffer = new BitBuffer(DWELL_SHOTS * core.geometry.cols);
  }

  /** Bytes a second of board time that a reader can expect. */
  get bytesPerSecond(): number {
    const { xorStages, vonNeumann, rateLimit } = this.#options;
    const dwellS = ROW_CHANGE_S + DWELL_SHOTS * this.#core.hardware.shotSeconds(1);
    const raw = (DWELL_SHOTS * this.#columns.length) / 8 / dwellS;
    const made = (raw / 2 ** xorStages) * (vonNeumann ? 0.25 : 1);
    const carried = (USB_BYTES_PER_S * this.blockBytes) / (this.blockBytes + BLOCK_OVERHEAD);
    return Math.min(made, carried, rateLimit === 0 ? Infinity : rateLimit);
  }

  /** Takes the dice of this stream; once the array is held. */
  start(): void {
    this.#engine = this.#core.hardware.newEngine(this.#options.tile, 'bits');
  }

  next(): ProducedBlock {
    const { totalBits, rateLimit } = this.#options;
    const left = totalBits === 0 ? Infinity : totalBits - this.#delivered;
    const bits = Math.min(left, this.blockBytes * 8);
    const { hardware, health } = this.#core;
    const { meters } = hardware;
    const frame = newDataFrame(Math.ceil(bits / 8));
    const timeUs = meters.microseconds;
    let arrayS = 0;
    let pulseJ = 0;
    let healthy = true;
    let barren = 0;
    for (let have = 0; have < bits;) {
      if (this.#buffer.available === 0) {
        const dwell = this.#dwell();
        barren = dwell.bits === 0 ? barren + 1 : 0;
        if (barren > BARREN_DWELLS)
          throw new Refusal(spindrift.v1.Status.STATUS_UNHEALTHY, 'open_bits: the selected rows give no bits');
        arrayS += dwell.arrayS;
        pulseJ += dwell.pulseJ;
        healthy &&= dwell.healthy;
      }
      have += this.#buffer.take(bits - have, frame, DATA_OFFSET, have);
    }
    this.#delivered += bits;
    this.#boardS += meters.spend({
      arrayS: rateLimit === 0 ? arrayS : Math.max(arrayS, Math.ceil(bits / 8) / rateLimit),
      usbBytes: frame.length,
      pulseJ,
      amplitudeV: hardware.amplitudeV,
    });
    meters.counts.bitsOut += bits;
    meters.counts.bytesOut += frame.length - DATA_OFFSET;
    const unhealthy = !healthy || health.failing || hardware.controller.saturated;
    return {
      frame,
      timeUs,
      flags: unhealthy ? BlockFlag.UNHEALTHY : 0,
      tail: (8 - (bits % 8)) % 8,
      last: this.#delivered === totalBits && totalBits > 0,
    };
  }

  skip(count: number): void {
    // The generator did make them: pulses, wear, energy and time are real, only the bits are gone.
    const before = this.#delivered;
    for (let k = 0; k < count; k++) {
      this.next();
      this.#core.hardware.meters.counts.bitsOut -= this.#delivered - before;
      this.#delivered = before;
    }
  }

  stats(): StreamSums {
    return { items: this.#raw, boardTimeUs: this.#boardS * 1e6 };
  }

  /** One row for 64 shots; leaves its bits in the buffer. */
  #dwell(): { arrayS: number; pulseJ: number; healthy: boolean; bits: number } {
    const { tile, rows, xorStages, vonNeumann, controller } = this.#options;
    const core = this.#core;
    const row = rows[this.#next]!;
    this.#next = (this.#next + 1) % rows.length;
    const burst: Burst = { row, shots: DWELL_SHOTS, pulses: 1, columns: this.#columns };
    const { sums, cost } = core.hardware.burst(tile, this.#engine!, burst, this.#buffer.bytes);
    this.#raw += DWELL_SHOTS * this.#columns.length;
    const healthy = core.health.observe(sums.outcomes, sums.ones, sums.frozen);
    if (controller && sums.outcomes > 0) {
      const saturations = core.hardware.controller.observe(row, sums.outcomes, sums.toggles, sums.ones);
      if (saturations.length > 0) core.reportSaturation(saturations);
    }
    const width = foldShots(this.#buffer.bytes, DWELL_SHOTS, this.#columns.length, xorStages);
    const bits = vonNeumann ? debiasPairs(this.#buffer.bytes, DWELL_SHOTS, width) : DWELL_SHOTS * width;
    this.#buffer.filled(bits);
    return { ...cost, healthy, bits };
  }
}
