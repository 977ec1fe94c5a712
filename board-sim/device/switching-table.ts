import { GAMMA0 } from './constants.js';
import { switchingTableData } from './gen/switching-table-data.js';
import { macrospinModel } from './macrospin.js';
import { boardCell } from './parameters.js';
import { RateGrid } from './rate-grid.js';
import { flipProbability } from './retention.js';
import { Stencil } from './stencil.js';
import type { CellState } from './switching-protocol.js';
import {
  hzAxis,
  pulseAxis,
  restAxis,
  STRETCHED_PERIOD,
  TABLE_IN_PLANE_FIELD,
  TABLE_SIZE,
  widthAxis,
  widthStretch,
} from './table-axes.js';
import { decodeProbabilities } from './table-codec.js';

/** What the table needs to know about one cell. */
export interface SwitchingCell {
  /** Hk at V = 0, A/m. The table covers 122 to 164 kA/m; values outside count as its ends. */
  readonly hkAPerM: number;
  /** dHk/dV, A/m per volt. Negative: a positive voltage lowers the anisotropy. */
  readonly vcmaSlopeAPerMPerV: number;
  /** Out-of-plane field, stray and coil together, A/m. The table covers ±16 kA/m; values outside count as its ends. */
  readonly hzAPerM: number;
}

/** Loss of memory of the start beyond the table when there is no barrier: the damping in the in-plane field, 1/s. */
const DAMPED_RATE = boardCell.damping * GAMMA0 * TABLE_IN_PLANE_FIELD;
/** Hk during the pulse from which a barrier of 3 kBT and more decides how memory is lost beyond the table's widths, A/m. */
const BARRIER = 30e3;
/** From the first of these on the probability passes over from the table to the escape rates, which have it from the second. */
const RATES_FROM = 40e3;
const RATES_ALONE = 50e3;
const LAST_WIDTH = widthAxis[widthAxis.length - 1] as number;
const HIGHEST_HZ = hzAxis[hzAxis.length - 1] as number;

/**
 * Switching probabilities of the board's cells in its in-plane field of 12 kA/m at 300 K, for one rectangular pulse from an
 * equilibrated well, read 6 ns or more after it. Interpolated (Lagrange, up to four points an axis, clamped to 0 … 1) from a
 * table made with the stochastic Heun integrator; `docs/physics/board-cell.md` states its error. A weak pulse leaves a
 * barrier of 7 kBT and more (Hk above 50 kA/m); then the probability is that of the escape rates during the pulse.
 */
export class SwitchingTable {
  static #standard: SwitchingTable | undefined;
  readonly #values: Float32Array;
  readonly #rest = new Stencil(restAxis);
  readonly #hz = new Stencil(hzAxis);
  readonly #pulse = new Stencil(pulseAxis);
  readonly #width = new Stencil(widthAxis);
  #rates: RateGrid | undefined;

  /** @param values p(P→AP) over the axes rest, hz, pulse, width; @throws RangeError for another number of values */
  constructor(values: Float32Array) {
    if (values.length !== TABLE_SIZE) {
      throw new RangeError(`The table has ${values.length} values; its axes need ${TABLE_SIZE}.`);
    }
    this.#values = values;
  }

  /** The table that comes with the program, decoded once. */
  static standard(): SwitchingTable {
    this.#standard ??= new SwitchingTable(decodeProbabilities(switchingTableData.probabilities, TABLE_SIZE));
    return this.#standard;
  }

