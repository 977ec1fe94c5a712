/** Builds the C tests of the firmware's core with the computer's own compiler and runs them one by one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const firmware = (folder: string): string => fileURLToPath(new URL(`../${folder}`, import.meta.url));
const core = firmware('core/');
const generated = [firmware('gen/spindrift/v1/'), firmware('third-party/nanopb/')];

/** Warnings are errors, and so is whatever the sanitizers see. */
const WARNINGS = ['-Wall', '-Wextra', '-Werror', '-Wconversion', '-Wno-sign-conversion'];
const FLAGS = ['-std=c11', '-O1', '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover', '-DPB_NO_ERRMSG=1'];

/** Whether this computer has a C compiler. */
export function hasCompiler(): boolean {
  return spawnSync('gcc', ['--version']).status === 0;
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => join(folder, name));

/** The tests of each file, by what is written in it. */
export function testsByFile(): [string, string[]][] {
  return sourcesIn(here).flatMap((path) => {
    const names = [...readFileSync(path, 'utf8').matchAll(/^TEST\((\w+)\)/gm)].map((match) => match[1]!);
    return names.length > 0 ? [[path.slice(here.length), names] as [string, string[]]] : [];
  });
}

/** The built tests. */
export interface TestProgram {
  /** Runs with arguments. @returns what it printed; @throws Error with what it complained of */
  run(...args: string[]): string;
  /** A file beside the program, for input. */
  file(name: string, bytes: Uint8Array): string;
  remove(): void;
}

/**
 * Compiles core and tests.
 * @param headers texts of generated headers, by name
 * @throws Error with the compiler's messages
 */
export function buildTests(headers: Readonly<Record<string, string>>): TestProgram {
  const folder = mkdtempSync(join(tmpdir(), 'spindrift-core-'));
  const include = join(folder, 'include');
  mkdirSync(include);
  for (const [name, text] of Object.entries(headers)) writeFileSync(join(include, name), text);
  const program = join(folder, 'core-tests');
  const headersOf = [core, include].map((path) => `-I${path}`);
  // Not ours, so without our warnings, and system headers to our own sources.
  const others = [firmware('gen'), firmware('third-party/nanopb')].flatMap((path) => ['-isystem', path]);
  const gcc = (...args: string[]): void => {
    const built = spawnSync('gcc', [...FLAGS, ...others, ...args], { encoding: 'utf8', cwd: folder });
    if (built.status === 0) return;
    rmSync(folder, { recursive: true });
    throw new Error(`gcc failed:\n${built.stderr}`);
  };
  const foreign = generated.flatMap(sourcesIn);
  gcc('-c', ...foreign);
  const objects = foreign.map((path) => `${basename(path, '.c')}.o`);
  gcc(...WARNINGS, ...headersOf, ...sourcesIn(core), ...sourcesIn(here), ...objects, '-o', program);
  return {
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) throw new Error(stderr === '' ? `ended with ${status}` : stderr);
      return stdout;
    },
    file: (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
