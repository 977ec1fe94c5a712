/** The chip's pins, from outside. */
import { GPIOPinState, type RP2040 } from 'rp2040js';
import { watchAccess } from './strict/watched.js';

/** What a pin shows to the board: driven by the chip, or left to its pull. */
export interface PinState {
  readonly driven: boolean;
  readonly level: 0 | 1;
}

export type PinListener = (state: PinState, nanos: number) => void;

export const PIN_COUNT = 30;
const PAD_INPUT_ENABLE = 1 << 6;

/** What the pins ask of their machine. */
export interface PinOwner {
  readonly nanos: number;
  fault(message: string): void;
}

/**
 * The 30 pins. Edges come with their own time, which during a state machine's run is ahead of the machine's clock.
 */
export class Pins {
  readonly #chip: RP2040;
  readonly #owner: PinOwner;
  readonly #listeners: PinListener[][] = Array.from({ length: PIN_COUNT }, () => []);
  readonly #pulls: (0 | 1 | undefined)[] = Array.from({ length: PIN_COUNT }, () => undefined);
  /** Bits: driven by the chip, its levels, driven from outside, levels from outside. */
  #driven = 0;
  #out = 0;
  #outside = 0;
  #in = 0;
  readonly #reported: (PinState | undefined)[] = [];
  /** Bits, from the pads' registers: inputs that are enabled, levels of pins that nobody drives. */
  #inputMask = 0;
  #pulled = 0;
  #padsRead = false;

  constructor(chip: RP2040, owner: PinOwner) {
    this.#chip = chip;
    this.#owner = owner;
    for (const pin of chip.gpio) pin.addListener((value) => this.#chipChanged(pin.index, value));
    // The stock getter asks 30 pins and does not show what the chip itself drives; on silicon the input sees the pad.
    Object.defineProperty(chip, 'gpioValues', { get: () => this.#levels() & this.#inputMask });
    watchAccess(chip, 'pads', () => (this.#padsRead = false));
  }

  /** A resistor on the board, stronger than the pad's own. */
  pull(pin: number, level: 0 | 1): void {
    this.#pulls[pin] = level;
    this.#padsRead = false;
    this.#update(pin);
  }

  /** Tells of every change, after the present state. */
  onChange(pin: number, listener: PinListener): void {
    this.#listeners[pin]!.push(listener);
    listener(this.state(pin), this.#owner.nanos);
  }

  /** What the chip does with a pin, and where the pin lies. */
  state(pin: number): PinState {
    const bit = 1 << pin;
    if ((this.#driven & bit) !== 0) return { driven: true, level: (this.#out & bit) === 0 ? 0 : 1 };
    return { driven: false, level: (this.#levels() & bit) === 0 ? 0 : 1 };
  }

  /** Drives a pin from outside, or lets go of it. Only changes reach the chip: repeated levels would raise its edge interrupts again. */
  drive(pin: number, level: 0 | 1 | undefined): void {
    const bit = 1 << pin;
    const before = this.#levels() & bit;
    this.#outside = level === undefined ? this.#outside & ~bit : this.#outside | bit;
    this.#in = level === 1 ? this.#in | bit : this.#in & ~bit;
    this.#checkFight(pin);
    if ((this.#levels() & bit) !== before) this.#update(pin);
  }

  /**
   * Drives several pins that only state machines read: no edge interrupts, no WAIT on them.
   * @param mask bit n is pin n
   */
  driveBus(mask: number, levels: number): void {
    this.#outside |= mask;
    this.#in = (this.#in & ~mask) | (levels & mask);
    const fight = mask & this.#driven;
    if (fight !== 0) this.#checkFight(31 - Math.clz32(fight));
  }

  /** Lets go of pins that {@link driveBus} drives. */
  releaseBus(mask: number): void {
    this.#outside &= ~mask;
    this.#in &= ~mask;
  }

  #chipChanged(pin: number, value: GPIOPinState): void {
    const bit = 1 << pin;
    const driven = value === GPIOPinState.Low || value === GPIOPinState.High;
    this.#driven = driven ? this.#driven | bit : this.#driven & ~bit;
    this.#out = value === GPIOPinState.High ? this.#out | bit : this.#out & ~bit;
    this.#checkFight(pin);
    const state = this.state(pin);
    const last = this.#reported[pin];
    if (last !== undefined && last.driven === state.driven && last.level === state.level) return;
    this.#reported[pin] = state;
    // The pad's own level reaches edge interrupts and WAIT only where somebody listens.
    if (this.#chip.gpio[pin]!.irqEnableMask !== 0) this.#chip.gpio[pin]!.setInputValue(state.level === 1);
    for (const listener of this.#listeners[pin]!) listener(state, this.#owner.nanos);
  }

  #update(pin: number): void {
    const state = this.state(pin);
    this.#chip.gpio[pin]!.setInputValue(state.level === 1);
    const last = this.#reported[pin];
    if (last?.driven === state.driven && last.level === state.level) return;
    this.#reported[pin] = state;
    if (!state.driven) for (const listener of this.#listeners[pin]!) listener(state, this.#owner.nanos);
  }

  #checkFight(pin: number): void {
    const bit = 1 << pin;
    if ((this.#driven & this.#outside & bit) !== 0)
      this.#owner.fault(`pin ${pin} is driven by the chip and by the board at once`);
  }

  /** Levels of all pads: the chip's drivers, the board's, the board's resistors, the pads' own. */
  #levels(): number {
    const driven = this.#driven;
    const outside = this.#outside & ~driven;
    if (!this.#padsRead) this.#readPads();
    return (this.#out & driven) | (this.#in & outside) | (this.#pulled & ~(driven | outside));
  }

  #readPads(): void {
    this.#inputMask = this.#pulled = 0;
    for (const { index, padValue, pullupEnabled } of this.#chip.gpio) {
      if ((padValue & PAD_INPUT_ENABLE) !== 0) this.#inputMask |= 1 << index;
      this.#pulled |= (this.#pulls[index] ?? (pullupEnabled ? 1 : 0)) << index;
    }
    this.#padsRead = true;
  }
}
