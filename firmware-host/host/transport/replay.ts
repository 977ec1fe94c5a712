/** The way to a recording that answers as its board did. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BoardNotFoundError, type Clock } from '../../../base/index.js';
import { ReplayBoard, WIRE_FILE, WireRecording } from '../recording/index.js';
import { formatReplayUri, type ReplaySpec } from '../uri.js';
import { InProcessTransport } from './in-process.js';
import type { Transport } from './transport.js';

/** How a recording is opened. */
export interface ReplayOptions {
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * A transport to the recording of a run, or to a file of its own.
 * @throws BoardNotFoundError if there is none; FileError; DataError for a damaged one; an AbortError
 */
export async function replayTransport(spec: ReplaySpec, options: ReplayOptions = {}): Promise<Transport> {
  const recording = await WireRecording.open(recordingOf(spec.run), options.signal);
  const board = new ReplayBoard(recording, { speed: spec.speed, clock: options.clock });
  return new InProcessTransport(board, formatReplayUri(spec));
}

/** The file: what was named, or what is in the folder that was named. */
function recordingOf(run: string): string {
  const entry = statSync(run, { throwIfNoEntry: false });
  if (entry === undefined)
    throw new BoardNotFoundError(`there is no run and no recording at ${run}`, {
      nextStep: 'list the runs with `spindrift runs`',
    });
  if (!entry.isDirectory()) return run;
  const file = join(run, WIRE_FILE);
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return file;
  throw new BoardNotFoundError(`the run ${run} holds no frames that could be replayed`, {
    nextStep: 'record them with the run: spindrift run … --record-wire',
  });
}
