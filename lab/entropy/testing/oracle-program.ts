import { spawnSync } from 'node:child_process';

/** Whether a program is installed; prints what to install if not, since the tests that need it are skipped then. */
export function hasProgram(name: string, debianPackage: string): boolean {
  const found = spawnSync(name, [], { input: '' }).error === undefined;
  if (!found) process.stderr.write(`skipped: no ${name} here; apt-get install ${debianPackage}\n`);
  return found;
}

/** What a program says about bytes on its standard input, on either output. */
export function askProgram(name: string, args: readonly string[], bytes: Uint8Array): string {
  const { stdout, stderr, error } = spawnSync(name, args, { input: bytes, encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (error !== undefined) throw error;
  return stdout + stderr;
}
