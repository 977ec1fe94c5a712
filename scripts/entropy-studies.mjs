// Runs the studies of the bit source on simulated boards and puts their pictures into docs/images/entropy/ and their tables into docs/entropy-studies.md.
//   npm run build && node scripts/entropy-studies.mjs [study …]
// Everything is seeded: the same program gives the same tables and, but for the version in a subtitle, the same pictures.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const PAGE = join(root, 'docs/entropy-studies.md');
const IMAGES = join(root, 'docs/images/entropy');

/** For each study: what to run, pictures by their names in the run folder and in the documentation, tables by their files and marks in the page. */
const studies = {
  statistics: {
    run: ['bit-statistics'],
    images: { 'allan-deviation': 'allan-deviation' },
  },
  memory: {
    run: ['bit-statistics', '--pulse-width', '4ns', '--bits', '4194304'],
    images: { 'autocorrelation-stream': 'autocorrelation-4ns' },
  },
  broken: {
    run: ['bit-statistics', '--board', 'sim:broken', '--bits', '4194304'],
    images: { 'cell-map': 'cell-map-broken' },
  },
  drift: { run: ['bias-drift'], images: { drift: 'bias-drift' } },
  sweep: { run: ['min-entropy-sweep', '--bits', '1000000'], images: { 'min-entropy': 'min-entropy-sweep' } },
  comparison: {
    run: ['conditioning-comparison', '--bits', '1000000'],
    images: { 'p-values': 'p-values' },
    tables: { comparison: 'comparison.md' },
  },
  detection: {
    run: ['failure-detection', '--controller', 'both', '--rows', '64', '--limit', '8388608', '--seeds', '5'],
    images: { 'detection-controller-off': 'detection' },
    tables: { detection: 'detection.md' },
  },
};

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!(name in studies))
    throw new RangeError(`study must be one of ${Object.keys(studies).join(', ')}; got '${name}'`);

mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'spindrift-studies-'));
try {
  for (const [name, { run, images = {}, tables = {} }] of Object.entries(studies)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const out = join(folder, name);
    console.log(`${name}: spindrift run ${run.join(' ')}`);
    execFileSync(process.execPath, [join(root, 'dist/cli/main.js'), 'run', ...run, '--out', out], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const [from, to] of Object.entries(images))
      copyFileSync(join(out, 'plots', `${from}.png`), join(IMAGES, `${to}.png`));
    for (const [mark, file] of Object.entries(tables)) putTable(mark, readFileSync(join(out, file), 'utf8'));
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Replaces what stands between the marks of a table. */
function putTable(mark, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no marks ${begin} … ${end}`);
  writeFileSync(PAGE, `${page.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${page.slice(to)}`);
}
