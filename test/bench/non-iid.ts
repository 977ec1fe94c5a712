import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LONG_DATA_SETS, samplesOf } from '../../lab/entropy/sp800-90b/testing/data-sets.js';
import type { Benchmark, Measurement } from './harness.js';

/** NIST's tool, where it is installed: docs/entropy-assessment.md tells how to build it. */
const REFERENCE = process.env['SPINDRIFT_EA_NON_IID'];
const REPETITIONS = 3;

/** User CPU of all threads, s, and the peak of memory, bytes. */
export interface Cost {
  readonly userS: number;
  readonly peakBytes: number;
}

function nonIid(id: string, set: string, bits: number): Benchmark {
  const unit = 's';
  return {
    id,
    unit,
    what: `non-IID assessment of 1,000,000 ${bits === 1 ? 'bits' : 'bytes'}, user CPU of all threads`,
    against: 'NIST’s ea_non_iid, where SPINDRIFT_EA_NON_IID names it',
    async measure(): Promise<Measurement> {
      const folder = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
      try {
        const file = join(folder, 'samples');
        await writeFile(file, samplesOf(LONG_DATA_SETS.find(({ name }) => name === set)!));
        const own: Cost[] = [];
        const other: Cost[] = [];
        for (let i = 0; i < REPETITIONS; i++) {
          own.push(await ownCost(file, bits));
          if (REFERENCE !== undefined) other.push(await referenceCost(REFERENCE, file, bits));
        }
        const median = (costs: readonly Cost[]): number =>
          costs.map(({ userS }) => userS).sort((a, b) => a - b)[Math.floor(costs.length / 2)]!;
        const peak = (costs: readonly Cost[]): number => Math.max(...costs.map(({ peakBytes }) => peakBytes));
        const value = median(own);
        const found = { id, unit, value, best: Math.min(...own.map(({ userS }) => userS)), peakBytes: peak(own) };
        if (REFERENCE === undefined) return found;
        const reference = median(other);
        return { ...found, reference, ratio: reference / value, referencePeakBytes: peak(other) };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** In a process of its own, so that the peak of memory is that of the assessment. */
async function ownCost(file: string, bits: number): Promise<Cost> {
  const child = fileURLToPath(new URL('./non-iid-child.js', import.meta.url));
  return JSON.parse(await outputOf(process.execPath, [child, file, String(bits)])) as Cost;
}

/** bash tells the CPU time of what it ran, the kernel the peak of a process that still lives. */
async function referenceCost(tool: string, file: string, bits: number): Promise<Cost> {
  let peakBytes = 0;
  const script = 'TIMEFORMAT=%U; time "$0" -i -a -q "$1" "$2" > /dev/null';
  const output = await outputOf('bash', ['-c', script, tool, file, String(bits)], async (pid) => {
    for (const one of await childrenOf(pid)) {
      const status = await readFile(`/proc/${one}/status`, 'utf8').catch(() => '');
      peakBytes = Math.max(peakBytes, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  });
  return { userS: Number(output.trim().split('\n').at(-1)), peakBytes };
}

async function childrenOf(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter((part) => part !== '');
}

/** What a program writes to either output. */
async function outputOf(
  command: string,
  args: readonly string[],
  watch?: (pid: number) => Promise<void>,
): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const timer = watch === undefined ? undefined : setInterval(() => void watch(child.pid!), 10);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${String(code)}\n${text}`);
  return text;
}

/** CPU time of the estimators of SP 800-90B. */
export const nonIidBenchmarks: readonly Benchmark[] = [
  nonIid('entropy.nonIid.1bit', 'fair-1-million', 1),
  nonIid('entropy.nonIid.8bit', 'uniform-8-million', 8),
];
