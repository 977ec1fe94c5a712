import { spindrift, toU64, type ReplyBody, type ReplyFields } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { PIN, kindOf } from './header-pins.js';

const { FaultCode, PinFunction } = spindrift.v1;

/** The level, 0 or 1; microvolts of an analog pin, of an output those that are set. @throws Refusal when a chip is silent */
export function readPin(core: BoardCore, verb: string, pin: number): number {
  const { port, safety } = core;
  switch (kindOf(pin)) {
    case 'digital':
      return port.readLine(verb, pin);
    case 'analog-in':
      return port.convert(verb, pin - PIN.A0);
    case 'analog-out':
      return port.outputUv(pin - PIN.OUT0);
    case 'led': {
      const faulted = safety.fault !== FaultCode.FAULT_CODE_UNSPECIFIED;
      return port.lamp.lit({ faulted, armed: safety.armed, seconds: port.seconds }) ? 1 : 0;
    }
    case 'interlock':
      return safety.interlockClosed ? 0 : 1;
  }
}

/** Sets a function that the pin has. @returns its value afterwards */
export function setPinFunction(core: BoardCore, verb: string, pin: number, wanted: spindrift.v1.PinFunction): number {
  const { port } = core;
  const kind = kindOf(pin);
  if (kind === 'digital') return port.setLineInput(verb, pin, wanted !== PinFunction.PIN_FUNCTION_OUTPUT);
  if (kind === 'led') {
    if (wanted === PinFunction.PIN_FUNCTION_OUTPUT) port.lamp.take('output');
    else if (wanted === PinFunction.PIN_FUNCTION_PWM) port.lamp.take('pwm');
    else if (wanted === PinFunction.PIN_FUNCTION_SERVO) port.lamp.take('servo');
    else port.lamp.take('status');
  }
  return readPin(core, verb, pin);
}

/** Replies that are a `PinReply`. */
export type PinReplyBody = ReplyBody & `${'pin' | 'pwm' | 'dac' | 'servo' | 'watch'}${string}Reply`;

/** A `PinReply` as the reply that a verb has. */
export function pinReply(core: BoardCore, body: PinReplyBody, pin: number, value: number, seq = 0): ReplyFields {
  return { body, [body]: { pin, value, seq, tUs: boardTime(core) } } as unknown as ReplyFields;
}

/** Board clock as the wire has it. */
export const boardTime = (core: BoardCore): ReturnType<typeof toU64> => toU64(core.hardware.meters.microseconds);
