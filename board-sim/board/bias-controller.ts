import { PULSE_STEP_PS } from '../parts/index.js';

/** Share of a measured error that is corrected at once. */
const GAIN = 0.25;
/** Outcomes of a row before its width is corrected: the noise of the trim is then 0.0015 in the switching fraction. */
export const ROW_WINDOW = 16_384;
/** Outcomes of the whole array before the coil is corrected: 0.0004 in the share of ones. */
export const COIL_WINDOW = 262_144;
/** Ends of the trims. */
export const ROW_TRIM_LIMIT_PS = 400;
export const COIL_TRIM_LIMIT_UT = 3000;
/** Below these slopes a knob has no hold on its quantity, and the controller leaves it alone rather than divide by nearly nothing. */
const LEAST_WIDTH_SLOPE = 2e7; // of the switching fraction, per second of width: 1e-4 for one step
const LEAST_FIELD_SLOPE = 2e-6; // of the share of ones, per µT

/** How the controlled quantities answer to the knobs, from the calibrated nominal cell. */
export interface ControlSlopes {
  /** Change of the switching fraction with the width, 1/s. */
  readonly switchingPerS: number;
  /** Change of the share of ones with the coil's field, 1/µT. */
  readonly onesPerUt: number;
}

/** A knob that reached its end; told once for each time it gets there. */
export interface TrimSaturation {
  readonly knob: 'row width' | 'coil';
  /** Row of a width trim; 0 for the coil. */
  readonly row: number;
  /** ps or µT. */
  readonly value: number;
}

/** The trims in force. */
export interface TrimState {
  /** Width trim of each row, ps, whole steps of the delay line. */
  readonly rowTrimsPs: Int32Array;
  readonly coilTrimUt: number;
  readonly saturatedRows: number;
  readonly coilSaturated: boolean;
}

/**
 * Holds each row's switching fraction near one half by its pulse width, and the share of ones of the whole array by the coil. Integral action
 * on blocks of outcomes; a trim at its end stays there (no wind-up) and says so. A loop like this hides a dying source: its trims belong
 * beside the bits.
 */
export class BiasController {
  readonly rowTrimsPs: Int32Array;
  #coilTrim = 0;
  readonly #wanted: Float64Array;
  readonly #rowOutcomes: Float64Array;
  readonly #rowToggles: Float64Array;
  readonly #saturated: Uint8Array;
  #coilSaturated = false;
  #outcomes = 0;
  #ones = 0;
  #coilWanted = 0;
  #slopes: ControlSlopes = { switchingPerS: 0, onesPerUt: 0 };

  constructor(rows: number) {
    this.rowTrimsPs = new Int32Array(rows);
    this.#wanted = new Float64Array(rows);
    this.#rowOutcomes = new Float64Array(rows);
    this.#rowToggles = new Float64Array(rows);
    this.#saturated = new Uint8Array(rows);
  }

  get state(): TrimState {
    return {
      rowTrimsPs: this.rowTrimsPs,
      coilTrimUt: this.#coilTrim,
      saturatedRows: this.#saturated.reduce((sum, flag) => sum + flag, 0),
      coilSaturated: this.#coilSaturated,
    };
  }

  get coilTrimUt(): number {
    return this.#coilTrim;
  }

  get saturated(): boolean {
    return this.#coilSaturated || this.#saturated.includes(1);
  }

  /** New drive settings: other slopes. Width trims of another drive are worth nothing; the coil's compensate the same stray field. */
  retune(slopes: ControlSlopes): void {
    this.#slopes = slopes;
    this.rowTrimsPs.fill(0);
    this.#wanted.fill(0);
    this.#saturated.fill(0);
    this.forget();
  }

  /** Puts the coil at a stored trim. */
  presetCoil(trimUt: number): void {
    this.#coilWanted = Math.max(-COIL_TRIM_LIMIT_UT, Math.min(COIL_TRIM_LIMIT_UT, trimUt));
    this.#coilTrim = Math.round(this.#coilWanted);
  }

  /** Drops windows begun: what was counted under other conditions must not be acted on. */
  forget(): void {
    this.#rowOutcomes.fill(0);
    this.#rowToggles.fill(0);
    this.#outcomes = this.#ones = 0;
  }

  /** Takes note of a burst. @returns knobs that reached their end just now */
  observe(row: number, outcomes: number, toggles: number, ones: number): TrimSaturation[] {
    const reached: TrimSaturation[] = [];
    this.#rowOutcomes[row]! += outcomes;
    this.#rowToggles[row]! += toggles;
    if (this.#rowOutcomes[row]! >= ROW_WINDOW) this.#correctRow(row, reached);
    this.#outcomes += outcomes;
    this.#ones += ones;
    if (this.#outcomes >= COIL_WINDOW) this.#correctCoil(reached);
    return reached;
  }

  #correctRow(row: number, reached: TrimSaturation[]): void {
    const error = this.#rowToggles[row]! / this.#rowOutcomes[row]! - 0.5;
    this.#rowOutcomes[row] = this.#rowToggles[row] = 0;
    const slope = this.#slopes.switchingPerS;
    if (Math.abs(slope) < LEAST_WIDTH_SLOPE) return;
    const wanted = this.#wanted[row]! - ((GAIN * error) / slope) * 1e12;
    const kept = Math.max(-ROW_TRIM_LIMIT_PS, Math.min(ROW_TRIM_LIMIT_PS, wanted));
    this.#wanted[row] = kept;
    this.rowTrimsPs[row] = Math.round(kept / PULSE_STEP_PS) * PULSE_STEP_PS;
    const atEnd = kept === wanted ? 0 : 1;
    if (atEnd === 1 && this.#saturated[row] === 0) reached.push({ knob: 'row width', row, value: kept });
    this.#saturated[row] = atEnd;
  }

  #correctCoil(reached: TrimSaturation[]): void {
    const error = this.#ones / this.#outcomes - 0.5;
    this.#outcomes = this.#ones = 0;
    const slope = this.#slopes.onesPerUt;
    if (Math.abs(slope) < LEAST_FIELD_SLOPE) return;
    const wanted = this.#coilWanted - (GAIN * error) / slope;
    const kept = Math.max(-COIL_TRIM_LIMIT_UT, Math.min(COIL_TRIM_LIMIT_UT, wanted));
    this.#coilWanted = kept;
    this.#coilTrim = Math.round(kept);
    const atEnd = kept !== wanted;
    if (atEnd && !this.#coilSaturated) reached.push({ knob: 'coil', row: 0, value: kept });
    this.#coilSaturated = atEnd;
  }
}
