// The entropy daemon over many cycles: what it opens it closes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp } from '../../board-sim/index.js';
import { connectEntropy } from '../../lab/entropyd/client.js';
import { entropydFolder } from './harness/entropyd-folder.js';
import { drain, startEntropyd, until } from './harness/entropyd-process.js';

const { at, board: simulated } = entropydFolder();

describe('the entropy daemon', () => {
  it('its only board 50 times unplugged and plugged in, serves one client throughout and leaks no file', async () => {
    const [path, board] = [at('a.sock'), at('board')];
    const makeBoard = () => createSimulatedBoard({ scenario: 'typical', seed: 5, rows: 16, cols: 64 });
    let served = await serveTcp(makeBoard(), { path: board });
    const daemon = startEntropyd([...simulated(`unix:${board}`), ...['--socket', path]]);
    await daemon.listening;
    const client = await connectEntropy({ path }, { timeoutS: 100 });
    await client.read(100);
    const before = daemon.usage().files;
    const stateOfBoard = (): unknown =>
      (JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { boards: { state: string }[] }).boards[0]?.state;
    for (let k = 0; k < 50; k++) {
      await served.close();
      await until(() => stateOfBoard() === 'waiting');
      served = await serveTcp(makeBoard(), { path: board });
      await until(() => stateOfBoard() === 'open');
      await client.read(1000);
    }
    await until(() => daemon.usage().files <= before);
    expect(client.connected).toBe(true);
    daemon.child.kill('SIGUSR2');
    await until(() => daemon.lines().some(({ msg }) => msg === 'statistics'));
    const { boards, alarms } = daemon.lines().find(({ msg }) => msg === 'statistics') as unknown as {
      boards: { sessions: number; counters: { startups: number } }[];
      alarms: number;
    };
    // Each session began with a start-up test of its own, and none was an alarm.
    expect([boards[0]!.sessions, boards[0]!.counters.startups]).toEqual([51, 51]);
    expect(alarms).toBe(0);
    // The same trouble again and again is two lines a minute.
    expect(daemon.lines().length).toBeLessThan(60);
    client.close();
    expect(await daemon.stop()).toBe(0);
    await served.close();
  });

  it('2000 clients that come and go leave neither files nor memory behind', async () => {
    const path = at('b.sock');
    const daemon = startEntropyd([...simulated('sim:typical?rows=16'), ...['--socket', path]]);
    await daemon.listening;
    const batch = async (rounds: number): Promise<void> => {
      for (let k = 0; k < rounds; k++) {
        const clients = Array.from({ length: 20 }, () => drain(path));
        await until(() => clients.some((one) => one.length() > 0));
        for (const one of clients) one.leave();
        await Promise.all(clients.map((one) => one.ended));
      }
    };
    await batch(50);
    const idle = daemon.usage();
    await batch(50);
    await until(() => daemon.usage().files <= idle.files);
    // A thousand clients that were each held on to at 16 KiB would be 16 MB; the heap of V8 moves by more than a little.
    expect(daemon.usage().residentKib - idle.residentKib).toBeLessThan(15_000);
    expect(await daemon.stop()).toBe(0);
  });
});
