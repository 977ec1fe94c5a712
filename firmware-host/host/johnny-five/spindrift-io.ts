/**
 * The IO plugin for johnny-five: its pins are the auxiliary header of a board. It is for what is slow (a lamp, a switch, a thermometer, up to some 200
 * readings a second); nothing that drives the array is among its pins.
 */
import { EventEmitter } from 'node:events';
import { PINS, PIN_LIMITS, type PinInfo } from '../pins/pin-table.js';
import { I2cFace } from './i2c-face.js';
import { PinClient } from './pin-client.js';
import { MODES, describePins, functionFor, pinNumber, type FivePin } from './pin-modes.js';
import type { Reading } from './pin-watch.js';
import type { SteadyBoard } from './steady-board.js';

/** A pin by name, alias or number. */
export type PinId = number | string;

/** Counts of a reading for one volt: one is a millivolt, and 4,095 the end of the converter's range. */
const COUNTS_PER_V = 1000;
const RESOLUTION = Object.freeze({ ADC: 4095, DAC: 4095, PWM: 255 });
/** Widths at the ends of a servo's turn, µs, and below which a value is an angle: those of the plugins there are. */
const SERVO_RANGE_US = [544, 2400] as const;
const SERVO_LEAST_US = 544;
const SERVO_DEGREES = 180;
/** How often an analog input is read, ms, unless `samplingInterval` says otherwise. */
const SAMPLING_MS = 10;

/**
 * What johnny-five talks to. Writes return at once and are done in order; what goes wrong with them is an `error` event. Unknown pins and modes that a
 * pin has not throw at once. It emits `disconnect` when the board is away and `reconnect` when it is back, as it was.
 */
export class SpindriftIo extends EventEmitter {
  readonly name = 'Spindrift-IO';
  readonly MODES = MODES;
  readonly HIGH = 1;
  readonly LOW = 0;
  readonly SERIAL_PORT_IDs = Object.freeze({});
  readonly RESOLUTION = RESOLUTION;
  readonly defaultLed = pinNumber('LED');
  readonly pins: readonly FivePin[] = describePins();
  /** Numbers of A0 to A3. */
  readonly analogPins: readonly number[] = PINS.flatMap((pin) => (pin.analogChannel === undefined ? [] : pin.number));
  isReady = false;
  /** The board, over every unplugging: for components that do more than pins. Not for `snapshot`. */
  declare readonly steady: SteadyBoard;
  readonly #client: PinClient;
  readonly #i2c: I2cFace;
  readonly #decided = new Set<number>();
  readonly #servo = new Map<number, readonly [number, number]>();
  readonly #readings = new Map<string, { stop: () => void; last?: number }>();
  #samplingS = SAMPLING_MS / 1000;

