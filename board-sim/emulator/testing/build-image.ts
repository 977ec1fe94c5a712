/** Firmware images for tests, built where a cross compiler is. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RELEASED = join(ROOT, 'firmware-host/firmware/release/spindrift.uf2');
const SCRIPT = join(ROOT, 'scripts/build-firmware.mjs');
/** What an image is made of. */
const SOURCES = ['firmware-host/firmware', 'scripts/build-firmware.mjs', 'scripts/lib/firmware-build.mjs'];
const NO_SOURCE = /firmware-host\/firmware\/(build|release|test)\//;
/** Images by what they were made of: ten files of tests want the same one. */
const CACHE = join(ROOT, '.cache/firmware');

/**
 * Builds the firmware with an application on top.
 * @returns the UF2 file; without a compiler the released one for the product, and undefined for others: the caller says what it skips
 */
export function buildImage(application: string): Uint8Array | undefined {
  const { status, stdout } = spawnSync('arm-none-eabi-gcc', ['--version'], { encoding: 'utf8' });
  if (status !== 0) return application === 'product' && existsSync(RELEASED) ? readFileSync(RELEASED) : undefined;
  const kept = join(CACHE, `${application}-${digest(stdout)}.uf2`);
  if (!existsSync(kept)) build(application, kept);
  return readFileSync(kept);
}

function build(application: string, kept: string): void {
  mkdirSync(CACHE, { recursive: true });
  const out = mkdtempSync(join(CACHE, `${application}-`));
  try {
    const made = spawnSync(process.execPath, [SCRIPT, '--application', application, '--out', out], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    // Another test may be doing the same: whoever comes last wins, with the same bytes.
    renameSync(join(out, 'firmware.uf2'), kept);
  } finally {
    rmSync(out, { recursive: true });
  }
}

function digest(compiler: string): string {
  const hash = createHash('sha256').update(compiler);
  for (const source of SOURCES)
    for (const path of filesOf(join(ROOT, source))) hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  if (/\.mjs$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NO_SOURCE.test(file))
    .sort();
}
