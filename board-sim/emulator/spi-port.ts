/** An SPI controller, word by word. */
import type { RP2040 } from 'rp2040js';
import type { ChipAlarm } from './chip/machine-clock.js';
import type { PinOwner } from './pins.js';

/** One frame out, one frame back. `nanos` is the moment of its last bit. */
export type SpiFrame = (word: number, bits: number, nanos: number) => number;

/** Frames at the configured rate. Chip select is a pin like any other: whoever attaches looks at it. */
export class SpiPort {
  readonly #owner: PinOwner;
  readonly #bus: number;
  #frame: SpiFrame = () => 0;
  #selected: (() => boolean) | undefined;

  constructor(chip: RP2040, bus: 0 | 1, owner: PinOwner) {
    this.#owner = owner;
    this.#bus = bus;
    const spi = chip.spi[bus]!;
    let word = 0;
    const alarm: ChipAlarm = chip.clock.createAlarm(() => {
      if (this.#selected?.() === false) owner.fault(`SPI${bus} sends a frame while no chip is selected`);
      spi.completeTransmit(this.#frame(word, spi.dataBits, owner.nanos));
    });
    spi.onTransmit = (value) => {
      word = value;
      if (spi.clockFrequency === 0) owner.fault(`SPI${bus} sends a frame without a clock`);
      else alarm.schedule((spi.dataBits * 1e9) / spi.clockFrequency);
    };
  }

  /**
   * Says who is on the bus.
   * @param selected whether a chip listens; a frame that nobody hears is a fault
   */
  attach(frame: SpiFrame, selected?: () => boolean): void {
    this.#frame = frame;
    this.#selected = selected;
  }

  /** `SPI0` or `SPI1`, and when: for messages. */
  toString(): string {
    return `SPI${this.#bus} at ${this.#owner.nanos} ns`;
  }
}
