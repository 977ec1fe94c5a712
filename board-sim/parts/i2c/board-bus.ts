import { Ads1015 } from './ads1015.js';
import { Eeprom24m01 } from './eeprom-24m01.js';
import { HallSensor, type HallFaults } from './hall-sensor.js';
import { I2cBus, type I2cFaults } from './i2c-bus.js';
import { Pca9554 } from './pca9554.js';
import { RegisterChip } from './register-chip.js';

/** Addresses on the board's bus; those of sensor and header from memory. The monitors' are with the rails. */
export const I2C_ADDRESS = { pca9554: 0x20, hall: 0x35, ads1015: 0x49, eeprom0: 0x50, eeprom1: 0x51 } as const;

/** What the bus sees of the rest of the board. */
export interface BusSurroundings {
  readonly fieldUt: (nanos: number) => number;
  readonly celsius: () => number;
  /** Called at each start, so that the board comes up to its time. */
  readonly before: (nanos: number) => void;
}

/** The board's I²C bus but for the chips of its rails. */
export class BoardBus {
  readonly bus: I2cBus;
  readonly eeprom: Eeprom24m01;
  readonly header = new Pca9554();
  readonly analogHeader = new Ads1015();
  readonly #hall: HallSensor;

  constructor(about: BusSurroundings, image: Uint8Array | undefined, i2cFaults?: I2cFaults, hallFaults?: HallFaults) {
    this.bus = new I2cBus(i2cFaults, about.before);
    this.eeprom = new Eeprom24m01(image);
    this.#hall = new HallSensor(about.fieldUt, about.celsius, hallFaults);
    this.bus.attach(I2C_ADDRESS.hall, new RegisterChip(this.#hall));
    this.bus.attach(I2C_ADDRESS.pca9554, new RegisterChip(this.header));
    this.bus.attach(I2C_ADDRESS.ads1015, new RegisterChip(this.analogHeader));
    this.bus.attach(I2C_ADDRESS.eeprom0, this.eeprom.half(0));
    this.bus.attach(I2C_ADDRESS.eeprom1, this.eeprom.half(1));
  }

  powerUp(nanos: number): void {
    this.eeprom.powerCut(nanos);
    this.header.powerUp();
    this.analogHeader.powerUp();
    this.#hall.powerUp();
  }
}
