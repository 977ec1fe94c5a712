import { spindrift } from '../../../proto/index.js';
import { acceptDrive } from '../drive.js';
import { Refusal, invalid } from '../refusal.js';
import { COIL_SETTLE_S, DAC_SETTLE_S } from '../timings.js';
import { verb } from './verb.js';

const { BoardState, Status } = spindrift.v1;

/** Replaces all drive settings. */
export const setConfig = verb('setConfig', (core, call, message) => {
  if (core.safety.state === BoardState.BOARD_STATE_RUNNING)
    throw new Refusal(Status.STATUS_BUSY, 'set_config: a verb is using the array', 20);
  const { config } = message;
  if (config == null) throw invalid('set_config: config is missing; it replaces all settings');
  const actual = acceptDrive(config);
  const { hardware } = core;
  const coilMoves = actual.fieldUt !== hardware.drive.fieldUt;
  hardware.setDrive(actual);
  hardware.meters.spend({ arrayS: coilMoves ? COIL_SETTLE_S : DAC_SETTLE_S });
  call.finish({ body: 'setConfigReply', setConfigReply: { actual, configHash: core.configHash } });
});
