import { toU64 } from '../../../proto/index.js';
import { identityOf } from '../identity.js';
import { limitsReply } from '../limits.js';
import { verb } from './verb.js';

/** Who the board is. */
export const getIdentity = verb('getIdentity', (core, call) => {
  const identity = identityOf(core.scenario, core.seed, core.geometry);
  call.finish({ body: 'getIdentityReply', getIdentityReply: { identity } });
});

/** What the board allows. */
export const getLimits = verb('getLimits', (_core, call) => {
  call.finish({ body: 'getLimitsReply', getLimitsReply: limitsReply() });
});

/** What the board is doing. */
export const getState = verb('getState', (core, call) => {
  call.finish({
    body: 'getStateReply',
    getStateReply: {
      state: core.safety.state,
      fault: core.safety.fault,
      interlockClosed: core.safety.interlockClosed,
      config: { ...core.hardware.drive },
      configHash: core.configHash,
      calibrationHash: core.calibrationHash,
      uptimeUs: toU64(core.hardware.meters.microseconds),
      bootId: core.bootId,
    },
  });
});
