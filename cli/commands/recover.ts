import { formatBytes } from '../../base/index.js';
import { recoverCapture } from '../../lab/capture/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';

/** `spindrift recover DIR`: makes the folder of a run whole whose process was killed. */
export const recover: CommandAction<{ readonly force?: boolean }, [dir: string]> = async (
  { out, clock },
  { force = false },
  dir,
) => {
  const recovery = await recoverCapture(dir, { clock, force });
  out.result(recovery, () =>
    recovery.recovered
      ? `${recovery.dir}: ${recovery.events} events kept, ${formatBytes(recovery.truncatedBytes)} of a torn end cut off, marked ${recovery.state}`
      : `${recovery.dir}: nothing to recover, the run is ${recovery.state} with ${recovery.events} events`,
  );
  if (recovery.damagedLines > 0 || recovery.missingEvents > 0) {
    out.note(
      `warning: ${recovery.damagedLines} damaged lines, ${recovery.missingEvents} events missing; the rest is readable`,
    );
  }
  return EXIT.done;
};
