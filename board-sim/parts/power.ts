import { COIL_OHM, COIL_UT_PER_A } from './coil.js';
import { Ina228, Ina228Register, INA228_BUS_LSB_V, Unwrapped40 } from './ina228.js';

/** Power of the board at rest, W, through its 90 % converter; modelled from the parts' figures. */
export const IDLE_POWER_W = 2.0;
/** The part of it behind the 3.3 V monitor. */
export const IDLE_3V3_W = 1.8;
/** Efficiency of what feeds the pulse supply from USB. */
export const SUPPLY_EFFICIENCY = 0.9;

/** One rail's codes, as the telemetry carries them. */
export interface RailCodes {
  readonly name: string;
  readonly busCode: number;
  readonly busLsbPv: number;
  readonly currentCode: number;
  readonly currentLsbPa: number;
  readonly powerCode: number;
  readonly powerLsbPw: number;
  readonly energyCode: bigint;
  readonly energyLsbNj: number;
  readonly chargeCode: bigint;
}

class Rail {
  readonly monitor: Ina228;
  readonly #energy = new Unwrapped40();
  readonly #charge = new Unwrapped40();

  constructor(name: string, shuntOhm: number, fullScaleA: number) {
    this.monitor = new Ina228(name, shuntOhm, fullScaleA);
  }

  codes(): RailCodes {
    const { monitor } = this;
    const signed20 = (register: number): number => Number(BigInt.asIntN(24, monitor.read(register)) >> 4n);
    const lsb = monitor.currentLsbA;
    return {
      name: monitor.name,
      busCode: signed20(Ina228Register.vBus),
      busLsbPv: Math.round(INA228_BUS_LSB_V * 1e12),
      currentCode: signed20(Ina228Register.current),
      currentLsbPa: Math.round(lsb * 1e12),
      powerCode: Number(monitor.read(Ina228Register.power)),
      powerLsbPw: Math.round(monitor.powerLsbW * 1e12),
      energyCode: this.#energy.update(monitor.read(Ina228Register.energy)),
      energyLsbNj: Math.round(monitor.energyLsbJ * 1e9),
      chargeCode: this.#charge.update(monitor.read(Ina228Register.charge)),
    };
  }
}

/** The four monitored rails of the board. Everything here is modelled: idle power plus what the pulses and the coil take. */
export class PowerModel {
  readonly #usb = new Rail('USB5V', 0.05, 0.8192);
  readonly #logic = new Rail('3V3', 0.05, 0.8192);
  readonly #pulse = new Rail('VAMP', 1, 0.04096);
  readonly #coil = new Rail('COIL', 0.02, 2.048);
  #lastW = IDLE_POWER_W;

  /** Power from USB in the last stretch, W. */
  get powerW(): number {
    return this.#lastW;
  }

  /** A stretch of board time: `pulseJ` went through the pulse supply at `amplitudeV`, the coil held `fieldUt`. */
  advance(seconds: number, pulseJ: number, amplitudeV: number, fieldUt: number): void {
    if (seconds <= 0) return;
    const usbJ = IDLE_POWER_W * seconds + pulseJ / SUPPLY_EFFICIENCY;
    this.#usb.monitor.accumulate(5, usbJ, seconds);
    this.#logic.monitor.accumulate(3.3, IDLE_3V3_W * seconds, seconds);
    this.#pulse.monitor.accumulate(Math.max(0.8, Math.abs(amplitudeV)), pulseJ, seconds);
    const coilA = Math.abs(fieldUt) / COIL_UT_PER_A;
    this.#coil.monitor.accumulate(12, coilA * coilA * COIL_OHM * seconds, seconds);
    this.#lastW = usbJ / seconds;
  }

  codes(): RailCodes[] {
    return [this.#usb, this.#logic, this.#pulse, this.#coil].map((rail) => rail.codes());
  }
}
