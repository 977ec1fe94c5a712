import { spindrift } from '../../../proto/index.js';
import { Refusal, invalid, wrongState } from '../refusal.js';
import { verb } from './verb.js';

const { RebootTarget, Status } = spindrift.v1;

/** Restarts the board: OK, then the session is gone and the boot id is new. */
export const reboot = verb('reboot', (core, call, message) => {
  if (message.target === RebootTarget.REBOOT_TARGET_BOOTLOADER)
    throw new Refusal(Status.STATUS_NOT_IMPLEMENTED, 'reboot: a stand-in has no boot loader');
  if (message.target > RebootTarget.REBOOT_TARGET_BOOTLOADER) throw invalid(`reboot: unknown target ${message.target}`);
  if (message.confirm !== core.bootId)
    throw wrongState(`reboot: confirm = ${message.confirm} is not the boot id in force`);
  call.finish({ body: 'rebootReply', rebootReply: {} });
  core.restart();
});
