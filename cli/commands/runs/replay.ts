import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { formatDuration } from '../../../base/index.js';
import { WIRE_FILE } from '../../../firmware-host/host/recording/wire-file.js';
import { readRun, replayRun, type ReplayOptions } from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { findRun } from '../../find-run.js';
import { pairs } from '../../table.js';
import { eventText } from './event-text.js';

/** The flags of `spindrift replay`. */
export interface ReplayFlags {
  readonly dir?: string;
  readonly speed?: number;
  /** s from the first event. */
  readonly from?: number;
  /** s of the run. */
  readonly longestPause?: number;
}

/** `spindrift replay RUN`: the events of a run again, each at its time. */
export const replay: CommandAction<ReplayFlags, [run: string]> = async (
  { out, clock, signal },
  { dir = DEFAULT_RUNS, speed = 1, from, longestPause },
  name,
) => {
  const run = await readRun(await findRun(name, dir));
  const recorded = await stat(join(run.dir, WIRE_FILE)).then(
    ({ size }) => size,
    () => undefined,
  );
  const counts: Record<string, number> = {};
  let lastS = 0;
  // A script wants to know what is in there, not to wait for it.
  const options: ReplayOptions = {
    speed: out.json ? Infinity : speed,
    clock,
    signal,
    ...(from === undefined ? {} : { fromS: from }),
    ...(longestPause === undefined ? {} : { longestPauseS: longestPause }),
  };
  for await (const { atS, event } of replayRun(run.dir, options)) {
    lastS = atS;
    counts[event.event.type] = (counts[event.event.type] ?? 0) + 1;
    if (!out.json) out.text(`${atS.toFixed(3).padStart(10)} s  ${eventText(event.event)}\n`);
  }
  const wire = recorded === undefined ? null : { file: join(run.dir, WIRE_FILE), bytes: recorded };
  const found = { run: run.dir, id: run.manifest.id, state: run.state, events: counts, seconds: lastS, wire };
  out.result(found, () =>
    pairs([
      ['run', run.dir],
      ['state', run.state],
      ['took', formatDuration(lastS)],
      ['as a board', wire === null ? 'no: it was made without --record-wire' : `--board replay:${run.dir}`],
    ]),
  );
  return EXIT.done;
};
