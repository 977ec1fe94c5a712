import { type RegisterSet } from './register-chip.js';

/** Field of one code of 12 bits, µT: ±80 mT. From memory. */
export const HALL_LSB_UT = 80_000 / 2048;
/** Registers of a TMAG5273-class sensor, all from memory: results of 16 bits, the 12 of them left-aligned. */
export const HallRegister = {
  device: 0x0d,
  manufacturer: 0x0e,
  temperature: 0x10,
  x: 0x12,
  y: 0x14,
  z: 0x16,
  status: 0x18,
} as const;
const MANUFACTURER = [0x49, 0x54] as const;
const READY = 1;

/** What may be wrong with the sensor. */
export interface HallFaults {
  /** Offset along the coil's axis, µT. */
  readonly offsetUt?: number;
}

/** The Hall sensor under the array: the coil's axis is its z. */
export class HallSensor implements RegisterSet {
  readonly #fieldUt: (nanos: number) => number;
  readonly #celsius: () => number;
  readonly #offsetUt: number;
  readonly #written = new Uint8Array(256);

  constructor(fieldUt: (nanos: number) => number, celsius: () => number, faults: HallFaults = {}) {
    this.#fieldUt = fieldUt;
    this.#celsius = celsius;
    this.#offsetUt = faults.offsetUt ?? 0;
  }

  size(): number {
    return 1;
  }

  read(register: number, nanos: number): bigint {
    const { temperature, x, y, z, manufacturer, status } = HallRegister;
    const word = register & ~1;
    if (word === z) return half(aligned(this.#fieldUt(nanos) + this.#offsetUt), register);
    if (word === x || word === y) return 0n;
    // 25 °C reads 17508, 60.1 codes a kelvin; from memory.
    if (word === temperature) return half(Math.round(17_508 + 60.1 * (this.#celsius() - 25)), register);
    if (word === manufacturer) return BigInt(MANUFACTURER[register & 1]!);
    if (register === status) return BigInt(READY);
    return BigInt(this.#written[register]!);
  }

  write(register: number, value: number): void {
    this.#written[register] = value;
  }

  next(register: number): number {
    return (register + 1) & 0xff;
  }

  powerUp(): void {
    this.#written.fill(0);
  }
}

function aligned(microtesla: number): number {
  return Math.max(-2048, Math.min(2047, Math.round(microtesla / HALL_LSB_UT))) << 4;
}

/** The byte of a 16-bit result that a register holds: the higher one at the even address. */
function half(value: number, register: number): bigint {
  return BigInt((register & 1) === 0 ? (value >> 8) & 0xff : value & 0xff);
}
