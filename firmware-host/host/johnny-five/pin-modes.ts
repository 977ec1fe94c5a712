/** Between the board's pins and johnny-five's idea of pins. */
import { PINS, type PinFunction, type PinInfo } from '../pins/pin-table.js';

/** Modes as every IO plugin numbers them. */
export const MODES = Object.freeze({ INPUT: 0, OUTPUT: 1, ANALOG: 2, PWM: 3, SERVO: 4 });
/** What says that a pin has no analog channel. */
const NO_CHANNEL = 127;

/** The function for each mode, by what the pin has; an analog output is PWM without pulses, of which johnny-five knows nothing. */
const FUNCTIONS: Readonly<Record<number, readonly PinFunction[]>> = {
  [MODES.INPUT]: ['input'],
  [MODES.OUTPUT]: ['output'],
  [MODES.ANALOG]: ['analog'],
  [MODES.PWM]: ['pwm', 'dac'],
  [MODES.SERVO]: ['servo'],
};

/** What a pin does in a mode; undefined if it has not that mode. */
export function functionFor(pin: PinInfo, mode: number): PinFunction | undefined {
  return FUNCTIONS[mode]?.find((wanted) => pin.functions.includes(wanted));
}

/** A pin as johnny-five wants it described. */
export interface FivePin {
  readonly id: string;
  readonly supportedModes: readonly number[];
  mode: number;
  value: number;
  report: number;
  readonly analogChannel: number;
}

/** The pins, in the order of their numbers. */
export function describePins(): FivePin[] {
  return PINS.map((pin) => {
    const supportedModes = Object.values(MODES).filter((mode) => functionFor(pin, mode) !== undefined);
    return {
      id: pin.name,
      supportedModes,
      mode: supportedModes[0]!,
      value: 0,
      report: 0,
      analogChannel: pin.analogChannel ?? NO_CHANNEL,
    };
  });
}

/** Other names that the pins have. D0 to D7 are for `five.Pin`, which takes whatever begins with an A or an I for analog. */
const ALIASES: Readonly<Record<string, string>> = {
  STATUS: 'LED',
  FAULT: 'INTERLOCK',
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((k) => [`D${k}`, `AUX${k}`])),
};

/**
 * Number of a pin by its number, its name or an alias.
 * @throws RangeError naming those that there are
 */
export function pinNumber(pin: number | string): number {
  const name = typeof pin === 'string' ? (ALIASES[pin] ?? pin) : pin;
  const found = PINS.find((info) => info.name === name || info.number === name || String(info.number) === name);
  if (found !== undefined) return found.number;
  const names = PINS.map((info) => info.name).join(', ');
  throw new RangeError(`pin must be one of ${names} (or 0 to ${PINS.length - 1}), got ${JSON.stringify(pin)}`);
}
