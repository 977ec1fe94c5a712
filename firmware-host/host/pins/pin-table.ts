/** The pins of the auxiliary header as data: numbers and functions are those of `pins.proto` and of the firmware's `core/header-pins`. */
import { checkNumber, checkOneOf } from '../../../base/index.js';

/** What a pin can do; names of the wire's `PinFunction` in kebab case. */
export type PinFunction = 'input' | 'input-pullup' | 'output' | 'analog' | 'pwm' | 'dac' | 'servo';

type Eight = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Names of the pins, as they are printed on the board. */
export type PinName = `AUX${Eight}` | `A${0 | 1 | 2 | 3}` | 'OUT0' | 'OUT1' | 'LED' | 'INTERLOCK';

/** A pin by its name or its number. */
export type PinRef = PinName | number;

/** One pin. */
export interface PinInfo {
  readonly name: PinName;
  /** Number on the wire. */
  readonly number: number;
  readonly functions: readonly PinFunction[];
  /** Analog inputs: 0 to 3 for A0 to A3. */
  readonly analogChannel?: number;
}

const INPUTS: readonly PinFunction[] = ['input', 'input-pullup'];

/**
 * The sixteen pins, in the order of their numbers. AUX0 to AUX7: digital, as inputs pulled up weakly, always. A0 to A3: analog inputs, 0 to 4.096 V in
 * 2 mV steps (the pins bear the board's 3.3 V). OUT0 and OUT1: analog outputs, 0 to 2.5 V in 65,536 steps. LED: output, PWM or servo pulses; as an input
 * it is the board's own lamp. INTERLOCK: digital input, 0 = closed.
 */
export const PINS: readonly PinInfo[] = [
  ...([0, 1, 2, 3, 4, 5, 6, 7] as const).map((k): PinInfo => ({
    name: `AUX${k}`,
    number: k,
    functions: [...INPUTS, 'output'],
  })),
  ...([0, 1, 2, 3] as const).map((k): PinInfo => ({
    name: `A${k}`,
    number: 8 + k,
    functions: ['analog'],
    analogChannel: k,
  })),
  { name: 'OUT0', number: 12, functions: ['dac'] },
  { name: 'OUT1', number: 13, functions: ['dac'] },
  { name: 'LED', number: 14, functions: ['input', 'output', 'pwm', 'servo'] },
  { name: 'INTERLOCK', number: 15, functions: INPUTS },
];

/** What the header takes, in SI units; beyond it a `RangeError`, or a `LimitError` of the board. */
export const PIN_LIMITS = {
  /** Level of an analog output, V. */
  dacV: { min: 0, max: 2.5 },
  /** Share of the period that the LED is lit. */
  duty: { min: 0, max: 1 },
  /** Period of PWM, s. */
  pwmPeriodS: { min: 10e-6, max: 0.1 },
  /** Servo pulse, s; 0 = none. */
  servoPulseS: { min: 500e-6, max: 2500e-6 },
  debounceS: { min: 0, max: 1 },
  /** Interval of a watch, s. */
  watchPeriodS: { min: 0.005, max: 3600 },
  /** Clock of the bus, Hz. */
  i2cClockHz: { min: 100_000, max: 400_000 },
  /** Addresses that the bus does not keep for itself. The board's own chips are refused by the board. */
  i2cAddress: { min: 0x08, max: 0x77 },
  i2cBytes: { min: 1, max: 64 },
  i2cPrefixBytes: { min: 0, max: 8 },
} as const;

/**
 * Finds a pin.
 * @throws TypeError if it is neither a name nor a number; RangeError naming those that there are.
 */
export function pinInfo(pin: PinRef): PinInfo {
  if (typeof pin === 'number') return PINS[checkNumber('pin', pin, { min: 0, max: PINS.length - 1, integer: true })]!;
  const names = PINS.map(({ name }) => name);
  return PINS[names.indexOf(checkOneOf('pin', pin, names))]!;
}

/**
 * Finds a pin that can do something.
 * @throws TypeError, RangeError naming the pin and what it can do.
 */
export function pinFor(pin: PinRef, wanted: PinFunction): PinInfo {
  const info = pinInfo(pin);
  checkOneOf(`function of ${info.name}`, wanted, info.functions);
  return info;
}
