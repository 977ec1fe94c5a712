import { packBits } from '../bit-folding.js';
import { SESSION_LIMITS } from '../limits.js';
import { outOfRange } from '../refusal.js';
import { PlannedShots, checkPlan } from './shot-plan.js';
import { verb } from './verb.js';

/** Pulses and reads, outcomes inline. */
export const runShots = verb('runShots', (core, call, message) => {
  const plan = checkPlan(core, message.plan);
  if (plan.outcomes > SESSION_LIMITS.inlineBits)
    throw outOfRange('outcomes', plan.outcomes, `at most inline_bits = ${SESSION_LIMITS.inlineBits}; use open_shots`);
  core.holdArray(call);
  const { meters } = core.hardware;
  const shots = new PlannedShots(core, plan);
  const outcomes = new Uint8Array(Math.ceil(plan.outcomes / 8));
  const burst = new Uint8Array(shots.burstOutcomes);
  let count = 0;
  let ones = 0;
  let arrayS = 0;
  let pulseJ = 0;
  while (!shots.done) {
    const done = shots.next(burst);
    packBits(burst, 0, done.outcomes, outcomes, 0, count);
    for (let k = 0; k < done.outcomes; k++) ones += burst[k]!;
    count += done.outcomes;
    arrayS += done.arrayS;
    pulseJ += done.pulseJ;
  }
  const seconds = meters.spend({ arrayS, pulseJ, amplitudeV: core.hardware.amplitudeV });
  meters.counts.bytesOut += outcomes.length;
  call.finish({
    body: 'runShotsReply',
    runShotsReply: { outcomes, count, ones, boardTimeUs: Math.round(seconds * 1e6) },
  });
});