  /**
   * Probability that a pulse ends in the state opposite to `start`. Zero for V ≤ 0 or width 0.
   *
   * Beyond the table's widths (30 ns at Hk(V) = 0, 13 ns at −100 kA/m, 60 ns from +40 kA/m on) the two-state form continues
   * it, averaged over the precession: memory of the start decays exponentially to the odds that the pulse leads to.
   * @throws RangeError for a width below 0, a VCMA slope above 0, or a number that is not finite
   */
  probability(cell: SwitchingCell, start: CellState, voltageV: number, widthS: number): number {
    const { hkAPerM, vcmaSlopeAPerMPerV, hzAPerM } = cell;
    if (!(widthS >= 0 && widthS < Infinity)) throw new RangeError(`widthS is ${widthS}; allowed is 0 or more.`);
    if (!(vcmaSlopeAPerMPerV <= 0)) {
      throw new RangeError(`vcmaSlopeAPerMPerV is ${vcmaSlopeAPerMPerV}; allowed is 0 or less.`);
    }
    const hkPulse = hkAPerM + vcmaSlopeAPerMPerV * voltageV;
    if (!Number.isFinite(hkPulse + hzAPerM)) {
      throw new RangeError(`hkAPerM ${hkAPerM}, voltageV ${voltageV} and hzAPerM ${hzAPerM} must be finite.`);
    }
    if (voltageV <= 0 || widthS === 0) return 0;
    // Turning the cell upside down about the in-plane field exchanges the states and the sign of Hz.
    const hz = Math.min(HIGHEST_HZ, Math.max(-HIGHEST_HZ, start === 'P' ? hzAPerM : -hzAPerM));
    if (hkPulse >= RATES_ALONE) return flipProbability(this.#ratesAt(hkPulse, hz), widthS).fromP;
    this.#rest.aim(hkAPerM);
    this.#pulse.aim(hkPulse);
    const u = widthS * widthStretch(hkPulse, hz);
    const p = u <= LAST_WIDTH ? clamp(this.#interpolate(hz, u)) : this.#tail(hkPulse, hz, widthS);
    if (hkPulse <= RATES_FROM) return p;
    const share = (hkPulse - RATES_FROM) / (RATES_ALONE - RATES_FROM);
    return (1 - share) * p + share * flipProbability(this.#ratesAt(hkPulse, hz), widthS).fromP;
  }

  /** dp/dwidth in 1/s, by a central difference over ±20 ps. */
  widthSlope(cell: SwitchingCell, start: CellState, voltageV: number, widthS: number): number {
    const low = Math.max(0, widthS - 20e-12);
    const high = widthS + 20e-12;
    const rise = this.probability(cell, start, voltageV, high) - this.probability(cell, start, voltageV, low);
    return rise / (high - low);
  }

  #tail(hkPulse: number, hz: number, widthS: number): number {
    const lastS = LAST_WIDTH / widthStretch(hkPulse, hz);
    const away = this.#periodMean(hz, LAST_WIDTH);
    let [end, rate] = [0.5, DAMPED_RATE];
    if (hkPulse > BARRIER) {
      const { fromP, fromAP } = this.#ratesAt(hkPulse, hz);
      rate = fromP + fromAP;
      end = fromP / rate;
    } else {
      end = away / (away + this.#periodMean(-hz, LAST_WIDTH));
    }
    return clamp(end + (away - end) * Math.exp(-rate * (widthS - lastS)));
  }

  /** Escape rates of a cell during a pulse. */
  #ratesAt(hkPulse: number, hz: number): RateGrid {
    this.#rates ??= new RateGrid(
      macrospinModel(boardCell),
      TABLE_IN_PLANE_FIELD,
      Float64Array.from({ length: 33 }, (_, i) => BARRIER + 5e3 * i),
      Float64Array.from({ length: 17 }, (_, i) => HIGHEST_HZ * (i / 8 - 1)),
    );
    return this.#rates.aim(hkPulse, hz);
  }

  /** Mean over the precession period that ends at u. */
  #periodMean(hz: number, u: number): number {
    const points = 8;
    let sum = 0;
    for (let i = 0; i < points; i++) sum += this.#interpolate(hz, u - (i * STRETCHED_PERIOD) / points);
    return clamp(sum / points);
  }

  /** Sum over the stencils of rest and pulse, already aimed, and those of hz and width. */
  #interpolate(hz: number, u: number): number {
    const [rest, field, pulse, width] = [this.#rest, this.#hz, this.#pulse, this.#width];
    field.aim(hz);
    width.aim(u);
    const values = this.#values;
    const [w0, w1, w2, w3] = width.weights as unknown as [number, number, number, number];
    let sum = 0;
    for (let a = 0; a < rest.size; a++) {
      for (let b = 0; b < field.size; b++) {
        const outer = (rest.weights[a] as number) * (field.weights[b] as number);
        if (outer === 0) continue;
        const plane = ((rest.first + a) * hzAxis.length + field.first + b) * pulseAxis.length + pulse.first;
        for (let c = 0; c < pulse.size; c++) {
          const at = (plane + c) * widthAxis.length + width.first;
          sum +=
            outer *
            (pulse.weights[c] as number) *
            (w0 * (values[at] as number) +
              w1 * (values[at + 1] as number) +
              w2 * (values[at + 2] as number) +
              w3 * (values[at + 3] as number));
        }
      }
    }
    return sum;
  }
}

function clamp(p: number): number {
  return p < 0 ? 0 : p > 1 ? 1 : p;
}
