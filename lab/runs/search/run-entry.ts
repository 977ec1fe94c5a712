import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { boardKind } from '../export/provenance.js';
import type { RunManifest, RunState } from '../manifest.js';
import { readNotes } from '../notes/run-notes.js';
import { writerState } from '../process-identity.js';
import { readRun } from '../read-run.js';

/** A plain value that a search can compare. */
export type Scalar = number | string | boolean;

/** What the index keeps of a run: nothing that grows with its log. */
export interface RunEntry {
  /** Name of its folder. */
  readonly name: string;
  readonly id: string;
  readonly experiment: string;
  readonly state: RunState;
  /** ISO 8601 with offset. */
  readonly started: string;
  readonly seconds: number | null;
  /** URI of the board, and its serial number where it has one. */
  readonly board: string;
  readonly serial: string;
  /** `real`, `emulated`, `simulated`, `none`, `unknown`. */
  readonly boardKind: string;
  readonly params: Readonly<Record<string, Scalar>>;
  readonly results: Readonly<Record<string, Scalar>>;
  readonly error: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly star: boolean;
}

/** A folder that looks like a run and cannot be read. */
export interface RunProblem {
  readonly name: string;
  readonly message: string;
}

/** What the index keeps of a folder. */
export interface IndexedFolder {
  /** Changes when a file of the folder is replaced; null when it changed too lately to be trusted. */
  readonly stamp: number | null;
  readonly entry?: RunEntry;
  readonly problem?: string;
  /** Of a run without a result: who writes it. */
  readonly writer?: Pick<RunManifest, 'process' | 'host'>;
}

const LONGEST_VALUE = 200;

/** Plain values at any depth, by dotted name: `fit.xi`. Lists are left out. */
export function scalarsOf(
  values: Readonly<Record<string, unknown>>,
  prefix = '',
  into: Record<string, Scalar> = {},
): Record<string, Scalar> {
  for (const [key, value] of Object.entries(values)) {
    const name = prefix + key;
    if (typeof value === 'number' || typeof value === 'boolean') into[name] = value;
    else if (typeof value === 'string') into[name] = value.slice(0, LONGEST_VALUE);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      scalarsOf(value as Record<string, unknown>, `${name}.`, into);
    }
  }
  return into;
}

/** Reads what the index keeps of a folder. A folder that cannot be read is kept as a problem. */
export async function indexFolder(dir: string, stamp: number | null): Promise<IndexedFolder> {
  try {
    const { manifest, result, state } = await readRun(dir);
    const notes = await readNotes(dir);
    const { id, experiment, started, board, params, process, host } = manifest;
    const entry: RunEntry = {
      name: basename(dir),
      id,
      experiment,
      state,
      started,
      seconds: result?.seconds ?? null,
      board: text(board?.['uri']),
      serial: text(board?.['serial']),
      boardKind: boardKind(manifest),
      params: scalarsOf(params),
      results: scalarsOf(result?.results ?? {}),
      error: result?.error?.message ?? '',
      title: notes.title,
      text: notes.text,
      tags: notes.tags,
      star: notes.star,
    };
    return { stamp, entry, ...(result === undefined ? { writer: { process, host } } : {}) };
  } catch (error) {
    return { stamp, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The entry with the state that a run without a result has now. */
export function currentEntry({ entry, writer }: IndexedFolder): RunEntry | undefined {
  if (entry === undefined || writer === undefined) return entry;
  const state = writerState(writer) === 'gone' ? 'interrupted' : 'running';
  return state === entry.state ? entry : { ...entry, state };
}

/** File systems keep times in steps; what changed so lately may change again within the same one, milliseconds. */
const STEP_MS = 2000;

/** The stamp of a folder: it changes with every file that is put there by a new name or a rename, and so with every file that we write. */
export async function folderStamp(dir: string, nowMs: number): Promise<number | null | undefined> {
  const entry = await stat(dir).catch(() => undefined);
  if (entry?.isDirectory() !== true) return undefined;
  return nowMs - entry.mtimeMs < STEP_MS ? null : entry.mtimeMs;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
