/** An I2C controller, byte by byte. */
import { I2CMode, type RP2040 } from 'rp2040js';
import type { ChipAlarm } from './chip/machine-clock.js';
import type { I2cController } from './chip/i2c-controller.js';
import type { PinOwner } from './pins.js';

/** A whole bus of chips. Each answers whether it acknowledges; `nanos` is the moment of the acknowledge bit. */
export interface I2cBusTarget {
  start(address: number, read: boolean, nanos: number): boolean;
  write(byte: number, nanos: number): boolean;
  read(nanos: number): number;
  stop(nanos: number): void;
}

/** Eight bits and the acknowledge. */
const BITS_PER_BYTE = 9;

const NOBODY: I2cBusTarget = { start: () => false, write: () => false, read: () => 0xff, stop: () => undefined };

/** Bytes at the rate that the firmware has set by the counts of high and low periods. Clock stretching is not modelled. */
export class I2cPort {
  #target: I2cBusTarget = NOBODY;
  readonly #controller: I2cController;
  readonly #alarm: ChipAlarm;

  constructor(chip: RP2040, i2c: I2cController, owner: PinOwner) {
    this.#controller = i2c;
    let then: () => void = () => undefined;
    const alarm = (this.#alarm = chip.clock.createAlarm(() => then()));
    const after = (bits: number, action: () => void): void => {
      then = action;
      alarm.schedule((bits * (i2c.sclHighPeriod + i2c.sclLowPeriod) * 1e9) / chip.clkSys);
    };
    i2c.onStart = () => after(1, () => i2c.completeStart());
    i2c.onConnect = (address, mode) =>
      after(BITS_PER_BYTE, () => i2c.completeConnect(this.#target.start(address, mode === I2CMode.Read, owner.nanos)));
    i2c.onWriteByte = (value) => after(BITS_PER_BYTE, () => i2c.completeWrite(this.#target.write(value, owner.nanos)));
    i2c.onReadByte = () => after(BITS_PER_BYTE, () => i2c.completeRead(this.#target.read(owner.nanos) & 0xff));
    i2c.onStop = () =>
      after(1, () => {
        this.#target.stop(owner.nanos);
        i2c.completeStop();
      });
  }

  /** Says who is on the bus. */
  attach(target: I2cBusTarget): void {
    this.#target = target;
  }

  /** The controller is held in reset: the bus is let go of in the midst of whatever was on it, without a stop. */
  reset(): void {
    this.#alarm.cancel();
    this.#controller.reset();
  }
}
