import { spindrift } from '../../../proto/index.js';
import { invalid } from '../refusal.js';
import { verb } from './verb.js';

const { Severity } = spindrift.v1;

/** Chooses which log lines are sent. */
export const setLogLevel = verb('setLogLevel', (core, call, message) => {
  if (message.level < Severity.SEVERITY_DEBUG || message.level > Severity.SEVERITY_ERROR)
    throw invalid(`set_log_level: unknown severity ${message.level}`);
  core.log.level = message.level;
  call.finish();
});
