// Import resolver for eslint-plugin-boundaries. Our relative imports end in `.js` but name a `.ts` source.
// Everything that is not relative is a package: it has no floor, so no path is given for it.
'use strict';
const { existsSync } = require('node:fs');
const { dirname, resolve } = require('node:path');

exports.interfaceVersion = 2;

exports.resolve = function (source, file) {
  if (!source.startsWith('.')) return { found: true, path: null };
  const target = resolve(dirname(file), source);
  const stem = target.replace(/\.js$/, '');
  const candidates = [`${stem}.ts`, `${stem}.tsx`, target];
  const path = candidates.find((candidate) => existsSync(candidate));
  // A file that does not exist yet still lies on a floor: judge it by where it would be.
  return { found: true, path: path ?? `${stem}.ts` };
};
