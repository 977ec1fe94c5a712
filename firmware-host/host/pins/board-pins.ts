/** The pins of the auxiliary header, typed: SI units outside, integers on the wire. */
import { checkNumber } from '../../../base/index.js';
import { spindrift, u64ToNumber, type ReplyMessage } from '../../../proto/index.js';
import { enumValue } from '../from-wire.js';
import type { Link } from '../link/link.js';
import { fromWire, toWire } from '../units.js';
import { HeaderBus } from './header-bus.js';
import {
  PINS,
  PIN_LIMITS,
  pinFor,
  pinInfo,
  type PinFunction,
  type PinInfo,
  type PinName,
  type PinRef,
} from './pin-table.js';
import { watch } from '../link/watch.js';

/** A level of a watched digital input. */
export interface LevelEvent {
  readonly pin: PinName;
  readonly level: 0 | 1;
  /** Number of the event from 0. */
  readonly seq: number;
  /** When the level began, on the board's clock, s. */
  readonly boardTimeS: number;
}

/** A voltage of a watched analog input. */
export interface VoltageEvent {
  readonly pin: PinName;
  readonly volts: number;
  /** Number of the event from 0. */
  readonly seq: number;
  readonly boardTimeS: number;
}

/** Options of a watch. */
export interface WatchOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Levels that may wait for a slow reader. */
const LEVELS_KEPT = 1024;

/**
 * The auxiliary header of a board: pins that have nothing to do with the array. Those that drive it are not here, so that no limit can be passed by.
 *
 * Calls take effect in their order. What is on the pins stays when a session ends; the LED goes back to showing the board's state.
 *
 * Everything throws TypeError and RangeError for wrong arguments (a pin that is none, a function that the pin has not), and the board's own:
 * StateError (write to an input, PWM while the LED is no PWM), HardwareError (a chip does not answer), BoardBusyError, UnsupportedError.
 */
export class BoardPins {
  /** The pins and what each can do. */
  readonly table: readonly PinInfo[] = PINS;
  /** The bus of the header. */
  readonly i2c: HeaderBus;
  readonly #link: Link;

  /** @internal */
  constructor(link: Link) {
    this.#link = link;
    this.i2c = new HeaderBus(link);
  }

