// The entropy daemon as a process of its own, on simulated boards: its bytes are pseudo-random, and marked so throughout.
import { existsSync, lstatSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp } from '../../board-sim/index.js';
import { connectEntropy } from '../../lab/entropyd/client.js';
import { entropydFolder } from './harness/entropyd-folder.js';
import { drain, startEntropyd, until } from './harness/entropyd-process.js';
import { spindrift } from './spindrift-command.js';

const { at, assessment, place, board } = entropydFolder();
const MARK = 'PSEUDO-RANDOM: NOT ENTROPY';

describe('spindrift entropyd', () => {
  it('serves 200 clients at once, each its own bytes, says what they are, and leaves nothing behind', async () => {
    const path = place();
    const daemon = startEntropyd([...board(), '--socket', path]);
    await daemon.listening;
    expect(JSON.parse(daemon.stdout())).toMatchObject({ pid: daemon.pid, listen: { entropy: { path } } });
    expect((lstatSync(path).mode & 0o777).toString(8)).toBe('660');
    const clients = await Promise.all(Array.from({ length: 200 }, () => connectEntropy({ path }, { timeoutS: 100 })));
    const got = await Promise.all(clients.map((client) => client.read(1000)));
    const blocks = new Set<string>();
    for (const bytes of got)
      for (let at = 0; at + 20 <= bytes.length; at += 20)
        blocks.add(Buffer.from(bytes.subarray(at, at + 20)).toString('hex'));
    // 160 bits at a time: no two of 10,000 are equal by chance.
    expect(blocks.size).toBe(200 * 50);
    expect(JSON.parse(await readFile(`${path}.json`, 'utf8'))).toMatchObject({
      ...{ state: 'open', notEntropy: true, mark: MARK },
      boards: [{ kind: 'simulated', state: 'open' }],
    });
    for (const client of clients) client.close();
    expect(await daemon.stop()).toBe(0);
    expect(daemon.lines().map(({ msg }) => msg)).toEqual([
      expect.stringContaining(MARK),
      expect.stringContaining('were pseudo-random'),
      'serving',
      'pool: open',
      'stopping',
    ]);
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([false, false]);
  });

  it('killed, leaves a socket that the next one takes over; a second one is refused', async () => {
    const path = place();
    const first = startEntropyd([...board(), '--socket', path]);
    await first.listening;
    expect(await first.stop('SIGKILL')).toBe('SIGKILL');
    expect(lstatSync(path).isSocket()).toBe(true);
    const next = startEntropyd([...board(), '--socket', path]);
    await next.listening;
    const client = await connectEntropy({ path });
    await client.read(100);
    const second = startEntropyd([...board(), '--socket', path]);
    expect(await second.ended).toBe(6);
    expect(second.stderr()).toMatch(/another process listens on .* already\. Stop it first/);
    // Neither the first nor its socket took notice.
    await client.read(100);
    client.close();
    expect(await next.stop('SIGINT')).toBe(0);
  });

  it('a board that fails its health tests: nothing comes, connections end, exit code 5', async () => {
    const path = place();
    const daemon = startEntropyd([...board('sim:broken'), '--socket', path, '--give-up', '1']);
    await daemon.listening;
    const client = drain(path);
    await client.ended;
    const late = drain(path);
    await late.ended;
    expect(late.length()).toBe(0);
    expect(await daemon.ended).toBe(5);
    const told = daemon.lines().map(({ level, msg }) => `${level}: ${msg}`);
    expect(told).toContainEqual(expect.stringMatching(/^(warn|error): health alarm: /));
    expect(told).toContain('error: pool: alarm');
    expect(told).toContain('error: the health tests have kept the tap closed for 1 s');
    expect(existsSync(path)).toBe(false);
  });

  it('refuses boards that are not real: by their URI, and by what they say', async () => {
    const path = place();
    const named = startEntropyd(['--board', 'sim:typical', '--socket', path]);
    expect(await named.ended).toBe(2);
    expect(named.stderr()).toMatch(/sim:typical is not a real board.*--allow-simulated/);
    expect(existsSync(path)).toBe(false);
    const served = await serveTcp(createSimulatedBoard({ scenario: 'typical', seed: 9 }), { port: 0 });
    try {
      const hidden = startEntropyd(['--board', served.uri, '--socket', path]);
      expect(await hidden.ended).toBe(2);
      expect(hidden.stderr()).toMatch(/simulated/);
      expect(hidden.lines().some(({ msg }) => msg === 'pool: open')).toBe(false);
    } finally {
      await served.close();
    }
    // Nor can a file say so.
    const file = at('allow.json');
    await writeFile(file, '{ "allowSimulated": true }');
    const { code, stderr } = await spindrift(['entropyd', '--config', file, '--check-config']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('allowSimulated is no field of the configuration')]);
  });

  it('a pool of two boards: added up or combined, and each board once', async () => {
    const path = place();
    const file = at('two.json');
    const boards = [1, 2].map((seed) => ({ uri: `sim:typical?seed=${seed}`, assessment: assessment() }));
    await writeFile(file, JSON.stringify({ boards, socket: { path } }));
    for (const flags of [[], ['--redundant', '2']]) {
      const daemon = startEntropyd(['--config', file, '--allow-simulated', ...flags]);
      await daemon.listening;
      const client = await connectEntropy({ path });
      const bytes = await client.read(5000);
      // The XOR of one board with itself, and an empty one, would show.
      expect(new Set(bytes).size).toBeGreaterThan(250);
      daemon.child.kill('SIGUSR2');
      await until(() => daemon.lines().some(({ msg }) => msg === 'statistics'));
      const { pool, boards: reported } = daemon.lines().find(({ msg }) => msg === 'statistics') as unknown as {
        pool: object;
        boards: { serial: string; state: string }[];
      };
      expect(pool).toEqual(flags.length === 0 ? { mode: 'additive', members: 1 } : { mode: 'redundant', members: 2 });
      expect(reported.map(({ serial }) => serial)).toEqual(['SIM-typical-1', 'SIM-typical-2']);
      client.close();
      expect(await daemon.stop('SIGHUP')).toBe(0);
    }
  });
});

