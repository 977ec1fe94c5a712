// Feeds the firmware's core with arbitrary bytes under address and undefined-behaviour sanitizers (libFuzzer). `npm run firmware:fuzz` goes on for FUZZ_SECONDS (600)
// from the seeds and from what earlier runs found, in firmware-host/firmware/build/fuzz; `-- --runs N` does N inputs from the seeds alone, the same ones every time.
// Before that the fuzzer has to find a planted fault. Says so and skips where there is no clang.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/root.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string' }, target: { type: 'string' } } });
const firmware = join(root, 'firmware-host/firmware');
const files = (folder) =>
  readdirSync(join(firmware, folder))
    .filter((name) => name.endsWith('.c'))
    .map((name) => join(folder, name));

/** What is fuzzed: what test/fuzz/NAME-fuzz.c is linked with, and the seed whose change its planted fault waits for. */
const targets = {
  wire: { sources: ['core/crc.c', 'core/frame-parser.c'], proof: 'reboot' },
  store: {
    sources: ['store-layout', 'crc', 'drive', 'refusal', 'text'].map((name) => `core/${name}.c`),
    proof: 'reboot',
  },
  core: { sources: [...files('core'), 'test/fake-port.c'], proof: 'runShots-armed' },
};
const common = ['test/fuzz/repair-frames.c', ...files('gen/spindrift/v1'), ...files('third-party/nanopb')];
const FLAGS = [
  ...['-std=c11', '-O2', '-g', '-Wall', '-Wextra', '-Werror', '-DPB_NO_ERRMSG=1'],
  ...['-fsanitize=fuzzer,address,undefined', '-fno-sanitize-recover=all'],
  ...['boot', 'core', 'gen', 'third-party/nanopb', 'test'].map((folder) => `-I${join(firmware, folder)}`),
];
/**
 * The planted fault is found within a few hundred inputs, as a rule: what the fuzzer learns from comparisons depends on where the system puts its memory,
 * and once in many times it goes astray. So it may start anew a few times before we say that it does not find it.
 */
const PROOF_RUNS = 20_000;
const PROOF_SEEDS = [1, 2, 3, 4, 5];

