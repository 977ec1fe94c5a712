// Writes what NIST's reference tool says of seeded restart data to test/vectors/sp800-90b/restart.json. Its cutoff is simulated: it may differ by one
// from run to run.
//   npm run build && node scripts/reference-vectors-90b-restart.mjs /path/to/ea_restart
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const { samplesOf } = await import(join(root, 'dist/lab/entropy/sp800-90b/testing/data-sets.js'));
const { RESTART_CASES } = await import(join(root, 'dist/lab/entropy/sp800-90b/testing/restart-cases.js'));
const tool = process.argv[2];
if (tool === undefined) throw new Error('usage: node scripts/reference-vectors-90b-restart.mjs EA_RESTART');

const folder = mkdtempSync(join(tmpdir(), 'spindrift-vectors-'));
const lines = [];
try {
  for (const { set, hInitial } of RESTART_CASES) {
    const { name, bits, seed } = set;
    const samples = samplesOf(set);
    writeFileSync(join(folder, name), samples);
    const sha256 = createHash('sha256').update(samples).digest('hex');
    const run = spawnSync(tool, ['-n', '-v', name, String(bits), String(hInitial)], { cwd: folder, encoding: 'utf8' });
    const text = run.stdout;
    const number = (pattern) => {
      const match = pattern.exec(text);
      return match === null ? null : Number(match[1]);
    };
    const vector = {
      name,
      bits,
      seed,
      sha256,
      hInitial,
      cutoff: number(/X_cutoff: (\d+)/),
      xMax: number(/X_max: (\d+)/),
      hRow: number(/^H_r: ([\d.]+)/m),
      hColumn: number(/^H_c: ([\d.]+)/m),
      minEntropy: number(/min\(H_r, H_c, H_I\): ([\d.]+)/),
    };
    console.log(JSON.stringify(vector));
    lines.push(` ${JSON.stringify(vector)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
writeFileSync(join(root, 'test/vectors/sp800-90b/restart.json'), `[\n${lines.join(',\n')}\n]\n`);
