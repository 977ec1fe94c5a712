import { type Clock } from '../../../base/index.js';
import {
  Ads1015,
  Ads1015Register,
  AuxHeader,
  I2C_ADDRESS,
  I2cBus,
  Pca9554,
  Pca9554Register,
  RegisterChip,
  type HeaderSpec,
} from '../../parts/index.js';
import { wrongState } from '../refusal.js';
import { brokenPart } from './header-pins.js';
import { Lamp } from './lamp.js';

const BOOT_CLOCK_HZ = 400_000;
/** Highest level of an analog output, µV, in so many steps. */
export const OUTPUT_MAX_UV = 2_500_000;
const DAC_CODES = 65_536;
const LINES_SILENT = 'the PCA9554 at 0x20 does not answer';
/** Single conversions at 3,300 a second against ground, ±4.096 V in 12 bits, left-aligned; 2 mV a step. */
const ADC_START = 0x8000;
const ADC_SINGLE_ENDED = 0x83e3;
const ADC_INPUT_0 = 4;
const ADC_CONVERSION_NS = 375_000;
const ADC_TRIES = 4;
const ADC_STEP_UV = 2000;
const ADC_SILENT = 'the ADS1015 at 0x49 does not answer';
const ADC_STUCK = 'the ADS1015 at 0x49 does not convert';

/**
 * The header as the board's program works with it: the same chips, by the same transfers, as the firmware does. It has a time of its own, which goes
 * on with the clock and with what is done: what hangs on the header must not change what the array does.
 */
export class HeaderPort {
  readonly header: AuxHeader;
  readonly lamp = new Lamp();
  readonly #bus = new I2cBus();
  readonly #clock: Clock;
  readonly #codes = new Uint16Array(2);
  #clockHz = BOOT_CLOCK_HZ;
  #nanos = 0;
  #bootS = 0;

  /** @throws RangeError for something that cannot hang on a header */
  constructor(clock: Clock, spec?: HeaderSpec) {
    this.#clock = clock;
    const lines = new Pca9554();
    const inputs = new Ads1015();
    this.#bus.attach(I2C_ADDRESS.pca9554, new RegisterChip(lines));
    this.#bus.attach(I2C_ADDRESS.ads1015, new RegisterChip(inputs));
    const outputV = (output: number): number => (this.#codes[output]! * OUTPUT_MAX_UV) / DAC_CODES / 1e6;
    this.header = new AuxHeader({ bus: this.#bus, lines, inputs, outputV }, spec);
  }

  /** Time since boot, s. */
  get seconds(): number {
    return this.#clock.now() - this.#bootS;
  }

  /** The board starts: outputs at 0 V. The digital lines stay as their chip has them: it outlives a reset. */
  boot(): void {
    this.#bootS = this.#clock.now();
    this.#codes.fill(0);
    this.#clockHz = BOOT_CLOCK_HZ;
    this.lamp.start();
  }

  /** Clock of the bus, Hz. */
  setClock(hz: number): void {
    this.#clockHz = hz;
  }

  setOutput(output: number, levelUv: number): void {
    this.#codes[output] = Math.min(DAC_CODES - 1, Math.round((levelUv * DAC_CODES) / OUTPUT_MAX_UV));
  }

  /** Level of an output as its step has it, µV. */
  outputUv(output: number): number {
    return Math.round((this.#codes[output]! * OUTPUT_MAX_UV) / DAC_CODES);
  }

  /** Writes, then reads `count` bytes. @returns undefined when somebody does not acknowledge */
  transfer(address: number, tx: readonly number[] | Uint8Array, count = 0): Uint8Array | undefined {
    this.#nanos = Math.max(this.#nanos, this.#clock.now() * 1e9);
    const bus = this.#bus;
    try {
      if ((tx.length > 0 || count === 0) && !bus.start(address, false, this.#byte())) return undefined;
      for (const byte of tx) if (!bus.write(byte, this.#byte())) return undefined;
      if (count > 0 && !bus.start(address, true, this.#byte())) return undefined;
      return Uint8Array.from({ length: count }, () => bus.read(this.#byte()));
    } finally {
      bus.stop(this.#nanos);
    }
  }

  /** Level of a line. @throws Refusal HARDWARE_FAULT when its chip is silent */
  readLine(verb: string, line: number): number {
    return this.#bit(verb, line, Pca9554Register.input);
  }

  /** Makes a line an input or an output. @returns the level afterwards */
  setLineInput(verb: string, line: number, input: boolean): number {
    return this.#change(verb, line, Pca9554Register.configuration, input);
  }

  /** @returns the level afterwards; @throws Refusal FAILED_PRECONDITION for an input */
  writeLine(verb: string, line: number, high: boolean): number {
    if (this.#bit(verb, line, Pca9554Register.configuration) !== 0)
      throw wrongState(`${verb}: the pin is an input; set its mode first`);
    return this.#change(verb, line, Pca9554Register.output, high);
  }

  /** Converts an input, µV. @throws Refusal HARDWARE_FAULT when the converter is silent */
  convert(verb: string, input: number): number {
    const word = ADC_SINGLE_ENDED | ((ADC_INPUT_0 + input) << 12);
    let alive = this.transfer(I2C_ADDRESS.ads1015, [Ads1015Register.config, word >> 8, word & 0xff]) !== undefined;
    let done = false;
    for (let tries = 0; alive && !done && tries < ADC_TRIES; tries++) {
      this.#nanos += ADC_CONVERSION_NS;
      const config = this.#converterWord(Ads1015Register.config);
      alive = config !== undefined;
      done = config !== undefined && (config & ADC_START) !== 0;
    }
    if (alive && !done) throw brokenPart(verb, ADC_STUCK);
    const code = alive ? this.#converterWord(Ads1015Register.conversion) : undefined;
    if (code === undefined) throw brokenPart(verb, ADC_SILENT);
    // An offset can take an input at ground below it; the wire knows no negative level.
    return Math.max(0, ((code << 16) >> 20) * ADC_STEP_UV);
  }

  #converterWord(register: number): number | undefined {
    const bytes = this.transfer(I2C_ADDRESS.ads1015, [register], 2);
    return bytes === undefined ? undefined : (bytes[0]! << 8) | bytes[1]!;
  }

  #bit(verb: string, line: number, register: number): number {
    return (this.#lines(verb, register) >> line) & 1;
  }

  #lines(verb: string, register: number): number {
    const bytes = this.transfer(I2C_ADDRESS.pca9554, [register], 1);
    if (bytes === undefined) throw brokenPart(verb, LINES_SILENT);
    return bytes[0]!;
  }

  #change(verb: string, line: number, register: number, high: boolean): number {
    const before = this.#lines(verb, register);
    const after = high ? before | (1 << line) : before & ~(1 << line);
    if (this.transfer(I2C_ADDRESS.pca9554, [register, after]) === undefined) throw brokenPart(verb, LINES_SILENT);
    return this.readLine(verb, line);
  }

  /** A byte and its acknowledgement go over the wires. @returns when that is done */
  #byte(): number {
    this.#nanos += 9e9 / this.#clockHz;
    return this.#nanos;
  }
}
