/** How long a run would take, by those that are in the store. */
import { join } from 'node:path';
import { parseParams, type Experiment, type PlannedArray } from '../../../lab/experiments/index.js';
import { readRun } from '../../../lab/runs/index.js';
import { DEFAULT_LINES, parseBoardUri } from '../../../firmware-host/host/index.js';
import type { BoardEntry, RunEstimate } from '../../rpc/api/index.js';
import type { RunStore } from './run-store.js';

/** The array of a board that may not be open; nothing where only the board itself could tell. */
export function arrayOf(uri: string, { identity, limits }: Partial<BoardEntry> = {}): PlannedArray | undefined {
  if (identity !== undefined) {
    const { rows, cols } = identity.geometry;
    return { rows, cols, limits };
  }
  const parsed = parseBoardUri(uri);
  if (parsed.scheme !== 'sim' && parsed.scheme !== 'emu') return undefined;
  const { rows = DEFAULT_LINES, cols = DEFAULT_LINES } = parsed;
  return { rows, cols };
}

/** What a run would be. @throws RangeError for parameters that the experiment or the array cannot do */
export async function estimateRun(
  experiment: Experiment,
  given: Readonly<Record<string, unknown>>,
  array: PlannedArray | undefined,
  kind: string,
  store: RunStore,
): Promise<RunEstimate> {
  const params: Readonly<Record<string, unknown>> = parseParams(experiment, given);
  const work = array && experiment.work?.(params, array);
  if (array === undefined || work === undefined) return {};
  await store.looked();
  // Newest first.
  const last = store.index.entries.find(
    (run) => run.experiment === experiment.id && run.state === 'finished' && run.boardKind === kind,
  );
  if (last === undefined || last.seconds === null) return { work };
  const { manifest } = await readRun(join(store.root, last.name));
  const before = workOf(experiment, manifest.params, { ...array, ...geometryOf(manifest.board) });
  if (before === undefined || before.unit !== work.unit || !(before.amount > 0)) return { work };
  const seconds = (last.seconds * work.amount) / before.amount;
  return { work, time: { seconds, run: last.name, started: last.started } };
}

/** The work of a stored run; nothing where its parameters are of another version of the experiment. */
function workOf(experiment: Experiment, given: Readonly<Record<string, unknown>>, array: PlannedArray) {
  try {
    const params: Readonly<Record<string, unknown>> = parseParams(experiment, given);
    return experiment.work?.(params, array);
  } catch {
    return undefined;
  }
}

/** The array that a manifest tells of. */
function geometryOf(board: Readonly<Record<string, unknown>> | null): Pick<PlannedArray, 'rows' | 'cols'> | undefined {
  const geometry = board?.['geometry'];
  if (typeof geometry !== 'object' || geometry === null) return undefined;
  const { rows, cols } = geometry as { rows?: unknown; cols?: unknown };
  return typeof rows === 'number' && typeof cols === 'number' ? { rows, cols } : undefined;
}
