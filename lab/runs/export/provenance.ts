import { BOARD_KINDS, type BoardKind } from '../../../firmware-host/host/board-types.js';
import type { RunManifest } from '../manifest.js';
import type { StoredRun } from '../read-run.js';

/** What every file says that holds data of a stand-in. */
export const STAND_IN_NOTICE =
  'From a simulated or emulated board, not from a physical one: bits are pseudo-random and not entropy, energy figures of the board are modelled.';
/** What every file says that holds data of a replay. */
export const REPLAY_NOTICE =
  'From a recording that was replayed, not from a board: its bits are known to whoever has the recording and are not entropy, energy figures of the board are modelled.';
/** What is said where the run does not tell what its board was. */
const UNKNOWN_NOTICE = 'The run does not say what kind of board it was made on.';

/** Where exported data come from. */
export interface RunProvenance {
  readonly run: string;
  readonly experiment: string;
  /** `real`, `emulated`, `simulated`, `replayed`, `none` or `unknown`. */
  readonly boardKind: string;
  readonly board: string;
  /** Present where the data are not of a physical board. */
  readonly notice?: string;
  readonly started: string;
  /** State of the run when it was exported. */
  readonly state: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seed?: number | string;
}

/** Kind of the board that a manifest names. */
export function boardKind({ board }: Pick<RunManifest, 'board'>): BoardKind | 'none' | 'unknown' {
  if (board === null) return 'none';
  const { kind } = board;
  return BOARD_KINDS.find((known) => known === kind) ?? 'unknown';
}

/** What must be said of data of a run; undefined for a physical board, and for a run without any. */
export function noticeOf(manifest: Pick<RunManifest, 'board'>): string | undefined {
  const kind = boardKind(manifest);
  if (kind === 'simulated' || kind === 'emulated') return STAND_IN_NOTICE;
  if (kind === 'replayed') return REPLAY_NOTICE;
  return kind === 'unknown' ? UNKNOWN_NOTICE : undefined;
}

/** URI and serial number of the board of a run; `none` where it had none. */
export function boardName({ board }: Pick<RunManifest, 'board'>): string {
  if (board === null) return 'none';
  return [board['uri'], board['serial']].filter((part) => typeof part === 'string').join(' ');
}

/** Provenance of the data of a run. */
export function provenanceOf({ manifest, state }: Pick<StoredRun, 'manifest' | 'state'>): RunProvenance {
  const { id, experiment, started, versions, seed } = manifest;
  const notice = noticeOf(manifest);
  return {
    run: id,
    experiment,
    boardKind: boardKind(manifest),
    board: boardName(manifest),
    ...(notice === undefined ? {} : { notice }),
    started,
    state,
    versions,
    ...(seed === undefined ? {} : { seed }),
  };
}
