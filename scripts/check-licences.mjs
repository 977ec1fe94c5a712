// Fails on any dependency whose licence is not on the allow list. Reads package-lock.json, so that it also sees the
// optional packages of other platforms, which this machine has not installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

/** May be part of what users install. */
const shipped = new Set([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense', 'Zlib',
  // The BSD-style terms of bzip2 and libbzip2: keep the notice, do not pass altered sources off as the original.
  'bzip2-1.0.6',
  // A font's licence: use and embed freely, rename what is modified. We pass the fonts on unmodified.
  'Bitstream-Vera',
  // NIST's notice: keep it whole, mark changes; and HDF5's own BSD-style terms. Shipped unmodified.
  'NIST-notice',
]); // prettier-ignore
/** Weak copyleft, shipped unmodified as packages of their own: the duty is only to name where their source is, which the package does. */
const shippedUnmodified = new Set(['@resvg/resvg-wasm']);
/** May take part in building and testing, but not be shipped. */
const developmentOnly = new Set(['CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'WTFPL']);
/** Packages without a usable licence field, with the licence that their text states and where it was read. */
const stated = {
  'dejavu-fonts-ttf': 'Bitstream-Vera', // its LICENSE: Bitstream Vera and Arev terms, changes in the public domain
  h5wasm: 'NIST-notice', // its LICENSE.txt
  nanotimer: 'ISC', // LICENSE.txt and package.json of its repository; the package of 0.3.10 carries neither
  temporal: 'MIT', // its LICENSE-MIT
};

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const counts = new Map();
const problems = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.link) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = stated[name] ?? entry.license;
  const development = entry.dev === true || entry.devOptional === true;
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
  if (licence === undefined)
    problems.push(`${name}@${entry.version} states no licence: read its text, then add it to "stated"`);
  else if (!permitted(licence, development || (licence === 'MPL-2.0' && shippedUnmodified.has(name)))) {
    const use = development ? 'for development' : 'in what is shipped';
    problems.push(`${name}@${entry.version} is ${licence}, which is not allowed ${use}`);
  }
}
for (const problem of problems) console.error(problem);
const summary = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, n]) => `${licence} ${n}`);
console.log(`${Object.keys(lock.packages).length - 1} packages: ${summary.join(', ')}`);
process.exit(problems.length ? 1 : 0);

/** Judges an SPDX expression: of an OR one side must be allowed, of an AND both. */
function permitted(expression, development) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => permitted(part.trim(), development));
  if (text.includes(' AND ')) return text.split(' AND ').every((part) => permitted(part.trim(), development));
  return shipped.has(text) || (development && developmentOnly.has(text));
}
