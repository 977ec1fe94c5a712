/**
 * INA228 power monitor as a register model (register addresses from memory of the data sheet; LSBs and formulas as published):
 *
 *     CURRENT_LSB = full scale / 2^19       SHUNT_CAL = 13107.2e6 · CURRENT_LSB · R_shunt   (×4 when ADCRANGE = 1)
 *     P = 3.2 · CURRENT_LSB · code24        E = 16 · 3.2 · CURRENT_LSB · code40, unsigned, wraps        Q = CURRENT_LSB · code40, signed
 */
export const Ina228Register = {
  config: 0x00,
  adcConfig: 0x01,
  shuntCal: 0x02,
  vShunt: 0x04,
  vBus: 0x05,
  dieTemperature: 0x06,
  current: 0x07,
  power: 0x08,
  energy: 0x09,
  charge: 0x0a,
  diagnosis: 0x0b,
  manufacturer: 0x3e,
  device: 0x3f,
} as const;

/** Volt for one code of the bus voltage. */
export const INA228_BUS_LSB_V = 195.3125e-6;
const SHUNT_LSB_V = { wide: 312.5e-9, narrow: 78.125e-9 };
const DIE_LSB_C = 7.8125e-3;
const CONFIG_RESET = 1 << 15;
const CONFIG_RESET_ACCUMULATORS = 1 << 14;
const CONFIG_RANGE = 1 << 4;
const WRAP_40 = 1n << 40n;

/** One INA228 on a rail. */
export class Ina228 {
  readonly name: string;
  readonly shuntOhm: number;
  /** Temperature of the chip, °C. */
  dieC = 25;
  #config = CONFIG_RANGE;
  #shuntCal: number;
  #busV = 0;
  #currentA = 0;
  /** Sums in energy and charge codes; whole codes go to the accumulators, the rest waits here. */
  #energyRest = 0;
  #chargeRest = 0;
  #energy = 0n;
  #charge = 0n;

  /** @param fullScaleA current at full scale: the firmware sets SHUNT_CAL for it at boot, in the ±40.96 mV range (ADCRANGE = 1) */
  constructor(name: string, shuntOhm: number, fullScaleA: number) {
    this.name = name;
    this.shuntOhm = shuntOhm;
    this.#shuntCal = Math.round(4 * 13107.2e6 * (fullScaleA / 2 ** 19) * shuntOhm);
  }

  /** Ampere for one code, as SHUNT_CAL sets it; 0 while SHUNT_CAL is 0. */
  get currentLsbA(): number {
    return this.#shuntCal / (13107.2e6 * this.shuntOhm * (this.#narrow ? 4 : 1));
  }

  get #narrow(): boolean {
    return (this.#config & CONFIG_RANGE) !== 0;
  }

  /** Watt for one code of power. */
  get powerLsbW(): number {
    return 3.2 * this.currentLsbA;
  }

  /** Joule for one code of energy. */
  get energyLsbJ(): number {
    return 16 * this.powerLsbW;
  }

  /** The rail as the next conversion sees it, after it carried `energyJ` at `busV` for `seconds`. */
  accumulate(busV: number, energyJ: number, seconds: number): void {
    this.#busV = busV;
    if (seconds <= 0) return;
    const averageA = busV > 0 ? energyJ / seconds / busV : 0;
    this.#currentA = averageA;
    if (this.currentLsbA === 0) return; // SHUNT_CAL 0: current, power and the accumulators stay at zero
    this.#energyRest += energyJ / this.energyLsbJ;
    this.#chargeRest += (averageA * seconds) / this.currentLsbA;
    const energy = Math.trunc(this.#energyRest);
    const charge = Math.trunc(this.#chargeRest);
    this.#energyRest -= energy;
    this.#chargeRest -= charge;
    this.#energy = BigInt.asUintN(40, this.#energy + BigInt(energy));
    this.#charge = BigInt.asIntN(40, this.#charge + BigInt(charge));
  }

  /** A register as it comes over I²C; 20-bit results are left-aligned in their 24 bits. */
  read(register: number): bigint {
    const lsb = this.currentLsbA;
    switch (register) {
      case Ina228Register.config:
        return BigInt(this.#config);
      case Ina228Register.shuntCal:
        return BigInt(this.#shuntCal);
      case Ina228Register.vShunt:
        return aligned20((this.#currentA * this.shuntOhm) / (this.#narrow ? SHUNT_LSB_V.narrow : SHUNT_LSB_V.wide));
      case Ina228Register.vBus:
        return aligned20(this.#busV / INA228_BUS_LSB_V);
      case Ina228Register.dieTemperature:
        return BigInt.asUintN(16, BigInt(Math.round(this.dieC / DIE_LSB_C)));
      case Ina228Register.current:
        return lsb === 0 ? 0n : aligned20(this.#currentA / lsb);
      case Ina228Register.power:
        return lsb === 0 ? 0n : BigInt(Math.round((this.#currentA * this.#busV) / this.powerLsbW));
      case Ina228Register.energy:
        return this.#energy;
      case Ina228Register.charge:
        return BigInt.asUintN(40, this.#charge);
      case Ina228Register.manufacturer:
        return 0x5449n;
      case Ina228Register.device:
        return 0x2281n;
      default:
        return 0n;
    }
  }

  write(register: number, value: number): void {
    if (register === Ina228Register.shuntCal) this.#shuntCal = value & 0x7fff;
    if (register !== Ina228Register.config) return;
    if ((value & CONFIG_RESET) !== 0) {
      this.#config = 0;
      this.#shuntCal = 0x1000;
    } else this.#config = value & ~(CONFIG_RESET | CONFIG_RESET_ACCUMULATORS);
    if ((value & (CONFIG_RESET | CONFIG_RESET_ACCUMULATORS)) !== 0) {
      this.#energy = this.#charge = 0n;
      this.#energyRest = this.#chargeRest = 0;
    }
  }
}

function aligned20(value: number): bigint {
  const code = Math.max(-0x80000, Math.min(0x7ffff, Math.round(value)));
  return BigInt.asUintN(24, BigInt(code) << 4n);
}

/** A 40-bit counter as the firmware follows it: readings wrap, the total does not. */
export class Unwrapped40 {
  #last = 0n;
  #total = 0n;

  get total(): bigint {
    return this.#total;
  }

  /** Takes a reading of an unsigned counter that has moved less than one turn since the last one. */
  update(reading: bigint): bigint {
    this.#total += (reading - this.#last + WRAP_40) % WRAP_40;
    this.#last = reading;
    return this.#total;
  }
}
