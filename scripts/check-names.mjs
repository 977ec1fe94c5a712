// A naming rule without a checker is a wish: kebab-case file names, and no source file of 300 lines or more.
// (A .proto is prose as much as code, and a message cannot be split.)
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repositoryFiles } from './lib/files.mjs';
import { root } from './lib/root.mjs';

const longest = 300;
const source = /\.(ts|tsx|js|mjs|cjs|proto|c|h)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Protobuf's own style wants snake_case. */
const snake = /^[a-z0-9]+(_[a-z0-9]+)*\.(proto|options)$/;

const problems = [];
let count = 0;
for (const path of repositoryFiles()) {
  if (!source.test(path) || /(^|\/)(gen|third-party)\//.test(path)) continue;
  count++;
  const name = basename(path);
  if (!kebab.test(name) && !snake.test(name)) problems.push(`${path}: the name is not kebab-case`);
  const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
  if (lines >= longest && !path.endsWith('.proto'))
    problems.push(`${path}: ${lines} lines; a file stays under ${longest}`);
}
for (const problem of problems) console.error(problem);
console.log(`${count} source files`);
process.exit(problems.length ? 1 : 0);
