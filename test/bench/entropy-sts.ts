import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededBits } from '../../lab/entropy/sp800-22/testing/seeded-bits.js';
import type { Benchmark, Measurement } from './harness.js';

const BITS = 1_000_000;
/** NIST's program, where it is installed: docs/sp800-22.md tells how to build it. */
const REFERENCE = process.env['SPINDRIFT_STS'];
const REPETITIONS = 5;

/** In a process of its own, so that starting the threads and compiling the kernels count. */
function ownUserS(file: string): number {
  const child = fileURLToPath(new URL('./entropy-sts-child.js', import.meta.url));
  return (JSON.parse(execFileSync(process.execPath, [child, file], { encoding: 'utf8' })) as { userS: number }).userS;
}

/** In its own folder, with the answers that it asks for: file, all tests, default parameters, one stream, packed bytes. bash tells its CPU time. It ends with 1 when all went well. */
function referenceUserS(program: string, file: string): number {
  const script = 'TIMEFORMAT=%U; { time "$0" "$1" > /dev/null; } 2>&1; true';
  const output = execFileSync('bash', ['-c', script, program, String(BITS)], {
    cwd: dirname(program),
    input: `0\n${file}\n1\n0\n1\n1\n`,
    encoding: 'utf8',
  });
  return Number(output.trim().split('\n').at(-1));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

export const stsBenchmarks: readonly Benchmark[] = [
  {
    id: 'entropy.sts',
    unit: 's',
    what: 'the fifteen tests of SP 800-22 on 1,000,000 bits, user CPU of all threads',
    against: 'NIST’s sts-2.1.2, where SPINDRIFT_STS names its assess',
    measure(): Promise<Measurement> {
      const folder = mkdtempSync(join(tmpdir(), 'spindrift-bench-'));
      try {
        const file = join(folder, 'bits');
        writeFileSync(file, seededBits(1, BITS).bytes);
        const own: number[] = [];
        const other: number[] = [];
        for (let i = 0; i < REPETITIONS; i++) {
          own.push(ownUserS(file));
          if (REFERENCE !== undefined) other.push(referenceUserS(REFERENCE, file));
        }
        const value = median(own);
        const found = { id: 'entropy.sts', unit: 's', value, best: Math.min(...own) };
        if (REFERENCE === undefined) return Promise.resolve(found);
        const reference = median(other);
        return Promise.resolve({ ...found, reference, ratio: reference / value });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];
