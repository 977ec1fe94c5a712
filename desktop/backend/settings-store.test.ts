import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsSchema } from '../rpc/api/settings.js';
import { SettingsStore } from './settings-store.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spindrift-settings-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const defaults = settingsSchema.parse({});
const silent = (): void => undefined;

it('has defaults, keeps changes for the next start, and goes back', async () => {
  const store = new SettingsStore(join(dir, 'new'), silent);
  expect(await store.get()).toEqual(defaults);
  let told = 0;
  store.changes.on(() => (told += 1));
  await store.change({ theme: 'dark', hostWattsPerCore: 12 });
  expect(await new SettingsStore(join(dir, 'new'), silent).get()).toEqual({
    ...defaults,
    theme: 'dark',
    hostWattsPerCore: 12,
  });
  expect(await store.change({ hostWattsPerCore: null, telemetryPeriodMs: null })).toEqual({
    ...defaults,
    theme: 'dark',
  });
  expect(await store.reset()).toEqual(defaults);
  expect(told).toBe(3);
  expect(await readdir(join(dir, 'new'))).toEqual(['settings.json']);
});

it('keeps what another program has changed since', async () => {
  const [one, other] = [new SettingsStore(dir, silent), new SettingsStore(dir, silent)];
  await Promise.all([one.get(), other.get()]);
  await one.change({ theme: 'dark' });
  await other.change({ hostWattsPerCore: 12 });
  expect(await one.change({ telemetryPeriodMs: 100 })).toEqual({
    ...defaults,
    theme: 'dark',
    hostWattsPerCore: 12,
    telemetryPeriodMs: 100,
  });
});

it('keeps changes made at the same time', async () => {
  const store = new SettingsStore(dir, silent);
  await Promise.all([
    store.change({ theme: 'dark' }),
    store.change({ locale: 'de' }),
    store.change({ tourSeen: true }),
  ]);
  expect(JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
    locale: 'de',
    tourSeen: true,
  });
});

it.each(['{"theme":"pink"}', 'nonsense'])('puts a broken file aside and says so: %s', async (text) => {
  await writeFile(join(dir, 'settings.json'), text);
  const warnings: string[] = [];
  const store = new SettingsStore(dir, (warning) => warnings.push(warning));
  expect(await store.get()).toEqual(defaults);
  expect(warnings).toHaveLength(1);
  expect(await readFile(join(dir, 'settings.json.broken'), 'utf8')).toBe(text);
});

it('refuses what may not be, and changes nothing', async () => {
  const store = new SettingsStore(dir, silent);
  await expect(store.change({ telemetryPeriodMs: 1 })).rejects.toThrow();
  expect(await store.get()).toEqual(defaults);
});

it('says why they cannot be stored, and what to do', async () => {
  await writeFile(join(dir, 'file'), '');
  const store = new SettingsStore(join(dir, 'file', 'config'), silent);
  await expect(store.change({ theme: 'dark' })).rejects.toMatchObject({
    code: 'FILE',
    nextStep: expect.any(String) as string,
  });
  expect(await store.get()).toEqual(defaults);
});
