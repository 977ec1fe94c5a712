import { type Level } from './pins.js';
import { ADC_CHANNELS, Ads7953 } from './serial/ads7953.js';
import { ReadOutChains, type SampleComparators } from './serial/read-out-chains.js';

/** Converters of the board. */
export const CONVERTERS = 4;
const CHAINS_MASK = 0xff;
const CONVERTERS_MASK = 0xf;

/**
 * D0 … D7: the ends of the comparator chains, or while ADC_CS is low the outputs of the four converters on the first four, with the chains
 * let go of.
 */
export class ReadOutPort {
  /** Levels that are driven, and which pins are; bit n for D n. */
  levels = 0;
  mask = CHAINS_MASK;
  readonly #chains: ReadOutChains;
  readonly #converters: readonly Ads7953[];
  readonly #listeners: ((driven: number, levels: number) => void)[] = [];
  readonly #pinListeners: ((level: Level) => void)[][] = Array.from({ length: 8 }, () => []);
  #converting = false;

  /** @param convert code of a column's conversion */
  constructor(sample: SampleComparators, convert: (col: number, nanos: number) => number, slip?: number) {
    this.#chains = new ReadOutChains(sample, slip);
    this.#converters = Array.from(
      { length: CONVERTERS },
      (_, chip) => new Ads7953((channel, nanos) => convert(ADC_CHANNELS * chip + channel, nanos)),
    );
  }

  /** @returns what ends it */
  onData(listener: (driven: number, levels: number) => void): () => void {
    this.#listeners.push(listener);
    listener(this.mask, this.levels);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  /** @returns what ends it @throws RangeError for a pin that the parts do not drive */
  onPin(pin: number, listener: (level: Level) => void): () => void {
    const listeners = this.#pinListeners[pin];
    if (listeners === undefined) throw new RangeError(`GPIO ${pin} is not driven by the read-out`);
    listeners.push(listener);
    return () => listeners.splice(listeners.indexOf(listener), 1);
  }

  /** FCLK. */
  clock(level: Level, mosi: Level): void {
    if (level === 1) this.#chains.shift();
    if (this.#converting) {
      for (const chip of this.#converters) {
        if (level === 1) chip.rise(mosi);
        else chip.fall();
      }
      if (level === 0) this.#show();
    } else if (level === 1) this.#show();
  }

  /** SHLD. */
  shiftOrLoad(level: Level, nanos: number): void {
    if (this.#chains.shiftOrLoad(level, nanos) && !this.#converting) this.#show();
  }

  /** ADC_CS. */
  selectConverters(level: Level, nanos: number): void {
    for (const chip of this.#converters) chip.select(level, nanos);
    this.#converting = level === 0;
    this.#show();
  }

  powerUp(): void {
    for (const chip of this.#converters) chip.powerUp();
    this.#converting = false;
    this.#show();
  }

  #show(): void {
    const mask = this.#converting ? CONVERTERS_MASK : CHAINS_MASK;
    let levels = 0;
    if (this.#converting) for (let k = 0; k < CONVERTERS; k++) levels |= this.#converters[k]!.bit << k;
    else levels = this.#chains.levels;
    const changed = levels ^ this.levels;
    if (changed === 0 && mask === this.mask) return;
    this.levels = levels;
    this.mask = mask;
    for (const listener of this.#listeners) listener(mask, levels);
    for (let pin = 0; pin < 8; pin++)
      if (((changed >>> pin) & 1) === 1)
        for (const listener of this.#pinListeners[pin]!) listener(((levels >>> pin) & 1) as Level);
  }
}
