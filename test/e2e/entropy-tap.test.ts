import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard } from '../../firmware-host/host/index.js';
import type { TapRecord } from '../../lab/entropy/tap/tap-record.js';
import { CLI, spindrift } from './spindrift-command.js';

const BOARD = 'sim:typical?seed=7&rows=32&cols=64';
let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-tap-'));
  const assessment = { samples: 1_000_000, bitsPerSample: 1, minEntropy: 0.8, notEntropy: true };
  await writeFile(join(root, 'assessment.json'), JSON.stringify(assessment));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const record = async (path: string): Promise<TapRecord> =>
  JSON.parse(await readFile(`${path}.json`, 'utf8')) as TapRecord;

describe('output of a stand-in through a tap', () => {
  it('is refused before the array is disturbed, for either mode', async () => {
    for (const mode of ['conditioned', 'drbg']) {
      const path = join(root, `refused-${mode}`);
      const { code, stderr } = await spindrift([
        ...['entropy', '--board', BOARD, '--mode', mode, '--bytes', '32', '--out', path],
      ]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/simulated are not entropy.*--allow-simulated/);
      expect(existsSync(path)).toBe(false);
    }
  });

  it('is the hash of the raw bits behind the start-up test, and marked, where it is asked for', async () => {
    const path = join(root, 'conditioned');
    const { code, stderr } = await spindrift([
      ...['entropy', '--board', BOARD, '--mode', 'conditioned', '--bytes', '4096', '--allow-simulated'],
      ...['--assessment', join(root, 'assessment.json'), '--out', path],
    ]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('PSEUDO-RANDOM: NOT ENTROPY');
    expect(stderr).toContain('pseudo-random, not entropy');
    const board = await openBoard(BOARD, { inThread: true });
    await board.arm();
    const raw = await board.openBits({ totalBits: 80_000 }).readBits(80_000);
    await board.close();
    const expected = Buffer.concat(
      Array.from({ length: 128 }, (_, i) =>
        createHash('sha256')
          .update(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, i))
          .update(raw.subarray(512 + 50 * i, 562 + 50 * i))
          .digest(),
      ),
    );
    const bytes = await readFile(path);
    expect(bytes.equals(expected)).toBe(true);
    expect(await record(path)).toMatchObject({
      status: 'finished',
      mode: 'conditioned',
      notEntropy: true,
      mark: 'PSEUDO-RANDOM: NOT ENTROPY',
      bytes: 4096,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      safe: true,
      tap: {
        assessment: { minEntropy: 0.8, doubts: [expect.stringContaining('pseudo-random')] },
        conditioner: 'sha-256',
        bitsPerDigest: 400,
        counters: { creditedBits: 0, startupBits: 4096 },
      },
    });
  });

  it('comes from a generator that is reseeded by it, in drbg mode', async () => {
    const path = join(root, 'drbg');
    const { code, stderr, stdout } = await spindrift([
      ...['entropy', '--board', BOARD, '--mode', 'drbg', '--bytes', '100kB', '--allow-simulated', '--json'],
      ...['--assessment', join(root, 'assessment.json'), '--drbg', 'hmac', '--out', path],
    ]);
    expect(code, stderr).toBe(0);
    const json = JSON.parse(stdout) as TapRecord;
    expect(json).toMatchObject({ bytes: 100_000, notEntropy: true, tap: { drbg: 'hmac', expansion: 32 } });
    expect(json.tap.counters.reseeds).toBeGreaterThan(90);
    expect(json.tap.counters.creditedBits).toBe(0);
  });

  it('ends with exit code 5 where the raw bits are worth nothing', async () => {
    const { code, stderr } = await spindrift([
      ...['entropy', '--board', 'sim:broken', '--mode', 'conditioned', '--bytes', '32', '--allow-simulated'],
      ...['--out', join(root, 'broken')],
    ]);
    expect(code).toBe(5);
    expect(stderr).toMatch(/min-entropy/);
    expect(existsSync(join(root, 'broken'))).toBe(false);
  });
});