const scratch = mkdtempSync(join(tmpdir(), 'spindrift-fuzz-'));
try {
  const reason = missing();
  if (reason !== undefined) console.log(`skipped: ${reason} (apt-get install clang libclang-rt-14-dev)`);
  else await fuzzAll(values.target === undefined ? Object.keys(targets) : [values.target]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Why nothing can be fuzzed here, if so. */
function missing() {
  const probe = join(scratch, 'probe.c');
  writeFileSync(
    probe,
    '#include <stddef.h>\n#include <stdint.h>\nint LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { return (void)d, (void)n, 0; }\n',
  );
  const { error, status, stderr } = spawnSync(
    'clang',
    ['-fsanitize=fuzzer,address', probe, '-o', join(scratch, 'probe')],
    {
      encoding: 'utf8',
    },
  );
  if (error?.code === 'ENOENT') return 'no clang';
  return status === 0 ? undefined : `clang cannot link a fuzzer: ${stderr.trim().split('\n').at(-1)}`;
}

/** One after the other where somebody looks on for minutes; a known number of inputs all at once. */
async function fuzzAll(names) {
  for (const name of names)
    if (targets[name] === undefined) throw new Error(`no such target: ${name} (${Object.keys(targets).join(', ')})`);
  const objects = await compile([...new Set([...common, ...names.flatMap((name) => targets[name].sources)])]);
  if (values.runs === undefined) {
    for (const name of names) console.log(await fuzz(name, objects));
    return;
  }
  const ended = await Promise.allSettled(names.map((name) => fuzz(name, objects)));
  for (const { value } of ended) if (value !== undefined) console.log(value);
  const failed = ended.filter(({ status }) => status === 'rejected');
  if (failed.length > 0) throw new Error(failed.map(({ reason }) => reason.message).join('\n'));
}

/** @returns what was found: nothing; throws otherwise */
async function fuzz(name, objects) {
  const seeds = writeSeeds(name);
  const proof = await link(name, objects, ['-DPLANTED_FAULT']);
  await provePlanted(name, proof, seeds);

  const program = await link(name, objects, []);
  const output = join(firmware, 'build/fuzz', name);
  const corpus = values.runs === undefined ? join(output, 'corpus') : copyOf(seeds, `${name}-runs`);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(output, { recursive: true });
  const length =
    values.runs === undefined
      ? [`-max_total_time=${process.env.FUZZ_SECONDS ?? 600}`]
      : ['-seed=1', `-runs=${values.runs}`];
  const { code, output: said } = await run(
    program,
    [...length, corpus, seeds],
    join(output, 'crash-'),
    values.runs === undefined,
  );
  if (code !== 0) throw new Error(`${name}: ${said.slice(-6000)}\nthe input is in ${output}`);
  const done = /Done (\d+) runs in (\d+) second/.exec(said);
  const covered = /cov: (\d+) ft: (\d+) corp: (\d+)/.exec(said.slice(said.lastIndexOf('cov:')));
  return `${name}: ${done?.[1]} inputs in ${done?.[2]} s, ${covered?.[1]} edges covered, ${covered?.[3]} inputs worth keeping, nothing found; a planted fault was`;
}

/** @throws Error if the fuzzer does not find the planted fault */
async function provePlanted(name, proof, seeds) {
  let said = '';
  for (const seed of PROOF_SEEDS) {
    const corpus = copyOf(seeds, `${name}-proof-${seed}`, [targets[name].proof]);
    const planted = await run(
      proof,
      [`-seed=${seed}`, `-runs=${PROOF_RUNS}`, corpus],
      join(scratch, 'planted-'),
      false,
    );
    if (planted.code !== 0 && /deadly signal/.test(planted.output)) return;
    said = planted.output;
  }
  throw new Error(`${name}: the fuzzer does not find a planted fault; it says:\n${said.slice(-2000)}`);
}

/** Compiles what several fuzzers are made of, on all cores. @returns the object of each source */
async function compile(sources) {
  const folder = join(scratch, 'objects');
  mkdirSync(folder);
  const objects = new Map(sources.map((source) => [source, join(folder, `${basename(source, '.c')}.o`)]));
  if (new Set(objects.values()).size < objects.size) throw new Error('two sources of the fuzzers have one name');
  const shares = availableParallelism();
  const parts = Array.from({ length: shares }, (_, k) => sources.filter((_source, at) => at % shares === k));
  await Promise.all(parts.map((part) => clang(['-c', ...part.map((source) => join(firmware, source))], folder)));
  return objects;
}

/** Compiles the fuzzer itself, which alone knows of the planted fault, and links it. @returns the program */
async function link(name, objects, extra) {
  const program = join(scratch, `${name}${extra.length}`);
  const parts = [...targets[name].sources, ...common].map((source) => objects.get(source));
  await clang([...extra, join(firmware, 'test/fuzz', `${name}-fuzz.c`), ...parts, '-o', program], scratch);
  return program;
}

function clang(args, cwd) {
  return new Promise((resolve, reject) =>
    execFile('clang', [...FLAGS, ...args], { cwd, maxBuffer: 1 << 26 }, (error, _stdout, stderr) =>
      error === null ? resolve() : reject(new Error(`clang failed:\n${stderr || error.message}`)),
    ),
  );
}

/** The lines of every test/fuzz/*.txt as files. */
function writeSeeds(name) {
  const folder = join(scratch, `${name}-seeds`);
  mkdirSync(folder);
  const texts = readdirSync(join(firmware, 'test/fuzz')).filter((file) => file.endsWith('.txt'));
  for (const text of texts)
    for (const line of readFileSync(join(firmware, 'test/fuzz', text), 'utf8')
      .trim()
      .split('\n')) {
      const [seed, bytes] = line.split(' ');
      writeFileSync(join(folder, seed), Buffer.from(bytes, 'hex'));
    }
  return folder;
}

/** A folder that the fuzzer may write to, with seeds in it. */
function copyOf(seeds, name, which = readdirSync(seeds)) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const seed of which) writeFileSync(join(folder, seed), readFileSync(join(seeds, seed)));
  return folder;
}

/** Starts a fuzzer; shows what it says as it goes if asked. */
function run(program, args, artifacts, show) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      program,
      ['-max_len=2048', '-timeout=10', '-print_final_stats=0', `-artifact_prefix=${artifacts}`, ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