  constructor(steady: SteadyBoard) {
    super();
    Object.defineProperty(this, 'steady', { value: steady });
    this.#client = new PinClient(steady);
    this.#i2c = new I2cFace(this.#client, this);
    steady.on('lost', (error) => this.emit('disconnect', error));
    steady.on('back', () => void this.#client.settled().then(() => this.emit('reconnect')));
    steady.on('closed', () => this.emit('close'));
    steady.on('trouble', (error) => this.emit('error', error));
    queueMicrotask(() => {
      this.emit('connect');
      this.isReady = true;
      this.emit('ready');
    });
  }

  /** Number of a pin. @throws RangeError naming those that there are */
  normalize(pin: PinId): number {
    return pinNumber(pin);
  }

  /** Sets what a pin does. @throws RangeError for a pin that there is not, or a mode that it has not */
  pinMode(pin: PinId, mode: number): this {
    const info = this.#info(pin);
    const wanted = functionFor(info, mode);
    if (wanted === undefined)
      throw new RangeError(`${info.name} has no mode ${nameOfMode(mode)}; it is ${info.functions.join(', ')}`);
    this.pins[info.number]!.mode = mode;
    this.#decided.add(info.number);
    this.#client.mode(info, wanted);
    return this;
  }

  /** Writes a level; to an input it switches the pull-up, as on other boards. */
  digitalWrite(pin: PinId, value: number | boolean): this {
    const info = this.#info(pin);
    const high = Boolean(value);
    const { mode } = this.pins[info.number]!;
    if (this.#decided.has(info.number) && mode === MODES.INPUT) {
      if (info.functions.includes('input-pullup')) this.#client.mode(info, high ? 'input-pullup' : 'input');
      return this;
    }
    if (mode !== MODES.OUTPUT) this.pinMode(info.number, MODES.OUTPUT);
    return this.#write(info, high ? 1 : 0, (board) => board.pins.write(info.number, high));
  }

  /** Sets the share of a period, or the level of an analog output: 0 to 255. */
  analogWrite(pin: PinId, value: number): this {
    const info = this.#info(pin);
    if (this.pins[info.number]!.mode !== MODES.PWM || !this.#decided.has(info.number))
      this.pinMode(info.number, MODES.PWM);
    const share = value / RESOLUTION.PWM;
    if (info.functions.includes('dac')) return this.#level(info, value, share * PIN_LIMITS.dacV.max);
    return this.#write(info, value, (board) => board.pins.pwm(info.number, { duty: share }));
  }

  /** The same as {@link analogWrite}. */
  pwmWrite(pin: PinId, value: number): this {
    return this.analogWrite(pin, value);
  }

  /** Sets an analog output: 0 to 4095 for 0 to 2.5 V. Not forwarded by johnny-five: use `board.io.dacWrite`. */
  dacWrite(pin: PinId, value: number): this {
    const info = this.#info(pin);
    if (!info.functions.includes('dac'))
      throw new RangeError(`${info.name} is no analog output; those are OUT0 and OUT1`);
    return this.#level(info, value, (value / RESOLUTION.DAC) * PIN_LIMITS.dacV.max);
  }

  /** Widths at the ends of a servo's turn, µs. */
  servoConfig(pin: PinId | { pin: PinId; min: number; max: number }, min?: number, max?: number): this {
    const given = typeof pin === 'object' ? pin : { pin, min, max };
    const info = this.#info(given.pin);
    this.#servo.set(info.number, [given.min ?? SERVO_RANGE_US[0], given.max ?? SERVO_RANGE_US[1]]);
    return this.pinMode(info.number, MODES.SERVO);
  }

  /** Sets a servo: microseconds, or degrees below 544. */
  servoWrite(pin: PinId, value: number): this {
    const info = this.#info(pin);
    if (this.pins[info.number]!.mode !== MODES.SERVO) this.pinMode(info.number, MODES.SERVO);
    const [low, high] = this.#servo.get(info.number) ?? SERVO_RANGE_US;
    const degrees = Math.max(0, Math.min(SERVO_DEGREES, value));
    const micros = value >= SERVO_LEAST_US ? value : low + (degrees / SERVO_DEGREES) * (high - low);
    return this.#write(info, value, (board) => board.pins.servo(info.number, micros / 1e6));
  }

  /** Calls back with each level of a digital pin, the present one first. */
  digitalRead(pin: PinId, callback: (level: number) => void): this {
    const info = this.#info(pin);
    return this.#read(info, `digital-read-${info.number}`, callback, (take) => ({
      periodS: 0,
      watch: async function* (board, signal) {
        for await (const { level } of board.pins.watch(info.number, { signal })) yield level;
      },
      ask: (board, signal) => board.pins.read(info.number, signal),
      // A level that is asked for comes again and again; changes are what is wanted.
      take: (level: number) => {
        if (level !== this.#readings.get(`digital-read-${info.number}`)?.last) take(level);
      },
    }));
  }

