// Writes what NIST's reference tool says of the seeded data sets to test/vectors/sp800-90b/non-iid.json.
//   npm run build && node scripts/reference-vectors-90b.mjs /path/to/ea_non_iid
// docs/entropy-assessment.md says which version and how to build it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceFigures } from './lib/reference-90b.mjs';
import { root } from './lib/root.mjs';

const { FAST_DATA_SETS, LONG_DATA_SETS, samplesOf } = await import(
  join(root, 'dist/lab/entropy/sp800-90b/testing/data-sets.js')
);
const tool = process.argv[2];
if (tool === undefined) throw new Error('usage: node scripts/reference-vectors-90b.mjs EA_NON_IID');

const folder = mkdtempSync(join(tmpdir(), 'spindrift-vectors-'));
try {
  for (const [name, sets] of Object.entries({ fast: FAST_DATA_SETS, long: LONG_DATA_SETS }))
    writeFileSync(
      join(root, 'test/vectors/sp800-90b', `non-iid-${name}.json`),
      `${JSON.stringify(sets.map(vectorOf), null, 1)}\n`,
    );
} finally {
  rmSync(folder, { recursive: true });
}

function vectorOf(set) {
  const samples = samplesOf(set);
  const file = join(folder, set.name);
  writeFileSync(file, samples);
  const run = (...flags) => {
    const { status, stdout, stderr } = spawnSync(tool, [...flags, file, String(set.bits)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${set.name}: ${status} ${stdout} ${stderr}`);
    return stdout;
  };
  const { name, bits, length, seed } = set;
  console.log(name);
  const sha256 = createHash('sha256').update(samples).digest('hex');
  const all = referenceFigures(run('-i', '-a', '-vv'));
  const conditioned = referenceFigures(run('-c', '-a', '-vv'));
  return { name, bits, length, seed, sha256, ...all, hConditioned: conditioned.hBitstring };
}
