import { type Timer } from '../../../base/index.js';
import { outOfRange } from '../refusal.js';
import { telemetryOf } from '../telemetry.js';
import { verb } from './verb.js';

const LEAST_PERIOD_MS = 20;

/** Telemetry at intervals of the computer's time, the first message at once. Reading it changes nothing on the board. */
export const openTelemetry = verb('openTelemetry', (core, call, message) => {
  const { periodMs, count } = message;
  if (periodMs < LEAST_PERIOD_MS) throw outOfRange('period_ms', periodMs, `at least ${LEAST_PERIOD_MS}`);
  core.needStream(call);
  let seq = 0;
  let timer: Timer | undefined;
  const send = (): void => {
    const telemetry = telemetryOf(core, seq++);
    if (count > 0 && seq >= count) {
      call.finish({ body: 'telemetry', telemetry });
      return;
    }
    call.progress({ body: 'telemetry', telemetry });
    timer = core.clock.setTimer(periodMs / 1000, send);
  };
  call.stream = { close: () => call.finish({ body: 'telemetry', telemetry: telemetryOf(core, seq) }) };
  call.onEnd = () => timer?.cancel();
  send();
});
