/** Resets that are remembered: at power-on nearly every block is held in reset, and using one there is a fault. */
import { BasePeripheral, type RP2040 } from 'rp2040js';
import { PERIPHERAL, type PeripheralName } from '../chip/memory-map.js';
import { watchAccess } from './watched.js';

const RESET = 0x0;
const WDSEL = 0x4;
const RESET_DONE = 0x8;
const ALL = 0x01ffffff;
/** The mask ROM has used the flash's pins: IO_QSPI (6) and PADS_QSPI (9) are out of reset when the firmware begins. */
const LEFT_BY_BOOT_ROM = (1 << 6) | (1 << 9);
/** Time from letting go of a block until it says that it is ready, ns: a few of its clocks (a guess; the datasheet gives no figure). */
const RELEASE_NANOS = 300;

/** Bits of the blocks whose models can be caught in reset (RP2040 datasheet, section 2.14.3). */
const BITS: Partial<Record<PeripheralName, number>> = {
  adc: 0,
  dma: 2,
  i2c0: 3,
  i2c1: 4,
  io: 5,
  pads: 8,
  pio0: 10,
  pio1: 11,
  pllSys: 12,
  pllUsb: 13,
  pwm: 14,
  rtc: 15,
  spi0: 16,
  spi1: 17,
  timer: 21,
  uart0: 22,
  uart1: 23,
  usb: 24,
};

/** The RESETS block. */
export class ResetController extends BasePeripheral {
  readonly #chip: RP2040;
  readonly #resettable: ReadonlyMap<number, () => void>;
  readonly #fault: (message: string) => void;
  #held = ALL & ~LEFT_BY_BOOT_ROM;
  #wdsel = 0;
  readonly #readyAt = new Float64Array(25);
  readonly #used = new Set<number>();

  /** @param resettable what to do to the models that can be reset again, by bit */
  constructor(chip: RP2040, resettable: ReadonlyMap<number, () => void>, fault: (message: string) => void) {
    super(chip, 'RESETS');
    this.#chip = chip;
    this.#resettable = resettable;
    this.#fault = fault;
  }

  override readUint32(offset: number): number {
    switch (offset) {
      case RESET:
        return this.#held;
      case WDSEL:
        return this.#wdsel;
      case RESET_DONE: {
        let done = 0;
        for (let bit = 0; bit < 25; bit++) if (this.ready(bit)) done |= 1 << bit;
        return done;
      }
      default:
        return super.readUint32(offset);
    }
  }

  override writeUint32(offset: number, value: number): void {
    switch (offset) {
      case RESET:
        for (let bit = 0; bit < 25; bit++) this.#change(bit, (value & (1 << bit)) !== 0);
        return;
      case WDSEL:
        this.#wdsel = value & ALL;
        return;
      default:
        super.writeUint32(offset, value);
    }
  }

  /** Whether a block may be used. */
  ready(bit: number): boolean {
    return (this.#held & (1 << bit)) === 0 && this.#chip.clock.nanos >= this.#readyAt[bit]!;
  }

  /** Makes every access to a block in reset a fault. */
  guard(): void {
    for (const [name, bit] of Object.entries(BITS) as [PeripheralName, number][]) {
      watchAccess(this.#chip, name, () => {
        this.#used.add(bit);
        if (!this.ready(bit)) this.#fault(`${name} is used while it is in reset, or before RESET_DONE`);
      });
    }
  }

  /** Takes the place of the model that forgets. */
  install(): void {
    this.#chip.peripherals[PERIPHERAL.resets] = this;
  }

  #change(bit: number, hold: boolean): void {
    const mask = 1 << bit;
    const held = (this.#held & mask) !== 0;
    if (hold === held) return;
    if (!hold) {
      this.#held &= ~mask;
      this.#readyAt[bit] = this.#chip.clock.nanos + RELEASE_NANOS;
      return;
    }
    this.#held |= mask;
    const reset = this.#resettable.get(bit);
    if (reset !== undefined) reset();
    else if (this.#used.has(bit))
      this.#fault(`block ${bit} is put back into reset after use, which its model cannot follow`);
  }
}
