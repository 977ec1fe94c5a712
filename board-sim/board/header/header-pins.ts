import { spindrift } from '../../../proto/index.js';
import { Refusal, checkField, invalid } from '../refusal.js';

const { PinFunction } = spindrift.v1;
type PinFunction = spindrift.v1.PinFunction;

/** First numbers of the kinds of pins, as `pins.proto` has them. */
export const PIN = { A0: 8, OUT0: 12, LED: 14, INTERLOCK: 15, count: 16 } as const;

export type PinKind = 'digital' | 'analog-in' | 'analog-out' | 'led' | 'interlock';

const INPUTS: readonly PinFunction[] = [PinFunction.PIN_FUNCTION_INPUT, PinFunction.PIN_FUNCTION_INPUT_PULLUP];
const { PIN_FUNCTION_OUTPUT, PIN_FUNCTION_ANALOG, PIN_FUNCTION_DAC, PIN_FUNCTION_PWM, PIN_FUNCTION_SERVO } =
  PinFunction;

const KINDS: Readonly<Record<PinKind, { readonly functions: readonly PinFunction[]; readonly what: string }>> = {
  digital: { functions: [...INPUTS, PIN_FUNCTION_OUTPUT], what: 'a digital input or output' },
  'analog-in': { functions: [PIN_FUNCTION_ANALOG], what: 'an analog input' },
  'analog-out': { functions: [PIN_FUNCTION_DAC], what: 'an analog output' },
  // As an input it is left to the board, whose state it shows.
  led: {
    functions: [PinFunction.PIN_FUNCTION_INPUT, PIN_FUNCTION_OUTPUT, PIN_FUNCTION_PWM, PIN_FUNCTION_SERVO],
    what: "an output, PWM or servo; as an input the board's lamp",
  },
  interlock: { functions: INPUTS, what: 'a digital input' },
};

/** Kind of a pin that exists. */
export function kindOf(pin: number): PinKind {
  if (pin < PIN.A0) return 'digital';
  if (pin < PIN.OUT0) return 'analog-in';
  if (pin < PIN.LED) return 'analog-out';
  return pin === PIN.LED ? 'led' : 'interlock';
}

function nameOf(pin: number): string {
  if (pin < PIN.A0) return `AUX${pin}`;
  if (pin < PIN.OUT0) return `A${pin - PIN.A0}`;
  if (pin < PIN.LED) return `OUT${pin - PIN.OUT0}`;
  return pin === PIN.LED ? 'LED' : 'INTERLOCK';
}

/** @throws Refusal OUT_OF_RANGE for a number that no pin has */
export const checkPin = (pin: number): number => checkField('pin', pin, 0, PIN.count - 1);

function check(pin: number, wanted: PinFunction, field: string, value: number): void {
  const { functions, what } = KINDS[kindOf(pin)];
  if (!functions.includes(wanted)) throw invalid(`${field} = ${value}: ${nameOf(pin)} is ${what}`);
}

/** @throws Refusal naming what the pin can do */
export function checkFunction(pin: number, wanted: PinFunction): void {
  if (wanted <= PinFunction.PIN_FUNCTION_UNSPECIFIED || wanted > PIN_FUNCTION_SERVO)
    throw invalid(`function = ${wanted}: known are 1 to 7`);
  check(pin, wanted, 'function', wanted);
}

/** The same for a pin that a verb takes for something: names the pin as the wrong argument. */
export function checkUse(pin: number, wanted: PinFunction): void {
  checkPin(pin);
  check(pin, wanted, 'pin', pin);
}

/** A part of the header does not do its work. */
export const brokenPart = (verb: string, what: string): Refusal =>
  new Refusal(spindrift.v1.Status.STATUS_HARDWARE_FAULT, `${verb}: ${what}`);
