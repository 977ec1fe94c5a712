import { checkNumber } from '../../../base/index.js';
import { type Ads1015 } from '../i2c/ads1015.js';
import { type I2cBus, type I2cChip } from '../i2c/i2c-bus.js';
import { type Pca9554 } from '../i2c/pca9554.js';
import { headerDevice, type HeaderSpec } from './header-spec.js';
import { ADDRESS_MAX, ADDRESS_MIN, OWN_CHIPS } from './own-chips.js';

/** The chips behind the header. */
export interface HeaderChips {
  readonly bus: I2cBus;
  readonly lines: Pca9554;
  readonly inputs: Ads1015;
  /** Level of OUT0 or OUT1, V. */
  readonly outputV: (output: number) => number;
}

const LINES = 8;
const INPUTS = 4;
const OUTPUTS = 2;

/** The auxiliary header from outside, the same on every stand-in: what hangs on it, what it is held at, what comes out of it. */
export class AuxHeader {
  readonly #chips: HeaderChips;

  /** @throws RangeError for a level, a voltage, an address or a kind of device that cannot be */
  constructor(chips: HeaderChips, spec: HeaderSpec = {}) {
    this.#chips = chips;
    chips.lines.outside = checkNumber('lines', spec.lines ?? 0xff, { min: 0, max: 0xff, integer: true });
    checkNumber('inputsV.length', spec.inputsV?.length ?? 0, { max: INPUTS });
    spec.inputsV?.forEach((volts, input) => this.setVoltage(input, volts));
    for (const device of spec.devices ?? []) this.attach(device.address, headerDevice(device));
  }

  /** Level of AUX0 to AUX7, whoever makes it. */
  level(line: number): 0 | 1 {
    return ((this.#chips.lines.lines >>> checkPlace('line', line, LINES)) & 1) as 0 | 1;
  }

  /** Whether the board drives the line. */
  driven(line: number): boolean {
    return ((this.#chips.lines.driven >>> checkPlace('line', line, LINES)) & 1) === 1;
  }

  /** Holds a line at a level from outside; one that the board drives does not care. */
  setLevel(line: number, level: 0 | 1): void {
    const bit = 1 << checkPlace('line', line, LINES);
    const { lines } = this.#chips;
    lines.outside = level === 1 ? lines.outside | bit : lines.outside & ~bit;
  }

  /** Puts a voltage on A0 to A3, V; the pins bear the supply. */
  setVoltage(input: number, volts: number): void {
    this.#chips.inputs.inputsV[checkPlace('input', input, INPUTS)] = checkNumber('volts', volts, { min: 0, max: 3.3 });
  }

  /** Level of OUT0 or OUT1, V. */
  outputV(output: number): number {
    return this.#chips.outputV(checkPlace('output', output, OUTPUTS));
  }

  /** Puts a device on the bus. @throws RangeError for an address that the bus or the board has for itself */
  attach(address: number, device: I2cChip): void {
    checkNumber('address', address, { min: ADDRESS_MIN, max: ADDRESS_MAX, integer: true });
    const own = OWN_CHIPS.get(address);
    if (own !== undefined) throw new RangeError(`address ${address} is taken: there is the board's own ${own}`);
    this.#chips.bus.attach(address, device);
  }

  /** A chip on the bus, the board's or another, falls silent or is heard again. */
  silence(address: number, silent: boolean): void {
    this.#chips.bus.silence(address, silent);
  }
}

const checkPlace = (name: string, place: number, count: number): number =>
  checkNumber(name, place, { min: 0, max: count - 1, integer: true });
