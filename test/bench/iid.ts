import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RandomStream } from '../../base/index.js';
import { loadBzip2 } from '../../lab/entropy/sp800-90b/iid/bzip2-length.js';
import { PermutationKernel } from '../../lab/entropy/sp800-90b/iid/permutation-kernel.js';
import { PLACE } from '../../lab/entropy/sp800-90b/iid/statistics.js';
import { restartCutoff } from '../../lab/entropy/sp800-90b/restart/index.js';
import { LONG_DATA_SETS, samplesOf } from '../../lab/entropy/sp800-90b/testing/data-sets.js';
import type { Benchmark, Side } from './harness.js';

/** NIST's tool, where it is installed: docs/entropy-assessment.md tells how to build it. */
const REFERENCE = process.env['SPINDRIFT_EA_IID'];
/** Rounds that the reference does on 5000 sorted samples: compression is never decided, and it does all of them. */
const REFERENCE_ROUNDS = 10_000;
const REFERENCE_SAMPLES = 5000;

/** Rounds on one thread. */
function rounds(
  id: string,
  what: string,
  samples: () => Uint8Array,
  compression: boolean,
  reference?: Side,
): Benchmark {
  return {
    id,
    unit: 'round/s',
    what,
    ...(reference === undefined ? {} : { against: 'NIST’s ea_iid, one thread' }),
    repetitions: reference === undefined ? 5 : 1,
    async prepare() {
      const bzip2 = await loadBzip2();
      const kernel = new PermutationKernel(samples());
      let round = 0;
      const subject = {
        amount: 1,
        work: () => {
          kernel.reset();
          kernel.shuffle(RandomStream.from(1, 'bench', round++).snapshot().state);
          kernel.measure((place) => compression || place !== PLACE.compression, bzip2);
        },
      };
      return reference === undefined ? { subject } : { subject, reference };
    },
  };
}

const million = (name: string) => (): Uint8Array => samplesOf(LONG_DATA_SETS.find((set) => set.name === name)!);
const sorted = (): Uint8Array => million('uniform-4-million')().subarray(0, REFERENCE_SAMPLES).slice().sort();

/** The tool does all its rounds on samples whose compression cannot be decided. */
const reference = (tool: string): Side => ({
  amount: REFERENCE_ROUNDS,
  async work() {
    const folder = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
    try {
      await writeFile(join(folder, 'sorted'), sorted());
      const child = spawn(tool, ['-i', '-a', '-q', join(folder, 'sorted'), '4'], {
        stdio: 'ignore',
        env: { ...process.env, OMP_NUM_THREADS: '1' },
      });
      await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});

/** The tests of the IID assumption, and the cutoff of the restart test. */
export const iidBenchmarks: readonly Benchmark[] = [
  rounds('entropy.iid', 'permutation round, 1,000,000 bits, all statistics', million('fair-1-million'), true),
  rounds(
    'entropy.iid.decided',
    'permutation round, 1,000,000 bits, compression decided',
    million('fair-1-million'),
    false,
  ),
  rounds('entropy.iid.8bit', 'permutation round, 1,000,000 bytes, all statistics', million('uniform-8-million'), true),
  ...(REFERENCE === undefined
    ? []
    : [
        rounds(
          'entropy.iid.sorted',
          'permutation round, 5000 sorted samples of 4 bit',
          sorted,
          true,
          reference(REFERENCE),
        ),
      ]),
  {
    id: 'entropy.restartCutoff',
    unit: 'cutoff/s',
    what: 'exact cutoff of the restart test at H = 5.2',
    prepare: () => ({ subject: { amount: 1, work: () => void restartCutoff(5.2) } }),
  },
];
