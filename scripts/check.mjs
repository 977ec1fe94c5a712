// Everything about the source that can be judged without running it. `node scripts/check.mjs` runs all steps, two or
// more at a time; `node scripts/check.mjs lint types` runs those; `--list` names them. Exit code 1 if any step fails.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const require = createRequire(import.meta.url);
const bin = (path) => join(root, 'node_modules', path);
const script = (name, ...args) => [process.execPath, join(root, 'scripts', name), ...args];
const tool = (path, ...args) => [process.execPath, bin(path), ...args];
const bufFolder = ['.', 'proto'].find((folder) => existsSync(join(root, folder, 'buf.yaml')));

/** Longest first, so that the short ones fill the gaps. `skip` says why a step has nothing to do. */
const steps = [
  {
    id: 'lint',
    what: 'typed rules, floors, no default exports',
    run: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
  { id: 'types', what: 'TypeScript, strict', run: tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  {
    id: 'types-web',
    what: 'what runs in a page needs no types of Node, and fits the types of WebUSB',
    run: tool('typescript/bin/tsc', '--noEmit', '-p', 'test/web/tsconfig.json'),
  },
  {
    id: 'types-page',
    what: 'the page of the desktop and its tests in a browser, which have a DOM',
    run: tool('typescript/bin/tsc', '--noEmit', '-p', 'test/ui/tsconfig.json'),
  },
  {
    id: 'types-preload',
    what: 'the preload, with the types of a page',
    run: tool('typescript/bin/tsc', '--noEmit', '-p', 'desktop/preload/tsconfig.json'),
  },
  { id: 'format', what: 'prettier', run: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  { id: 'kernels', what: 'compiled kernels match their source', run: script('build-kernels.mjs', '--check') },
  {
    id: 'coefficients',
    what: 'polynomials of the normals come out of their fit',
    run: script('fit-normal-coefficients.mjs', '--check'),
  },
  { id: 'icons', what: 'icons are what their drawing gives', run: script('build-icons.mjs', '--check') },
  { id: 'proto', what: 'generated wire code matches the .proto files', run: script('generate-proto.mjs', '--check') },
  {
    id: 'proto-lint',
    what: 'buf lint',
    run: [bufBinary(), 'lint', bufFolder ?? 'proto'],
    skip: () => bufBinary() === undefined && 'no buf binary for this platform',
  },
  {
    id: 'nanopb',
    what: 'generated message code of the firmware matches the .proto files',
    run: script('generate-nanopb.mjs', '--check'),
  },
  { id: 'firmware', what: 'the firmware builds, anywhere to the same bytes', run: script('check-firmware.mjs') },
  { id: 'floors', what: 'the floor rule reports every wrong import', run: script('check-floors.mjs') },
  { id: 'names', what: 'kebab-case, files under 300 lines', run: script('check-names.mjs') },
  { id: 'licences', what: 'dependencies are on the allow list', run: script('check-licences.mjs') },
  { id: 'doc-links', what: 'relative links and headings exist', run: script('check-doc-links.mjs') },
];

const wanted = process.argv.slice(2);
if (wanted.includes('--list')) {
  for (const { id, what } of steps) console.log(`${id.padEnd(14)} ${what}`);
  process.exit(0);
}
const unknown = wanted.filter((id) => !steps.some((step) => step.id === id));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')} (see --list)`);
  process.exit(2);
}

const queue = steps.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const total = { passed: 0, failed: 0, skipped: 0 };
const began = performance.now();
await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, work));
console.log(`check: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped in ${seconds(began)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const reason = step.skip?.();
    if (reason) {
      total.skipped++;
      console.log(`skip  ${step.id.padEnd(14)} ${reason}`);
      continue;
    }
    const started = performance.now();
    const { code, output } = await execute(step.run);
    total[code === 0 ? 'passed' : 'failed']++;
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${step.id.padEnd(14)} ${seconds(started).padStart(7)}  ${step.what}`);
    if (code !== 0) console.log(indent(output));
  }
}

function execute([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** buf ships one package a platform; its launcher only finds and starts that binary. */
function bufBinary() {
  try {
    return join(require.resolve(`@bufbuild/buf-${process.platform}-${process.arch}/package.json`), '..', 'bin', 'buf');
  } catch {
    return undefined;
  }
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
