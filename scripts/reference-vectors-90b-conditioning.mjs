// Writes what NIST's reference tool says of conditioning functions to test/vectors/sp800-90b/conditioning.json.
//   node scripts/reference-vectors-90b-conditioning.mjs /path/to/ea_conditioning
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const tool = process.argv[2];
if (tool === undefined) throw new Error('usage: node scripts/reference-vectors-90b-conditioning.mjs EA_CONDITIONING');
const folder = join(root, 'test/vectors/sp800-90b');
const { rows } = JSON.parse(readFileSync(join(folder, 'output-entropy-exact.json'), 'utf8'));

const lines = rows.map(({ nIn, nOut, nw, hIn }, i) => {
  const sizes = [nIn, nOut, nw, hIn].map(String);
  const vetted = figure(run('-v', ...sizes), 'Vetted');
  const hPrime = (1 + ((i * 37) % 100)) / 100;
  const nonVetted = figure(run('-n', ...sizes, String(hPrime)), 'Non-vetted');
  return ` ${JSON.stringify({ nIn, nOut, nw, hIn, hOut: vetted, hPrime, hOutNonVetted: nonVetted })}`;
});
writeFileSync(join(folder, 'conditioning.json'), `[\n${lines.join(',\n')}\n]\n`);

function run(...args) {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

function figure(text, label) {
  const match = new RegExp(`^\\(${label}\\) h_out = (\\S+)`, 'm').exec(text);
  return match === null ? null : Number(match[1]);
}
