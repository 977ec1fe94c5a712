import { spindrift } from '../../../proto/index.js';
import { checkUse } from '../header/header-pins.js';
import { boardTime, pinReply, readPin } from '../header/pin-access.js';
import { repeat } from '../header/repeat.js';
import { checkField } from '../refusal.js';
import { verb } from './verb.js';

const { PinFunction } = spindrift.v1;

/** How often a digital input is asked: nobody on the header calls. */
const LOOK_S = 2e-3;
const DEBOUNCE_MAX_US = 1_000_000;
/** Intervals of watches. */
export const PERIOD_MIN_MS = 5;
export const PERIOD_MAX_MS = 3_600_000;

/** A change counts when it has lasted; its time is that of its beginning. */
export const watchPin = verb('watchPin', (core, call, { pin, debounceUs }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_INPUT);
  checkField('debounce_us', debounceUs, 0, DEBOUNCE_MAX_US);
  let seq = 0;
  let value = 0;
  let told = 0;
  let since: { readonly seconds: number; readonly tUs: ReturnType<typeof boardTime> } | undefined;
  repeat(core, call, {
    periodS: LOOK_S,
    step: () => {
      value = readPin(core, call.verb, pin);
      if (seq > 0 && value === told) {
        since = undefined;
        return;
      }
      const now = core.clock.now();
      since ??= { seconds: now, tUs: boardTime(core) };
      if (seq > 0 && (now - since.seconds) * 1e6 < debounceUs) return;
      call.progress({ body: 'watchPinReply', watchPinReply: { pin, value, seq: seq++, tUs: since.tUs } });
      told = value;
      since = undefined;
    },
    close: () => call.finish(seq === 0 ? {} : pinReply(core, 'watchPinReply', pin, value, seq)),
  });
});

/** An analog input at intervals. */
export const watchAdc = verb('watchAdc', (core, call, { pin, periodMs }) => {
  checkUse(pin, PinFunction.PIN_FUNCTION_ANALOG);
  checkField('period_ms', periodMs, PERIOD_MIN_MS, PERIOD_MAX_MS);
  let seq = 0;
  let value = 0;
  repeat(core, call, {
    periodS: periodMs / 1000,
    step: () => {
      value = readPin(core, call.verb, pin);
      call.progress(pinReply(core, 'watchAdcReply', pin, value, seq++));
    },
    close: () => call.finish(seq === 0 ? {} : pinReply(core, 'watchAdcReply', pin, value, seq)),
  });
});
