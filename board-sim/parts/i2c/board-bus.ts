import { AuxHeader } from '../header/aux-header.js';
import { type HeaderSpec } from '../header/header-spec.js';
import { I2C_ADDRESS } from './addresses.js';
import { Ads1015 } from './ads1015.js';
import { Eeprom24m01 } from './eeprom-24m01.js';
import { HallSensor, type HallFaults } from './hall-sensor.js';
import { I2cBus, type I2cFaults } from './i2c-bus.js';
import { Pca9554 } from './pca9554.js';
import { RegisterChip } from './register-chip.js';

export { I2C_ADDRESS };

/** What the bus sees of the rest of the board. */
export interface BusSurroundings {
  readonly fieldUt: (nanos: number) => number;
  readonly celsius: () => number;
  /** Level of OUT0 or OUT1, V. */
  readonly outputV: (output: number) => number;
  /** Called at each start, so that the board comes up to its time. */
  readonly before: (nanos: number) => void;
}

/** What may be wrong with the bus and its chips. */
export interface BusFaults {
  readonly i2c?: I2cFaults;
  readonly hall?: HallFaults;
}

/** The board's I²C bus but for the chips of its rails. */
export class BoardBus {
  readonly bus: I2cBus;
  readonly eeprom: Eeprom24m01;
  readonly header = new Pca9554();
  readonly analogHeader = new Ads1015();
  /** The header from outside. */
  readonly aux: AuxHeader;
  readonly #hall: HallSensor;

  constructor(about: BusSurroundings, image?: Uint8Array, faults: BusFaults = {}, spec?: HeaderSpec) {
    this.bus = new I2cBus(faults.i2c, about.before);
    this.eeprom = new Eeprom24m01(image);
    this.#hall = new HallSensor(about.fieldUt, about.celsius, faults.hall);
    this.bus.attach(I2C_ADDRESS.hall, new RegisterChip(this.#hall));
    this.bus.attach(I2C_ADDRESS.pca9554, new RegisterChip(this.header));
    this.bus.attach(I2C_ADDRESS.ads1015, new RegisterChip(this.analogHeader));
    this.bus.attach(I2C_ADDRESS.eeprom0, this.eeprom.half(0));
    this.bus.attach(I2C_ADDRESS.eeprom1, this.eeprom.half(1));
    const { bus, header: lines, analogHeader: inputs } = this;
    this.aux = new AuxHeader({ bus, lines, inputs, outputV: about.outputV }, spec);
  }

  powerUp(nanos: number): void {
    this.eeprom.powerCut(nanos);
    this.header.powerUp();
    this.analogHeader.powerUp();
    this.#hall.powerUp();
  }
}
