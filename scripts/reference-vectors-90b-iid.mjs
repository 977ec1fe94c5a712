// Writes what NIST's reference tool says of the seeded data sets to test/vectors/sp800-90b/iid-{fast,long}.json: the figures that do not depend on its
// shuffles. The tool is stopped once it has printed them.
//   npm run build && node scripts/reference-vectors-90b-iid.mjs /path/to/ea_iid
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const { FAST_DATA_SETS, LONG_DATA_SETS, samplesOf } = await import(
  join(root, 'dist/lab/entropy/sp800-90b/testing/data-sets.js')
);
const tool = process.argv[2];
if (tool === undefined) throw new Error('usage: node scripts/reference-vectors-90b-iid.mjs EA_IID');

const STATISTICS = {
  excursion: 'excursion',
  numDirectionalRuns: 'directionalRuns',
  lenDirectionalRuns: 'longestDirectionalRun',
  numIncreasesDecreases: 'increasesDecreases',
  numRunsMedian: 'medianRuns',
  lenRunsMedian: 'longestMedianRun',
  avgCollision: 'averageCollision',
  maxCollision: 'maximumCollision',
  compression: 'compression',
  ...Object.fromEntries(
    [1, 2, 8, 16, 32].flatMap((lag) => [
      [`periodicity(${lag})`, `periodicity${lag}`],
      [`covariance(${lag})`, `covariance${lag}`],
    ]),
  ),
};

const folder = mkdtempSync(join(tmpdir(), 'spindrift-vectors-'));
try {
  for (const [name, sets] of Object.entries({ fast: FAST_DATA_SETS, long: LONG_DATA_SETS })) {
    const vectors = [];
    for (const set of sets) vectors.push(await vectorOf(set));
    const lines = vectors.map((vector) => ` ${JSON.stringify(vector)}`);
    writeFileSync(join(root, `test/vectors/sp800-90b/iid-${name}.json`), `[\n${lines.join(',\n')}\n]\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function vectorOf(set) {
  const samples = samplesOf(set);
  const file = join(folder, set.name);
  writeFileSync(file, samples);
  const { name, bits, length, seed } = set;
  const text = await figuresOf(file, bits);
  const sha256 = createHash('sha256').update(samples).digest('hex');
  const independence = test(text, 'Chi square independence');
  const goodnessOfFit = test(text, 'Chi square goodness of fit');
  const label = 'Literal Longest Repeated Substring results: ';
  const lrs = {
    pcol: figure(text, `${label}P_col`),
    w: figure(text, `${label}W`),
    p: figure(text, `${label}Pr(X >= 1)`),
  };
  const statistics = {};
  for (const [theirs, ours] of Object.entries(STATISTICS)) {
    const value = figure(text, `Permutation testing: Unpermuted result ${theirs}`);
    if (value !== undefined) statistics[ours] = value;
  }
  console.log(name, lrs.w ?? 'no LRS', Object.keys(statistics).length);
  return { name, bits, length, seed, sha256, independence, goodnessOfFit, lrs, statistics };
}

function test(text, label) {
  return { t: figure(text, `${label}: T`), df: figure(text, `${label}: df`), p: figure(text, `${label}: P-value`) };
}

function figure(text, label) {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${label} = `));
  return line === undefined ? undefined : Number(line.slice(label.length + 3));
}

/** What the tool prints up to the last figure that does not depend on chance, or until it gives up. */
function figuresOf(file, bits) {
  const child = spawn('stdbuf', ['-oL', tool, '-i', '-a', '-vv', file, String(bits)]);
  let text = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(text));
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (/Unpermuted result compression = \d+\n/.test(text)) child.kill('SIGKILL');
    });
  });
}
