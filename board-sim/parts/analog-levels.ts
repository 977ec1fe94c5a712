import { type ConverterRange } from '../array/index.js';
import { CTRL } from './serial/column-drivers.js';
import { DacChannel, VMID_V, type Dac80508 } from './serial/dac80508.js';

/** Range of the pulse supply, V: what its regulator can do. */
export const VAMP_V = { min: 0.8, max: 2.5 } as const;
/** Clamp of ROWBUS, V. */
export const ROWBUS_CLAMP_V = 2.2;
/** Calibration loads, microsiemens: 20 kΩ and 100 kΩ. */
export const LOAD_US = { load20k: 50, load100k: 10 } as const;
/** Amplifiers settle to 1 % in 200 ns (from memory); both ranges alike. */
export const TIA_TAU_NS = 200 / Math.log(100);
/** Voltages are told apart by a microvolt, on their way by a millivolt: what is derived from them is kept. */
const STEP_V = 1e-6;
const MOVING_STEP_V = 1e-3;

/** What the converter's outputs and the control lines come to. */
export class AnalogLevels {
  readonly #dac: Dac80508;
  readonly #attenuator: number;
  readonly #droopPerColumn: number;

  /** @param attenuator ratio of the attenuator @param droopPerColumn relative loss of amplitude for each column that is on */
  constructor(dac: Dac80508, attenuator: number, droopPerColumn: number) {
    this.#dac = dac;
    this.#attenuator = attenuator;
    this.#droopPerColumn = droopPerColumn;
  }

  /** Pulse supply, V. */
  supplyV(nanos: number): number {
    return Math.max(VAMP_V.min, Math.min(VAMP_V.max, this.#volts(DacChannel.vAmp, nanos)));
  }

  /** Amplitude of a pulse on ROWBUS, V. */
  amplitudeV(nanos: number, ctrl: number, columnsOn: number): number {
    const magnitude =
      this.supplyV(nanos) *
      ((ctrl & CTRL.attenuator) === 0 ? 1 : this.#attenuator) *
      Math.max(0, 1 - this.#droopPerColumn * columnsOn);
    const clamped = rounded(Math.min(ROWBUS_CLAMP_V, magnitude), STEP_V);
    return (ctrl & CTRL.negative) === 0 ? clamped : -clamped;
  }

  /** Read voltage over the virtual ground, V. */
  readV(nanos: number): number {
    return this.#overVmid(DacChannel.vRead, nanos);
  }

  /** Where the read voltage goes, V. */
  get settledReadV(): number {
    return rounded(this.#dac.settledVolts(DacChannel.vRead) - VMID_V, STEP_V);
  }

  /** How far VTH lies below the virtual ground, V. */
  thresholdBelowV(nanos: number): number {
    return -this.#overVmid(DacChannel.vThreshold, nanos);
  }

  /** Voltage at the calibration loads, V. */
  calibrationV(nanos: number): number {
    return this.#overVmid(DacChannel.calibration, nanos);
  }

  #overVmid(channel: number, nanos: number): number {
    return this.#volts(channel, nanos, VMID_V);
  }

  #volts(channel: number, nanos: number, above = 0): number {
    const step = this.#dac.settled(channel, nanos) ? STEP_V : MOVING_STEP_V;
    return rounded(this.#dac.volts(channel, nanos) - above, step);
  }
}

/** Range of the amplifiers. */
export function rangeOf(ctrl: number): ConverterRange {
  return (ctrl & CTRL.range100k) === 0 ? 'mac' : 'cell';
}

/** Conductance of the calibration loads that are on, microsiemens. */
export function loadUs(ctrl: number): number {
  return (ctrl & CTRL.load20k ? LOAD_US.load20k : 0) + (ctrl & CTRL.load100k ? LOAD_US.load100k : 0);
}

/** How far amplifiers have settled, 0 … 1, so long after their input has changed. */
export function settledShare(nanos: number): number {
  return nanos <= 0 ? 0 : -Math.expm1(-nanos / TIA_TAU_NS);
}

function rounded(volts: number, step: number): number {
  return Math.round(volts / step) * step;
}