  /** Calls back with the voltage of an analog pin, in millivolts, again and again. */
  analogRead(pin: PinId, callback: (counts: number) => void): this {
    const info = this.#info(pin);
    const periodS = this.#samplingS;
    return this.#read(info, `analog-read-${info.number}`, callback, (take) => ({
      periodS,
      watch: async function* (board, signal) {
        for await (const { volts } of board.pins.watchAnalog(info.number, { periodS, signal })) yield volts;
      },
      ask: (board, signal) => board.pins.read(info.number, signal),
      take: (volts: number) => take(Math.max(0, Math.min(RESOLUTION.ADC, Math.round(volts * COUNTS_PER_V)))),
    }));
  }

  /** Reads a pin once, then calls back: the value is in `pins`. */
  queryPinState(pin: PinId, callback: (state: FivePin) => void): this {
    const info = this.#info(pin);
    this.#client.once(async (board) => {
      const value = await board.pins.read(info.number);
      const state = this.pins[info.number]!;
      state.value = info.functions.includes('analog') ? Math.round(value * COUNTS_PER_V) : value;
      callback(state);
    });
    return this;
  }

  /** Time between the readings of an analog input or a device that are begun from now on, ms; 5 at least. */
  setSamplingInterval(ms: number): this {
    const { min, max } = PIN_LIMITS.watchPeriodS;
    if (!(ms >= min * 1000 && ms <= max * 1000))
      throw new RangeError(`sampling interval must be ${min * 1000} to ${max * 1000} ms, got ${ms}`);
    this.#samplingS = ms / 1000;
    this.#i2c.periodS = this.#samplingS;
    return this;
  }

  /** Nothing to set up: every device is spoken to at the clock that the bus has. */
  i2cConfig(_options?: unknown): this {
    return this;
  }

  /** `(address, bytes)` or `(address, register, bytes)`. */
  i2cWrite(address: number, a: number | readonly number[], b?: readonly number[]): this {
    this.#i2c.write(address, typeof a === 'number' ? [a, ...(b ?? [])] : a);
    return this;
  }

  i2cWriteReg(address: number, register: number, value: number): this {
    this.#i2c.write(address, [register, value]);
    return this;
  }

  /** `(address, count, cb)` or `(address, register, count, cb)`: again and again. */
  i2cRead(address: number, a: number, b: number | I2cCallback, c?: I2cCallback): this {
    this.#i2c.read(address, ...readArguments(a, b, c));
    return this;
  }

  /** The same, once. */
  i2cReadOnce(address: number, a: number, b: number | I2cCallback, c?: I2cCallback): this {
    this.#i2c.readOnce(address, ...readArguments(a, b, c));
    return this;
  }

  /** Resolves when what has been written so far is on the board. */
  flush(): Promise<void> {
    return this.#client.settled();
  }

  #info(pin: PinId): PinInfo {
    return PINS[pinNumber(pin)]!;
  }

  #write(info: PinInfo, value: number, write: Parameters<PinClient['write']>[1]): this {
    this.pins[info.number]!.value = value;
    this.#client.write(info, write);
    return this;
  }

  #level(info: PinInfo, value: number, volts: number): this {
    return this.#write(info, value, (board) => board.pins.dac(info.number, volts));
  }

  /** One reading a pin and kind, whoever listens; a later listener is told the last value. */
  #read(
    info: PinInfo,
    event: string,
    callback: (value: number) => void,
    reading: (take: (value: number) => void) => Reading<number>,
  ): this {
    this.on(event, callback);
    const known = this.#readings.get(event);
    if (known !== undefined) {
      const { last } = known;
      if (last !== undefined) queueMicrotask(() => callback(last));
      return this;
    }
    const state: { stop: () => void; last?: number } = { stop: () => undefined };
    this.#readings.set(event, state);
    const pin = this.pins[info.number]!;
    pin.report = 1;
    state.stop = this.#client.read(
      reading((value) => {
        state.last = pin.value = value;
        this.emit(event, value);
      }),
    );
    return this;
  }
}

/** Told the bytes of a device. */
export type I2cCallback = (bytes: number[]) => void;

function readArguments(
  a: number,
  b: number | I2cCallback,
  c: I2cCallback | undefined,
): [register: number | undefined, count: number, callback: I2cCallback] {
  if (typeof b === 'function') return [undefined, a, b];
  if (c === undefined) throw new TypeError('a reading of the bus needs a callback');
  return [a, b, c];
}

const nameOfMode = (mode: number): string =>
  Object.entries(MODES).find(([, number]) => number === mode)?.[0] ?? String(mode);
