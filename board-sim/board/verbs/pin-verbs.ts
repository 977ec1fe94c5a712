import { spindrift } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { type Call } from '../call.js';
import { PIN, checkFunction, checkPin, checkUse, kindOf } from '../header/header-pins.js';
import { OUTPUT_MAX_UV } from '../header/header-port.js';
import { type LampUse } from '../header/lamp.js';
import { pinReply, readPin, setPinFunction } from '../header/pin-access.js';
import { checkField, wrongState } from '../refusal.js';
import { verb } from './verb.js';

const { PinFunction } = spindrift.v1;

/** What the LED's pulses may be: what the chip can count, and no more edges than a person or a servo has use for. */
const DUTY_MAX_PPM = 1_000_000;
const PERIOD_MIN_NS = 10_000;
const PERIOD_MAX_NS = 100_000_000;
const SERVO_MIN_US = 500;
const SERVO_MAX_US = 2500;

/** @throws Refusal while the LED is used otherwise */
function checkLamp(core: BoardCore, call: Call, use: LampUse): void {
  if (core.port.lamp.use !== use) throw wrongState(`${call.verb}: the LED has another mode; set its mode first`);
}

/** Sets what a pin does. */
export const pinMode = verb('pinMode', (core, call, { pin, function: wanted }) => {
  checkPin(pin);
  checkFunction(pin, wanted);
  call.finish(pinReply(core, 'pinModeReply', pin, setPinFunction(core, call.verb, pin, wanted)));
});

/** Reads a pin once. */
export const pinRead = verb('pinRead', (core, call, { pin }) => {
  checkPin(pin);
  call.finish(pinReply(core, 'pinReadReply', pin, readPin(core, call.verb, pin)));
});

/** Writes a digital output. */
export const pinWrite = verb('pinWrite', (core, call, { pin, high }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_OUTPUT);
  if (kindOf(pin) === 'digital') {
    call.finish(pinReply(core, 'pinWriteReply', pin, core.port.writeLine(call.verb, pin, high)));
    return;
  }
  checkLamp(core, call, 'output');
  core.port.lamp.light(high);
  call.finish(pinReply(core, 'pinWriteReply', pin, readPin(core, call.verb, pin)));
});

/** Sets the pulses of a PWM output. */
export const pwmWrite = verb('pwmWrite', (core, call, { pin, dutyPpm, periodNs }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_PWM);
  checkField('duty_ppm', dutyPpm, 0, DUTY_MAX_PPM);
  if (periodNs !== 0) checkField('period_ns', periodNs, PERIOD_MIN_NS, PERIOD_MAX_NS);
  checkLamp(core, call, 'pwm');
  core.port.lamp.pulses((period) => (period * dutyPpm) / DUTY_MAX_PPM, periodNs);
  call.finish(pinReply(core, 'pwmWriteReply', pin, readPin(core, call.verb, pin)));
});

/** Sets the pulses of a servo output. */
export const servoWrite = verb('servoWrite', (core, call, { pin, pulseUs }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_SERVO);
  if (pulseUs !== 0) checkField('pulse_us', pulseUs, SERVO_MIN_US, SERVO_MAX_US);
  checkLamp(core, call, 'servo');
  core.port.lamp.pulses(() => pulseUs * 1000);
  call.finish(pinReply(core, 'servoWriteReply', pin, readPin(core, call.verb, pin)));
});

/** Sets an analog output. The converter makes the array's levels too: a step of one output can be seen in another. */
export const dacWrite = verb('dacWrite', (core, call, { pin, levelUv }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_DAC);
  checkField('level_uv', levelUv, 0, OUTPUT_MAX_UV);
  core.safety.checkIdle(call.verb);
  core.port.setOutput(pin - PIN.OUT0, levelUv);
  call.finish(pinReply(core, 'dacWriteReply', pin, readPin(core, call.verb, pin)));
});
