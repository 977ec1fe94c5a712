import { outOfRange } from '../refusal.js';
import { SELF_TESTS, runSelfTest } from '../self-tests.js';
import { verb } from './verb.js';

/** Time that one self test takes the board, s. */
const TEST_S = 5e-3;

/** Runs self tests: one answer each, then the sums. Changes nothing on the array. */
export const selfTest = verb('selfTest', (core, call, message) => {
  if (message.mask >= 2 ** SELF_TESTS)
    throw outOfRange('mask', message.mask, `this board has tests 0 to ${SELF_TESTS - 1}`);
  const chosen = Array.from({ length: SELF_TESTS }, (_, id) => id).filter(
    (id) => message.mask === 0 || ((message.mask >> id) & 1) === 1,
  );
  let testsFailed = 0;
  chosen.forEach((id, done) => {
    // A test takes its time first: monitors and thermometer show nothing before they have converted once.
    core.hardware.meters.spend({ arrayS: TEST_S });
    const result = runSelfTest(core, id);
    if (!result.pass) testsFailed++;
    call.progress({
      body: 'selfTestReply',
      selfTestReply: { result, testsRun: done + 1, testsFailed, testsTotal: chosen.length },
    });
  });
  call.finish({
    body: 'selfTestReply',
    selfTestReply: { testsRun: chosen.length, testsFailed, testsTotal: chosen.length },
  });
});
