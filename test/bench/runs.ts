/** Searching a store of runs: with the index, and by reading every folder. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRun, readNotes, RunIndex, listRuns } from '../../lab/runs/index.js';
import type { Benchmark } from './harness.js';

const RUNS = 2000;

async function makeStore(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-bench-runs-'));
  for (let i = 0; i < RUNS; i++) {
    const dir = join(root, `run-${i}`);
    await mkdir(dir);
    const manifest = {
      format: 'spindrift-run',
      version: 1,
      id: `bench-${i}`,
      experiment: i % 3 === 0 ? 'resistance-map' : 'switching-probability',
      params: { pulseWidthS: i * 1e-12, order: 'rows', passes: 3, readVoltageV: 0.1 },
      board: { uri: `sim:typical?seed=${i}`, kind: 'simulated', limits: { rows: 64, cols: 64 } },
      versions: { spindrift: '0.1.0', node: '20' },
      started: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
      host: { name: 'h', platform: 'linux', arch: 'x64' },
      process: { pid: 1 },
    };
    const result = {
      status: 'finished',
      ended: manifest.started,
      seconds: 1,
      events: 1,
      results: { tmr: i / RUNS },
      energy: null,
      artifacts: [],
    };
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(dir, 'result.json'), JSON.stringify(result));
    await utimes(dir, new Date(0), new Date(0));
  }
  return root;
}

export const runsBenchmarks: readonly Benchmark[] = [
  {
    id: 'runs.search',
    unit: 'run/s',
    what: `looking at ${RUNS} folders and searching them by a parameter, with the cached index of a new process`,
    against: 'reading every folder',
    repetitions: 3,
    prepare: async () => {
      const root = await makeStore();
      await new RunIndex(root).refresh();
      return {
        subject: {
          amount: RUNS,
          work: async () => {
            const index = new RunIndex(root);
            await index.refresh();
            index.search('pulseWidthS>1ns result.tmr<0.9');
          },
        },
        reference: {
          amount: RUNS,
          work: async () => {
            const { runs } = await listRuns(root);
            for (const { dir } of runs) {
              await readNotes(dir);
              const { manifest } = await readRun(dir);
              if (manifest.params['pulseWidthS'] === undefined) throw new Error('a parameter is missing');
            }
          },
        },
        close: () => rm(root, { recursive: true }),
      };
    },
  },
];
