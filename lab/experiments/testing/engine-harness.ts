import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { VirtualClock } from '../../../base/index.js';
import { readRun } from '../../runs/index.js';
import { defineExperiment, type Conclusion, type Experiment, type ExperimentContext } from '../define-experiment.js';
import type { EngineEvent, ExperimentEvent } from '../events.js';
import { count } from '../params.js';
import { runExperiment, type ExperimentOutcome, type RunOptions } from '../run-experiment.js';
import { FakeBoard } from './fake-board.js';

const params = z.object({ n: count({ default: 3, min: 1, max: 10 }), seed: count({ default: 1, min: 0 }) });

export type ProbeContext = ExperimentContext<z.output<typeof params>>;
export type Probe = Experiment<typeof params>;

/** An experiment for tests of the engine. */
export function probe(
  run: (ctx: ProbeContext) => AsyncGenerator<ExperimentEvent, void, undefined>,
  conclude?: (ctx: ProbeContext, end: Conclusion) => Promise<void>,
): Probe {
  return defineExperiment({
    id: 'probe',
    title: 'Probe',
    summary: 'For tests.',
    params,
    run,
    ...(conclude === undefined ? {} : { conclude }),
  });
}

/** A row event. */
export const row = (i: number): ExperimentEvent => ({ type: 'row', table: 't', values: { i } });

/** A fake board, a clock that stands still and a folder of its own, for one test. */
export class EngineHarness {
  readonly clock = new VirtualClock();
  readonly fake = new FakeBoard(this.clock);
  readonly events: EngineEvent[] = [];

  private constructor(readonly root: string) {}

  static async create(): Promise<EngineHarness> {
    return new EngineHarness(await mkdtemp(join(tmpdir(), 'spindrift-engine-')));
  }

  get runDir(): string {
    return join(this.root, 'run');
  }

  start(experiment: Probe, more: Partial<RunOptions> = {}): Promise<ExperimentOutcome> {
    return runExperiment(experiment, {
      board: this.fake.board,
      outDir: this.runDir,
      clock: this.clock,
      onEvent: (event) => this.events.push(event),
      ...more,
    });
  }

  /** The stored events of a type. */
  async stored(type: string): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for await (const { event } of (await readRun(this.runDir)).events()) if (event.type === type) found.push(event);
    return found;
  }

  dispose(): Promise<void> {
    return rm(this.root, { recursive: true });
  }
}
