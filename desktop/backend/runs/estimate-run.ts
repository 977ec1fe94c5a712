/** How long a run would take, by those that are in the store. */
import { join } from 'node:path';
import {
  parseParams,
  TELEMETRY_BYTES,
  type Experiment,
  type PlannedArray,
  type PlannedWork,
} from '../../../lab/experiments/index.js';
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

/** Where a run would be made. */
interface Place {
  readonly array: PlannedArray | undefined;
  /** Of the board. */
  readonly kind: string;
  readonly store: RunStore;
  readonly telemetryPeriodMs: number;
  /** Whether frames of the link are kept, too. */
  readonly recordWire: boolean;
}

/** What a run would be. @throws RangeError for parameters that the experiment or the array cannot do */
export async function estimateRun(
  experiment: Experiment,
  given: Readonly<Record<string, unknown>>,
  { array, kind, store, telemetryPeriodMs, recordWire }: Place,
): Promise<RunEstimate> {
  const params: Readonly<Record<string, unknown>> = parseParams(experiment, given);
  const work = array && (await experiment.work?.(params, array));
  if (array === undefined || work === undefined) return {};
  const time = await timeOf(experiment, work, array, kind, store);
  // On silicon board time passes as fast as any other.
  const seconds = Math.max(time?.seconds ?? 0, kind === 'real' ? (work.boardS ?? 0) : 0);
  const known = { work, ...(time === undefined ? {} : { time }), ...(seconds === 0 ? {} : { seconds }) };
  const { bytes, linkBytes } = work.uses ?? {};
  if (bytes === undefined || (recordWire && linkBytes === undefined)) return known;
  const readings = (1000 * seconds) / telemetryPeriodMs;
  const whole = bytes + (recordWire ? linkBytes! : 0) + readings * TELEMETRY_BYTES;
  return { ...known, disk: { bytes: whole, atLeast: seconds === 0 } };
}

/** By the last run. */
async function timeOf(
  experiment: Experiment,
  work: PlannedWork,
  array: PlannedArray,
  kind: string,
  store: RunStore,
): Promise<RunEstimate['time']> {
  await store.looked();
  // Newest first.
  const last = store.index.entries.find(
    (run) => run.experiment === experiment.id && run.state === 'finished' && run.boardKind === kind,
  );
  if (last === undefined || last.seconds === null) return undefined;
  const { manifest } = await readRun(join(store.root, last.name));
  const before = await workOf(experiment, manifest.params, { ...array, ...geometryOf(manifest.board) });
  if (before === undefined || before.unit !== work.unit || !(effort(before) > 0)) return undefined;
  const seconds = (last.seconds * effort(work)) / effort(before);
  return { seconds, run: last.name, started: last.started };
}

/** What the time of a run goes with: products, where it forms any. */
function effort({ amount, uses }: PlannedWork): number {
  return uses?.macs ?? amount;
}

/** The work of a stored run; nothing where its parameters are of another version of the experiment. */
async function workOf(experiment: Experiment, given: Readonly<Record<string, unknown>>, array: PlannedArray) {
  try {
    const params: Readonly<Record<string, unknown>> = parseParams(experiment, given);
    return await experiment.work?.(params, array);
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
