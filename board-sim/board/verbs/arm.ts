import { spindrift } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { Refusal } from '../refusal.js';
import { verb } from './verb.js';

const { Status } = spindrift.v1;

const stateReply = (core: BoardCore): spindrift.v1.StateReply.$Shape => ({
  state: core.safety.state,
  fault: core.safety.fault,
});

/** Enables the drive. Arming an armed board changes nothing. */
export const arm = verb('arm', (core, call) => {
  if (call.configHash !== core.configHash)
    throw new Refusal(Status.STATUS_STALE_CONFIG, 'arm: config_hash is not in force; read the state again');
  core.safety.arm();
  call.finish({ body: 'armReply', armReply: stateReply(core) });
});

/** Pulses, bias and coil off; always. */
export const makeSafe = verb('makeSafe', (core, call) => {
  core.safety.makeSafe();
  call.finish({ body: 'makeSafeReply', makeSafeReply: stateReply(core) });
});

/** Clears the latched fault once its cause is gone. */
export const clearFault = verb('clearFault', (core, call) => {
  core.safety.clear();
  call.finish({ body: 'clearFaultReply', clearFaultReply: stateReply(core) });
});
