// A page that asks for anything at all. The real one does not; what got into it, or another program with the token, might.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAbortError, RandomStream, SpindriftError, VirtualClock } from '../../base/index.js';
import { RunWriter } from '../../lab/runs/index.js';
import { api } from '../rpc/api/index.js';
import { inProcessPair, RpcClient } from '../rpc/index.js';
import type { Caller, Method } from '../rpc/define.js';
import type { Service } from '../rpc/server.js';
import { readUntil, SMALL_BOARD, startBackend, type BackendHarness } from './testing/backend-harness.js';

let harness: BackendHarness;
let root: string;
beforeEach(async () => {
  harness = await startBackend();
  root = dirname(harness.runsDir);
  await mkdir(join(root, 'outside'));
  await writeFile(join(root, 'outside', 'manifest.json'), '{}');
  const dir = join(harness.runsDir, 'one');
  const run = await RunWriter.create({ dir, experiment: 'resistance-map', params: {}, clock: new VirtualClock() });
  run.post({ type: 'row', table: 'resistance', values: { row: 0, col: 0, resistance_ohm: 1 } });
  await run.finish({ status: 'finished' });
});
afterEach(() => harness.dispose());

/** Calls by name, whatever the types say. */
interface AnyCaller {
  call(name: string, params: unknown, options: object): Promise<unknown>;
  stream(name: string, params: unknown, options: object): AsyncIterable<unknown>;
}

const TEXTS = [
  '',
  '.',
  '..',
  '../outside',
  '/etc/passwd',
  'a\0b',
  '\ud800',
  '__proto__',
  'constructor',
  'x'.repeat(6000),
];
const VALUES: readonly unknown[] = [
  ...TEXTS,
  ...[null, true, -1, 0, 0.5, 1, 2 ** 31, 2 ** 53, 1e308, NaN, Infinity, 12n],
  ...[[], [[]], {}, { a: 1 }, [null, 'one'], new Uint8Array(3), new Date(0)],
  ...['one', SMALL_BOARD, 'sim:none', 'sim:ideal?rows=1e9', 'tcp://127.0.0.1:1', 'unix:/none', 'emu:?x'],
];

/** Parameters that have the names that a method knows and any values. */
function garbage(method: Method, random: RandomStream): unknown {
  const any = (): unknown => VALUES[random.integer(VALUES.length)];
  if (random.integer(10) === 0) return any();
  const { shape } = method.params as unknown as { readonly shape: Readonly<Record<string, unknown>> };
  const value = (name: string): unknown => {
    if (name === 'board' && random.integer(4) > 0) return SMALL_BOARD;
    return name === 'run' && random.integer(2) === 0 ? 'one' : any();
  };
  return Object.fromEntries(
    Object.keys(shape).flatMap((name) => (random.integer(8) === 0 ? [] : [[name, value(name)]])),
  );
}

const isTyped = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  isAbortError(error) ||
  (error instanceof SpindriftError && error.code !== 'INTERNAL');

async function ask(page: AnyCaller, name: string, { kind }: Method, params: unknown): Promise<void> {
  const signal = AbortSignal.timeout(500);
  if (kind === 'call') await page.call(name, params, { signal });
  else for await (const _ of page.stream(name, params, { signal, window: 2 })) return;
}

describe('a page that asks for anything', () => {
  it('gets an answer or an error that says what is wrong, from every method; nothing is written elsewhere', async () => {
    const [mine, theirs] = inProcessPair();
    const service: Service = harness.backend.connect(theirs);
    const page = new RpcClient(api, mine);
    const random = RandomStream.from(7, 'page');
    const untyped: string[] = [];
    for (const [name, method] of Object.entries<Method>(api)) {
      const asked = Array.from({ length: 12 }, async () => {
        await ask(page as unknown as AnyCaller, name, method, garbage(method, random)).catch((error: unknown) => {
          const unsendable = error instanceof Error && error.message.includes('cannot be sent');
          if (!isTyped(error) && !unsendable) untyped.push(`${name}: ${String(error)}`);
        });
      });
      await Promise.all(asked);
    }
    expect(untyped).toEqual([]);
    expect(await page.call('system.hello', {})).toMatchObject({ runsDir: harness.runsDir });
    page.close();
    await service.done;
    expect(service.openCalls).toBe(0);
    expect(await readdir(root)).toEqual(expect.arrayContaining(['outside', 'runs']));
    expect((await readdir(root)).filter((name) => !['config', 'outside', 'runs'].includes(name))).toEqual([]);
    expect(await readdir(join(root, 'outside'))).toEqual(['manifest.json']);
  }, 120_000);

  it('cannot have a run in place of the store, nor of the folders that it keeps for other things', async () => {
    const page: Caller<typeof api> = harness.page;
    const request = { board: SMALL_BOARD, experiment: 'resistance-map', params: {} };
    for (const name of ['.', '..', '.trash', '.hidden', 'captures', 'watching', 'Captures'])
      await expect(page.call('experiments.start', { ...request, name }), name).rejects.toThrow(RangeError);
    const upload = await page.call('runs.upload', { bytes: 1 });
    await expect(page.call('runs.import', { upload, name: 'captures' })).rejects.toThrow(RangeError);
    const { window, paths } = { window: 1, paths: ['/none/captures.spin'] };
    harness.backend.context.shell.publish(window, { type: 'open', paths });
    const news = await readUntil(page.stream('system.shell', { window }), () => true);
    expect(news).toMatchObject({
      failed: [{ file: 'captures.spin', message: expect.stringContaining('name') as string }],
    });
    expect(await readdir(harness.runsDir)).not.toContain('captures');
  });

  it('cannot give a file of bits the name of a record or of an unfinished file', async () => {
    const collect = { board: SMALL_BOARD, mode: 'raw', bytes: 100 } as const;
    for (const capture of ['a.bin.json', 'a.bin.part', '.json'])
      await expect(harness.page.call('entropy.collect', { ...collect, capture }), capture).rejects.toThrow(RangeError);
  });
});