describe('spindrift entropy --from', () => {
  it('takes bytes of the daemon, to standard output or into a file, with the mark', async () => {
    const path = place();
    const daemon = startEntropyd([...board(), '--socket', path, '--port', '0']);
    await daemon.listening;
    await until(() => daemon.lines().some(({ msg }) => msg === 'pool: open'));
    const piped = await spindrift(['entropy', '--from', `unix:${path}`, '--bytes', '70000']);
    expect([piped.code, piped.bytes.length], piped.stderr).toEqual([0, 70_000]);
    expect(piped.stderr).toContain(MARK);
    const out = at('bytes.bin');
    const filed = await spindrift(['entropy', '--from', `unix:${path}`, '--bytes', '1KiB', '--out', out, '--json']);
    expect(filed.code, filed.stderr).toBe(0);
    expect(JSON.parse(filed.stdout)).toMatchObject({ bytes: 1024, notEntropy: true, mark: MARK, file: out });
    expect((await readFile(out)).length).toBe(1024);
    const { listen } = JSON.parse(daemon.stdout()) as { listen: { tcp: { host: string; port: number } } };
    const tcp = await spindrift(['entropy', '--from', `tcp://${listen.tcp.host}:${listen.tcp.port}`, '--bytes', '32']);
    expect([tcp.code, tcp.bytes.length], tcp.stderr).toEqual([0, 32]);
    expect(await daemon.stop()).toBe(0);
    const none = await spindrift(['entropy', '--from', `unix:${path}`, '--bytes', '32']);
    expect([none.code, none.bytes.length]).toEqual([3, 0]);
    expect(none.stderr).toMatch(/no entropy daemon answers.*spindrift entropyd/);
    const wrong = await spindrift(['entropy', '--from', 'usb:A', '--bytes', '32']);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--from must be unix:/PATH or tcp://')]);
  });
});
