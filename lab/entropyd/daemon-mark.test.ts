import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { daemonOn, until } from './testing/daemon-bench.js';
import { fakeWorld, settle } from './testing/fake-source.js';

it('tells at once when a board that is not real joins a pool that is open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spindrift-mark-'));
  const path = join(folder, 'sock');
  const world = fakeWorld({ kind: (uri) => (uri === 'usb:B' ? 'simulated' : 'real') });
  const boards = [{ uri: 'usb:A' }, { uri: 'usb:B' }];
  let letIn!: () => void;
  const gate = new Promise<void>((resolve) => (letIn = resolve));
  const open: typeof world.open = async (uri, ...more) => {
    if (uri === 'usb:B') await gate;
    return world.open(uri, ...more);
  };
  const { daemon, lines } = await daemonOn({ boards, socket: { path } }, { ...world, open }, { allowSimulated: true });
  const status = () => (existsSync(`${path}.json`) ? readFileSync(`${path}.json`, 'utf8') : '');
  await settle();
  world.last('A').turn('open');
  await until(() => status().includes('"state": "open"'));
  expect(JSON.parse(status())).toMatchObject({ notEntropy: false });
  letIn();
  await until(() => status().includes('"notEntropy": true'));
  expect(JSON.parse(status())).toMatchObject({ state: 'open', boards: [{ state: 'open' }, { state: 'starting' }] });
  world.last('B').turn('open');
  await until(() => JSON.stringify(JSON.parse(status())).includes('"kind":"simulated","state":"open"'));
  expect(lines.filter(({ mark }) => mark !== undefined)).toMatchObject([{ level: 'warn', notEntropy: true }]);
  await daemon.stop();
  await rm(folder, { recursive: true });
});
