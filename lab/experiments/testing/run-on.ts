import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { VirtualClock } from '../../../base/index.js';
import type { Board } from '../../../firmware-host/host/index.js';
import { readRun } from '../../runs/index.js';
import type { Experiment } from '../define-experiment.js';
import { runExperiment, type ExperimentOutcome, type RunOptions } from '../run-experiment.js';

/** A run that has ended, read back from its folder. */
export interface RunUnderTest {
  readonly outcome: ExperimentOutcome;
  /** Rows of each table. */
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
  readonly notes: readonly string[];
  /** Last progress of each unit. */
  readonly progress: Readonly<Record<string, { readonly done: number; readonly total: number }>>;
  /** Names of the pictures in `plots/`, without ending. */
  readonly plots: readonly string[];
}

/** Runs an experiment into a folder of its own, which is removed again. */
export async function runOn<S extends z.ZodObject>(
  experiment: Experiment<S>,
  board: Board,
  options: Partial<RunOptions> & { readonly clock?: VirtualClock } = {},
): Promise<RunUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-experiment-'));
  try {
    const outDir = join(root, 'run');
    const progress: Record<string, { done: number; total: number }> = {};
    const outcome = await runExperiment(experiment, {
      board,
      outDir,
      ...options,
      onEvent: (event) => {
        if (event.type === 'progress') progress[event.unit] = { done: event.done, total: event.total ?? NaN };
        return options.onEvent?.(event);
      },
    });
    const tables = new Map<string, Record<string, unknown>[]>();
    const notes: string[] = [];
    for await (const { event } of (await readRun(outDir)).events()) {
      if (event.type === 'note') notes.push(event['text'] as string);
      if (event.type !== 'row') continue;
      const name = event['table'] as string;
      const rows = tables.get(name) ?? [];
      rows.push(event['values'] as Record<string, unknown>);
      tables.set(name, rows);
    }
    const files = await readdir(join(outDir, 'plots')).catch((): string[] => []);
    const plots = files.filter((file) => file.endsWith('.svg')).map((file) => file.replace('.svg', ''));
    return { outcome, tables, notes, progress, plots };
  } finally {
    await rm(root, { recursive: true });
  }
}
