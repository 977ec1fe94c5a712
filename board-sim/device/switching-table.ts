import { GAMMA0 } from './constants.js';
import { switchingTableData } from './gen/switching-table-data.js';
import { s1 } from './parameters.js';
import type { CellState } from './switching-protocol.js';
import {
  hzAxis,
  pulseAxis,
  restAxis,
  Stencil,
  STRETCHED_PERIOD,
  TABLE_IN_PLANE_FIELD,
  TABLE_SIZE,
  widthAxis,
  widthStretch,
} from './table-axes.js';
import { decodeProbabilities } from './table-codec.js';

/** What the table needs to know about one cell. */
export interface SwitchingCell {
  /** Hk at V = 0, A/m. The table covers 38 to 62 kA/m; values outside count as its ends. */
  readonly hkAPerM: number;
  /** dHk/dV, A/m per volt. Negative: a positive voltage lowers the anisotropy. */
  readonly vcmaSlopeAPerMPerV: number;
  /** Out-of-plane field, stray and coil together, A/m. The table covers ±3 kA/m; values outside count as its ends. */
  readonly hzAPerM: number;
}

/** Loss of memory of the start beyond the table when there is no barrier: the damping in the in-plane field, 1/s. */
const DAMPED_RATE = s1.damping * GAMMA0 * TABLE_IN_PLANE_FIELD;
const LAST_WIDTH = widthAxis[widthAxis.length - 1] as number;

/**
 * Switching probabilities of S1-like cells in the board's in-plane field of 12 kA/m at 300 K, for one rectangular pulse from
 * an equilibrated well, read 15 ns or more after it. Interpolated (Lagrange, up to four points an axis, clamped to 0 … 1)
 * from a table made with the stochastic Heun integrator; `docs/physics.md` states its error.
 */
export class SwitchingTable {
  static #standard: SwitchingTable | undefined;
  readonly #values: Float32Array;
  readonly #rest = new Stencil(restAxis);
  readonly #hz = new Stencil(hzAxis);
  readonly #pulse = new Stencil(pulseAxis);
  readonly #width = new Stencil(widthAxis);

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
   * Beyond the table's widths (44 ns at Hk(V) = 0, 24 ns at −40 kA/m, 88 ns above +23 kA/m) the two-state form continues it,
   * averaged over the precession: memory of the start decays exponentially, the ratio of the two directions stays.
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
    this.#rest.aim(hkAPerM);
    this.#pulse.aim(hkPulse);
    // Turning the cell upside down about the in-plane field exchanges the states and the sign of Hz.
    const hz = start === 'P' ? hzAPerM : -hzAPerM;
    const u = widthS * widthStretch(hkPulse);
    return u <= LAST_WIDTH ? clamp(this.#interpolate(hz, u)) : this.#tail(hz, u, widthStretch(hkPulse));
  }

  /** dp/dwidth in 1/s, by a central difference over ±20 ps. */
  widthSlope(cell: SwitchingCell, start: CellState, voltageV: number, widthS: number): number {
    const low = Math.max(0, widthS - 20e-12);
    const high = widthS + 20e-12;
    const rise = this.probability(cell, start, voltageV, high) - this.probability(cell, start, voltageV, low);
    return rise / (high - low);
  }

  #tail(hz: number, u: number, stretch: number): number {
    const away = this.#periodMean(hz, LAST_WIDTH);
    const back = this.#periodMean(-hz, LAST_WIDTH);
    const mixed = away + back;
    if (mixed < 1e-3) return clamp(away * (u / LAST_WIDTH));
    const memory = 1 - mixed;
    let rate = DAMPED_RATE;
    if (memory > 0.2) {
      // Still a barrier during the pulse: take the rate from the second half of the table.
      const half = LAST_WIDTH / 2;
      const before = 1 - this.#periodMean(hz, half) - this.#periodMean(-hz, half);
      rate = before > memory ? (Math.log(before / memory) * stretch) / (LAST_WIDTH - half) : 0;
    }
    return clamp((away / mixed) * (1 - memory * Math.exp((-rate * (u - LAST_WIDTH)) / stretch)));
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
