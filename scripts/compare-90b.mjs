// Holds the non-IID estimators against NIST's tool on random short data sets of every kind; prints each figure that differs by more than 1e-6.
//   npm run build && node scripts/compare-90b.mjs PATH/ea_non_iid [sets] [seed]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceFigures } from './lib/reference-90b.mjs';
import { root } from './lib/root.mjs';

const { ESTIMATORS, estimateMinEntropy } = await import(join(root, 'dist/lab/entropy/sp800-90b/index.js'));
const { RandomStream } = await import(join(root, 'dist/base/index.js'));
const [tool, sets = '100', seed = '1'] = process.argv.slice(2);
if (tool === undefined) throw new Error('usage: node scripts/compare-90b.mjs EA_NON_IID [sets] [seed]');

const folder = mkdtempSync(join(tmpdir(), 'spindrift-compare-'));
const file = join(folder, 'samples');
const count = { compared: 0, different: 0, refused: 0 };
try {
  for (let k = 0; k < Number(sets); k++) compare(k);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify(count));
process.exit(count.different > 0 ? 1 : 0);

function compare(k) {
  const { bits, kind, samples } = randomSet(RandomStream.from(Number(seed), 'compare', k));
  writeFileSync(file, samples);
  const found = estimateMinEntropy(samples, bits);
  const { status, stdout } = spawnSync(tool, ['-i', '-a', '-vv', file, String(bits)], { encoding: 'utf8' });
  // One value only, or too short: the tool ends by an error or a failed assertion.
  if (status !== 0) {
    count.refused++;
    return;
  }
  const reference = referenceFigures(stdout);
  for (const [name, own] of Object.entries({ literal: found.estimators, bitstring: found.bitstring ?? {} }))
    for (const id of ESTIMATORS) {
      const [value, wanted] = [own[id] ?? null, reference[name]?.[id]?.['min entropy'] ?? null];
      count.compared++;
      const same =
        value === null || wanted === null
          ? value === wanted
          : Math.abs(value - wanted) <= Math.max(1e-6 * wanted, 1e-12);
      if (same) continue;
      count.different++;
      console.log(`set ${k}, ${kind}, ${samples.length} of ${bits} bit: ${name} ${id} ${value}, the tool ${wanted}`);
    }
}

function randomSet(random) {
  const bits = 1 + random.integer(8);
  const length = 19 + random.integer(random.integer(2) === 0 ? 400 : 14_000);
  const values = 1 << bits;
  const alphabet = Array.from({ length: 1 + random.integer(Math.min(values, random.integer(2) === 0 ? 256 : 4)) }, () =>
    random.integer(values),
  );
  const stay = random.uniform();
  const period = 1 + random.integer(200);
  const one = () => alphabet[random.integer(alphabet.length)];
  const any = () => random.integer(values);
  const kinds = {
    uniform: any,
    sparse: one,
    sticky: (i, before) => (i > 0 && random.uniform() < stay ? before[i - 1] : one()),
    periodic: (i, before) => (i < period ? any() : before[i - period]),
    'nearly periodic': (i, before) => (i < period || random.uniform() < 0.01 * stay ? any() : before[i - period]),
    skew: () => alphabet[Math.floor(alphabet.length * random.uniform() ** 4)],
  };
  const kind = Object.keys(kinds)[random.integer(6)];
  const samples = new Uint8Array(length);
  for (let i = 0; i < length; i++) samples[i] = kinds[kind](i, samples);
  return { bits, kind, samples };
}
