/** The main job on the firmware itself: an image whose every bit and product came out of the emulated microcontroller. Slow: it is emulated. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decodeGrayPng } from '../../lab/report/index.js';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const built = existsSync(CLI);
if (!built) console.warn('generation on the emulated board: skipped, npm run build has not been run');

describe.skipIf(!built)('spindrift generate --board emu:', () => {
  it('makes an image on the released firmware', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'spindrift-emulated-'));
    try {
      const out = join(scratch, 'run');
      const work = ['--images', '1', '--steps', '1', '--guidance', '0', '--digits', '3'];
      const args = [CLI, 'generate', '--board', 'emu:typical?seed=1', ...work, '--out', out, '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
      expect(JSON.parse(stdout)).toMatchObject({ images: 1, steps: 1 });
      const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Record<string, unknown>;
      expect(manifest['board']).toMatchObject({ kind: 'emulated', serial: expect.stringMatching(/^EMU-/) as string });
      const { data } = decodeGrayPng(await readFile(join(out, 'grid.png')));
      // Ink on a ground: neither blank nor noise all over.
      const ink = data.filter((value) => value > 128).length / data.length;
      expect(ink).toBeGreaterThan(0.01);
      expect(ink).toBeLessThan(0.9);
    } finally {
      await rm(scratch, { recursive: true });
    }
  });
});
