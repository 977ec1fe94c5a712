/** Firmware images for tests, built where a cross compiler is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../../scripts/build-firmware.mjs', import.meta.url));

/** Builds the firmware with an application on top. @returns the UF2 file; undefined without a compiler: the caller says what it skips */
export function buildImage(application: string): Uint8Array | undefined {
  if (spawnSync('arm-none-eabi-gcc', ['--version']).status !== 0) return undefined;
  const out = mkdtempSync(join(tmpdir(), `spindrift-${application}-`));
  try {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, '--application', application, '--out', out], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(join(out, 'firmware.uf2'));
  } finally {
    rmSync(out, { recursive: true });
  }
}
