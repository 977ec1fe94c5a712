import { Ina228, Ina228Register } from '../ina228.js';
import { type RegisterSet } from './register-chip.js';

/** Conversion times and averages of ADC_CONFIG; from memory of the data sheet. */
const CONVERSION_NS = [50e3, 84e3, 150e3, 280e3, 540e3, 1052e3, 2074e3, 4120e3] as const;
/** ADC_CONFIG after power-up: everything continuously, 1052 µs each, no average. From memory. */
const ADC_CONFIG_RESET = 0xfb68;
const CONTINUOUS = 8;
const CONFIG_RESET = 1 << 15;
/** DIAG_ALRT: memory good, conversion ready. */
const MEMORY_OK = 1;
const CONVERSION_READY = 2;
const WIDE = new Set<number>([
  Ina228Register.vShunt,
  Ina228Register.vBus,
  Ina228Register.current,
  Ina228Register.power,
]);
const WIDEST = new Set<number>([Ina228Register.energy, Ina228Register.charge]);

/**
 * An INA228 as it comes out of power-up, with conversions in board time: results and accumulators move at the end of each conversion, by what
 * the rail has carried since the one before. Averages and limits are not modelled.
 */
export class Ina228Chip implements RegisterSet {
  readonly monitor: Ina228;
  #adcConfig = ADC_CONFIG_RESET;
  #since = 0;
  #joules = 0;
  #ready = false;

  constructor(name: string, shuntOhm: number) {
    this.monitor = new Ina228(name, shuntOhm, 1);
    this.monitor.write(Ina228Register.config, CONFIG_RESET);
  }

  /** The rail has come to `nanos` and carried `joules` since the last call; its voltage is `busV`. */
  advance(nanos: number, busV: number, joules: number, dieC: number): void {
    this.#joules += joules;
    const period = this.#period;
    const passed = nanos - this.#since;
    if (period === 0) {
      this.#joules = 0; // shut down: what flows now is seen by nobody
      this.#since = nanos;
      return;
    }
    const conversions = Math.floor(passed / period);
    if (conversions < 1) return;
    const seen = this.#joules * ((conversions * period) / passed);
    this.monitor.dieC = dieC;
    this.monitor.accumulate(busV, seen, conversions * period * 1e-9);
    this.#joules -= seen;
    this.#since += conversions * period;
    this.#ready = true;
    if (this.#mode < CONTINUOUS) this.#adcConfig &= 0x0fff; // a single conversion was asked for
  }

  size(register: number): number {
    return WIDEST.has(register) ? 5 : WIDE.has(register) ? 3 : 2;
  }

  read(register: number): bigint {
    if (register === Ina228Register.adcConfig) return BigInt(this.#adcConfig);
    if (register === Ina228Register.diagnosis) {
      const flags = MEMORY_OK | (this.#ready ? CONVERSION_READY : 0);
      this.#ready = false;
      return BigInt(flags);
    }
    return this.monitor.read(register);
  }

  write(register: number, value: number, nanos: number): void {
    if (register === Ina228Register.adcConfig) {
      this.#adcConfig = value;
      this.#since = nanos;
      this.#joules = 0;
    }
    if (register === Ina228Register.config && (value & CONFIG_RESET) !== 0) this.#adcConfig = ADC_CONFIG_RESET;
    this.monitor.write(register, value);
  }

  next(register: number): number {
    return register;
  }

  /** Power-up. */
  powerUp(nanos: number): void {
    this.write(Ina228Register.config, CONFIG_RESET, nanos);
    this.#since = nanos;
    this.#joules = 0;
    this.#ready = false;
  }

  get #mode(): number {
    return this.#adcConfig >>> 12;
  }

  /** Time of one round of conversions, ns; 0 while shut down. */
  get #period(): number {
    const mode = this.#mode;
    let sum = 0;
    if ((mode & 1) !== 0) sum += CONVERSION_NS[(this.#adcConfig >>> 9) & 7]!;
    if ((mode & 2) !== 0) sum += CONVERSION_NS[(this.#adcConfig >>> 6) & 7]!;
    if ((mode & 4) !== 0) sum += CONVERSION_NS[(this.#adcConfig >>> 3) & 7]!;
    return sum;
  }
}
