import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BoardLostError, HealthError, ProtocolError } from '../../base/index.js';
import type { BoardChange } from '../../firmware-host/host/index.js';
import { connectEntropy } from './client.js';
import { METRIC_PREFIX, METRICS } from './metrics/metrics.js';
import { daemonOn, reader, until } from './testing/daemon-bench.js';
import { fakeWorld, settle } from './testing/fake-source.js';
import { bytes } from './testing/pool-bench.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-daemon-'));
});
afterAll(() => rm(folder, { recursive: true }));
let number = 0;
const place = (): string => join(folder, `${++number}.sock`);

describe('the entropy daemon', () => {
  it('gives bytes of a board that has passed its test, and says in a file what it is', async () => {
    const path = place();
    const { daemon, world, lines } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path } });
    const client = await connectEntropy({ path });
    const read = client.read(10);
    await settle();
    const source = world.last('A');
    source.give(bytes(1, 10));
    await settle();
    expect(daemon.report()).toMatchObject({ state: 'waiting', clients: 1, served: { bytes: 0 } });
    source.turn('open');
    expect([...(await read)]).toEqual([...bytes(1, 10)]);
    await until(() => existsSync(`${path}.json`) && readFileSync(`${path}.json`, 'utf8').includes('"open"'));
    expect(JSON.parse(await readFile(`${path}.json`, 'utf8'))).toMatchObject({
      format: 'spindrift-entropyd',
      notEntropy: false,
      boards: [{ uri: 'usb:A', serial: 'A', kind: 'real' }],
    });
    client.close();
    await daemon.stop();
    expect([existsSync(path), existsSync(`${path}.json`), source.closed]).toEqual([false, false, true]);
    expect(lines.map(({ msg }) => msg)).toEqual(['pool: open']);
  });

  it('fails closed: an alarm ends every connection, new ones get the end at once, a passed test opens again', async () => {
    const path = place();
    const { daemon, world, lines } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path } });
    const clients = [reader(path), reader(path)];
    await settle();
    const source = world.last('A');
    source.turn('open');
    source.give(bytes(1, 4000));
    await until(() => clients.reduce((sum, { bytes: got }) => sum + got().length, 0) === 4000);
    source.turn('recovering', 'repetition count: 41 equal bits');
    source.give(bytes(2, 4000));
    await Promise.all(clients.map(({ ended }) => ended));
    const late = reader(path);
    await late.ended;
    expect(late.bytes().length).toBe(0);
    expect(daemon.report()).toMatchObject({ state: 'alarm', clients: 0, alarms: 1, served: { refused: 1 } });
    // What the source gave after its alarm is the tap's business; what was held before is gone.
    for (const client of clients) expect(client.bytes().includes(2)).toBe(false);
    source.turn('open');
    const next = reader(path);
    await until(() => next.bytes().length > 0);
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['info', 'pool: open'],
      ['warn', 'health alarm: repetition count: 41 equal bits'],
      ['error', 'pool: alarm'],
    ]);
    await daemon.stop();
  });

  it('gives up with a health failure when an alarm stays', async () => {
    const path = place();
    const { daemon, world, clock } = await daemonOn({
      ...{ boards: [{ uri: 'usb:A' }], socket: { path }, alarm: { giveUpS: 60 } },
    });
    await settle();
    world.last('A').turn('open');
    world.last('A').turn('failed', 'adaptive proportion');
    const failed = expect(daemon.failed).rejects.toBeInstanceOf(HealthError);
    clock.advance(59);
    await settle();
    expect(daemon.report().state).toBe('alarm');
    clock.advance(2);
    await failed;
    expect(daemon.report().state).toBe('failed');
    await daemon.stop();
  });

  it('mixes into the kernel what real boards give, and nothing of others', async () => {
    for (const kind of ['real', 'simulated', 'emulated'] as const) {
      const path = place();
      const world = fakeWorld({ kind: () => kind });
      const { daemon, clock, mixed } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path } }, world, {
        allowSimulated: true,
      });
      await settle();
      world.last('A').turn('open');
      world.last('A').give(bytes(3, 1000));
      for (let k = 0; k < 130; k++) {
        clock.advance(1);
        await settle(3);
      }
      expect(mixed.map(({ length }) => length)).toEqual(kind === 'real' ? [64, 64, 64] : []);
      expect(daemon.report()).toMatchObject(
        kind === 'real' ? { notEntropy: false } : { notEntropy: true, mark: 'PSEUDO-RANDOM: NOT ENTROPY' },
      );
      await daemon.stop();
    }
  });

  it('a second one is refused before it touches a board', async () => {
    const path = place();
    const { daemon } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path } });
    const world = fakeWorld();
    await expect(daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path } }, world)).rejects.toMatchObject({
      code: 'SOCKET_IN_USE',
    });
    expect(world.opened).toEqual([]);
    expect(existsSync(path)).toBe(true);
    await daemon.stop();
  });

  it('ends for a board that nothing cures, if there can be no other', async () => {
    const world = fakeWorld({ fail: () => new ProtocolError('another version') });
    const { daemon } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path: place() } }, world);
    await expect(daemon.failed).rejects.toThrow('another version');
    await daemon.stop();
    const simulated = fakeWorld({ kind: () => 'simulated' });
    const other = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path: place() } }, simulated);
    await expect(other.daemon.failed).rejects.toThrow('its bits are not entropy');
    await other.daemon.stop();
  });

  it('follows boards on USB while it serves: 50 times out and in', async () => {
    const path = place();
    const queue: BoardChange[] = [];
    let wake: (() => void) | undefined;
    const watchUsb = async function* (signal: AbortSignal): AsyncGenerator<BoardChange> {
      signal.addEventListener('abort', () => wake?.(), { once: true });
      while (!signal.aborted) {
        const change = queue.shift();
        if (change !== undefined) yield change;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    };
    const board = { uri: 'usb:A', kind: 'real', name: 'b', serial: 'A', firmware: '1', port: '1-1' } as const;
    const tell = (type: BoardChange['type']): void => {
      queue.push({ type, board });
      wake?.();
    };
    const { daemon, world } = await daemonOn({ socket: { path } }, fakeWorld(), { watchUsb });
    const client = await connectEntropy({ path });
    for (let k = 0; k < 50; k++) {
      tell('attached');
      await until(() => world.opened.length === k + 1);
      await settle();
      const source = world.opened[k]!;
      source.turn('open');
      source.give(bytes(k, 8));
      expect([...(await client.read(8))]).toEqual([...bytes(k, 8)]);
      if (k % 2 === 0) source.lose(new BoardLostError('pulled out'));
      tell('detached');
      await until(() => daemon.report().boards.length === 0);
      await settle();
      expect(source.closed).toBe(true);
    }
    expect(daemon.report()).toMatchObject({ state: 'waiting', clients: 1, served: { bytes: 400 } });
    client.close();
    await daemon.stop();
  });

  it('gives raw blocks to whoever studies them, marked, apart from the bytes', async () => {
    const [path, raw] = [place(), place()];
    const world = fakeWorld({ kind: () => 'simulated' });
    const open = world.open;
    let push: ((seq: number) => void) | undefined;
    world.open = (uri, events, signal) => {
      const block = { timeUs: 5, bytes: Uint8Array.of(1, 2), bits: 16, notEntropy: true, gap: 0 };
      push = (seq) => events.onRaw?.({ seq, ...block, unhealthy: false, paused: false, saturated: false });
      return open(uri, events, signal);
    };
    const { daemon } = await daemonOn({ boards: [{ uri: 'usb:A' }], socket: { path }, raw: { path: raw } }, world, {
      allowSimulated: true,
    });
    const student = reader(raw);
    await until(() => (push?.(7), student.bytes().length > 0));
    const text = student.bytes();
    const end = text.indexOf(10);
    expect(JSON.parse(text.subarray(0, end).toString())).toMatchObject({
      ...{ format: 'spindrift-raw', board: 'A', kind: 'simulated', seq: 7, bits: 16, bytes: 2, notEntropy: true },
      mark: 'PSEUDO-RANDOM: NOT ENTROPY',
    });
    expect([...text.subarray(end + 1, end + 3)]).toEqual([1, 2]);
    await daemon.stop();
    await student.ended;
  });

  it('tells Prometheus all its metrics, its state as JSON, and whether it is well', async () => {
    const [path, metrics] = [place(), place()];
    const { daemon, world } = await daemonOn({
      boards: [{ uri: 'usb:A' }],
      socket: { path },
      metrics: { path: metrics },
    });
    await settle();
    expect((await ask(metrics, '/healthz')).code).toBe(503);
    world.last('A').turn('open');
    world.last('A').give(bytes(1, 500));
    const client = await connectEntropy({ path });
    await client.read(500);
    const { code, text } = await ask(metrics, '/metrics');
    expect(code).toBe(200);
    for (const { name, type } of METRICS) expect(text).toContain(`# TYPE ${METRIC_PREFIX}${name} ${type}`);
    expect(text).toContain(`${METRIC_PREFIX}served_bytes_total 500`);
    expect(text).toContain(`${METRIC_PREFIX}state{state="open"} 1`);
    expect(text).toContain(`${METRIC_PREFIX}board_open{board="A"} 1`);
    expect(JSON.parse((await ask(metrics, '/status')).text)).toMatchObject({ state: 'open', clients: 1 });
    expect([(await ask(metrics, '/healthz')).code, (await ask(metrics, '/x')).code]).toEqual([200, 404]);
    client.close();
    await daemon.stop();
  });

  it('writes into a named pipe, one reader after the other', async () => {
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const { daemon, world, clock } = await daemonOn({
      boards: [{ uri: 'usb:A' }],
      socket: { path: null },
      fifo: { path: fifo },
    });
    await settle();
    world.last('A').turn('open');
    world.last('A').give(...Array.from({ length: 200 }, () => bytes(6, 4096)));
    for (let k = 0; k < 2; k++) {
      const reading = readPart(fifo, 100);
      let got: Buffer | undefined;
      void reading.then((read) => (got = read));
      await until(() => (clock.advance(0.1), got !== undefined));
      expect(got).toEqual(Buffer.from(bytes(6, 100)));
      await until(() => (clock.advance(0.1), daemon.report().clients === 0));
    }
    await daemon.stop();
  });

  it('does nothing where there is nothing to do', async () => {
    await expect(daemonOn({ hotplug: { usb: 'none' } })).rejects.toThrow(/boards must name a board/);
    const idle = { boards: [{ uri: 'usb:A' }], socket: { path: null }, kernel: { mix: false } };
    await expect(daemonOn(idle)).rejects.toThrow(/socket\.path must be a path/);
  });
});

function ask(socketPath: string, path: string): Promise<{ code: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path, agent: false }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => resolve({ code: response.statusCode, text }));
    }).on('error', reject);
  });
}

async function readPart(path: string, count: number): Promise<Buffer> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r');
  const out = Buffer.alloc(count);
  for (let at = 0; at < count;) at += (await file.read(out, at, count - at)).bytesRead;
  await file.close();
  return out;
}