  /** Sets what a pin does. @returns its value now, as {@link read} has it */
  async mode(pin: PinRef, wanted: PinFunction, signal?: AbortSignal): Promise<number> {
    const info = pinFor(pin, wanted);
    const message = { pin: info.number, function: enumValue(spindrift.v1.PinFunction, wanted, 'PIN_FUNCTION_') };
    return valueOf(info, await this.#link.call('pinMode', message, 'pinModeReply', { signal }));
  }

  /** Reads a pin: 0 or 1, or volts of an analog pin (of an output those that are set). */
  async read(pin: PinRef, signal?: AbortSignal): Promise<number> {
    const info = pinInfo(pin);
    return valueOf(info, await this.#link.call('pinRead', { pin: info.number }, 'pinReadReply', { signal }));
  }

  /** Writes a digital output. @returns the level that is there afterwards */
  async write(pin: PinRef, high: boolean, signal?: AbortSignal): Promise<0 | 1> {
    const info = pinFor(pin, 'output');
    if (typeof (high as unknown) !== 'boolean') throw new TypeError(`high must be a boolean, got ${typeof high}`);
    return levelOf(await this.#link.call('pinWrite', { pin: info.number, high }, 'pinWriteReply', { signal }));
  }

  /**
   * Sets the pulses of a PWM output.
   * @param options duty: share of the period, 0 to 1; periodS: 10 µs to 0.1 s, absent = as it is (1 ms at first)
   */
  async pwm(
    pin: PinRef,
    options: {
      readonly duty: number;
      readonly periodS?: number | undefined;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<void> {
    const { duty, periodS, signal } = options;
    const message = {
      pin: pinFor(pin, 'pwm').number,
      dutyPpm: toWire('duty', checkNumber('duty', duty, PIN_LIMITS.duty), 'ppm'),
      periodNs:
        periodS === undefined ? 0 : toWire('periodS', checkNumber('periodS', periodS, PIN_LIMITS.pwmPeriodS), 'ns'),
    };
    await this.#link.call('pwmWrite', message, 'pwmWriteReply', { signal });
  }

  /**
   * Sets an analog output, 0 to 2.5 V. Not while a call works with the array, whose levels come from the same converter (BoardBusyError).
   * @returns the level of the converter's step, V
   */
  async dac(pin: PinRef, volts: number, signal?: AbortSignal): Promise<number> {
    const info = pinFor(pin, 'dac');
    const message = { pin: info.number, levelUv: toWire('volts', checkNumber('volts', volts, PIN_LIMITS.dacV), 'uv') };
    return valueOf(info, await this.#link.call('dacWrite', message, 'dacWriteReply', { signal }));
  }

  /** Sets the pulse of a servo output, 0.5 ms to 2.5 ms every 20 ms; 0 = none. */
  async servo(pin: PinRef, pulseS: number, signal?: AbortSignal): Promise<void> {
    const { number } = pinFor(pin, 'servo');
    if (pulseS !== 0) checkNumber('pulseS', pulseS, PIN_LIMITS.servoPulseS);
    const message = { pin: number, pulseUs: toWire('pulseS', pulseS, 'us') };
    await this.#link.call('servoWrite', message, 'servoWriteReply', { signal });
  }

  /**
   * Tells the level of a digital input, then each change that lasts `debounceS` (0 to 1 s), until the consumer leaves or the signal fires. It is one
   * of the session's few streams.
   */
  watch(pin: PinRef, options: WatchOptions & { readonly debounceS?: number } = {}): AsyncIterable<LevelEvent> {
    const { name, number } = pinFor(pin, 'input');
    const debounceS = checkNumber('debounceS', options.debounceS ?? 0, PIN_LIMITS.debounceS);
    const message = { pin: number, debounceUs: toWire('debounceS', debounceS, 'us') };
    return watch<'watchPin', LevelEvent>(this.#link, 'watchPin', message, {
      keep: LEVELS_KEPT,
      signal: options.signal,
      take: (reply) => {
        if (reply.body !== 'watchPinReply') return undefined;
        const { seq, tUs } = reply.watchPinReply;
        return { pin: name, level: levelOf(reply.watchPinReply), seq, boardTimeS: u64ToNumber(tUs) / 1e6 };
      },
    });
  }

  /**
   * Tells the voltage of an analog input every `periodS` seconds (5 ms to 1 h) until the consumer leaves or the signal fires; a slow consumer gets the
   * newest. It is one of the session's few streams.
   */
  watchAnalog(pin: PinRef, options: WatchOptions & { readonly periodS: number }): AsyncIterable<VoltageEvent> {
    const info = pinFor(pin, 'analog');
    checkNumber('periodS', options.periodS, PIN_LIMITS.watchPeriodS);
    const message = { pin: info.number, periodMs: toWire('periodS', options.periodS, 'ms') };
    return watch<'watchAdc', VoltageEvent>(this.#link, 'watchAdc', message, {
      keep: 1,
      signal: options.signal,
      take: (reply) => {
        if (reply.body !== 'watchAdcReply') return undefined;
        const { seq, tUs } = reply.watchAdcReply;
        return { pin: info.name, volts: valueOf(info, reply.watchAdcReply), seq, boardTimeS: u64ToNumber(tUs) / 1e6 };
      },
    });
  }
}

type PinReply = Pick<ReplyMessage<'pinReadReply'>, 'value'>;

const levelOf = ({ value }: PinReply): 0 | 1 => (value === 0 ? 0 : 1);

const isAnalog = ({ functions }: PinInfo): boolean => functions.includes('analog') || functions.includes('dac');

const valueOf = (info: PinInfo, reply: PinReply): number =>
  isAnalog(info) ? fromWire(reply.value, 'uv') : levelOf(reply);
