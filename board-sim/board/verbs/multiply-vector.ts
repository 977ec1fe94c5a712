import { Multiplier } from '../multiplier.js';
import { invalid } from '../refusal.js';
import { verb } from './verb.js';

/** Multiplies one vector, inline. */
export const multiplyVector = verb('multiplyVector', (core, call, message) => {
  const multiplier = new Multiplier(core, message.plan);
  const { rows } = multiplier.window;
  if (message.inputs.length !== rows) throw invalid(`inputs: ${message.inputs.length} bytes for ${rows} rows`);
  core.holdArray(call);
  multiplier.load();
  const results = new Uint8Array(2 * multiplier.outputs);
  const { meters } = core.hardware;
  const { arrayS, clipped } = multiplier.run(message.inputs, results);
  const seconds = meters.spend({ arrayS, usbBytes: rows + results.length });
  meters.counts.bytesIn += rows;
  meters.counts.bytesOut += results.length;
  call.finish({
    body: 'multiplyVectorReply',
    multiplyVectorReply: { results, shift: multiplier.shift, clipped, boardTimeUs: Math.round(seconds * 1e6) },
  });
});
