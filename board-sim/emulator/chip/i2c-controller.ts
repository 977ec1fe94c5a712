/** The I²C controller, where rp2040js falls short of it. */
import { RPI2C, type RP2040 } from 'rp2040js';
import { PERIPHERAL } from './memory-map.js';

const DATA_CMD = 0x10;
const INTR_MASK = 0x30;
const RAW_INTR_STAT = 0x34;
const ENABLE = 0x6c;
const TXFLR = 0x74;
const RXFLR = 0x78;
const RX_FULL = 1 << 2;
const TX_EMPTY = 1 << 4;
const TX_ABRT = 1 << 6;
const FIRST_IRQ = 23;

/** What the stock model hides, as it is after a reset. */
const AT_REST = { state: 0, busy: false, stop: false, pendingRestart: false, firstByte: false } as const;

/**
 * rp2040js has no IC_INTR_MASK, so that no interrupt ever comes; its two FIFO interrupts remember that a threshold was passed, where silicon
 * shows the levels themselves; and a FIFO that an abort has flushed takes new words at once, where silicon discards them until the abort is
 * cleared (RP2040 datasheet, section 4.3.16).
 */
export class I2cController extends RPI2C {
  override get intStatus(): number {
    return this.#raw & this.intEnable;
  }

  override readUint32(offset: number): number {
    if (offset === RAW_INTR_STAT) return this.#raw;
    const value = super.readUint32(offset);
    this.checkInterrupts();
    return value;
  }

  override writeUint32(offset: number, value: number): void {
    if (offset === INTR_MASK) this.intEnable = value;
    else if (offset !== DATA_CMD || (this.intRaw & TX_ABRT) === 0) super.writeUint32(offset, value);
    this.checkInterrupts();
  }

  override completeConnect(ack: boolean, nackByte?: number): void {
    super.completeConnect(ack, nackByte);
    this.checkInterrupts();
  }

  override completeWrite(ack: boolean): void {
    super.completeWrite(ack);
    this.checkInterrupts();
  }

  override completeRead(value: number): void {
    super.completeRead(value);
    this.checkInterrupts();
  }

  /** RESETS holds the block: whatever it was at is forgotten. */
  reset(): void {
    super.writeUint32(ENABLE, 0);
    Object.assign(this, AT_REST);
    this.intEnable = this.intRaw = this.abortSource = 0;
    this.checkInterrupts();
  }

  get #raw(): number {
    const flags = this.intRaw & ~(RX_FULL | TX_EMPTY);
    const full = super.readUint32(RXFLR) > this.rxThreshold ? RX_FULL : 0;
    return flags | full | (super.readUint32(TXFLR) <= this.txThreshold ? TX_EMPTY : 0);
  }
}

/** Puts better controllers in the place of the stock ones. */
export function installI2cControllers(chip: RP2040): readonly [I2cController, I2cController] {
  const controllers = [0, 1].map((bus) => new I2cController(chip, `I2C${bus}`, FIRST_IRQ + bus)) as [
    I2cController,
    I2cController,
  ];
  controllers.forEach((controller, bus) => {
    chip.i2c[bus] = controller;
    chip.peripherals[bus === 0 ? PERIPHERAL.i2c0 : PERIPHERAL.i2c1] = controller;
  });
  return controllers;
}
