import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { textsFor } from '../../desktop/main/messages.js';
import { menuTemplate } from '../../desktop/main/menu.js';
import { SHELL_COMMANDS } from '../../desktop/rpc/api/shell.js';
import { callsOf, ipcRenderer, utilityProcess, world } from '../support/fake-electron.js';
import { cleanUp, readyApplication, resetFakeElectron, startApplication, told } from './running-application.js';

beforeEach(resetFakeElectron);
afterEach(cleanUp);

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly Item[];
  readonly click?: () => void;
}

const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
const installed = (): Item[] => flat(callsOf('menu')[0]![0] as Item[]);

describe('the menu', () => {
  it('passes commands to the page of the window in front', async () => {
    const { backend } = await readyApplication();
    installed().find(({ id }) => id === 'go.live')!.click!();
    expect(told(backend, 'shell')).toEqual([
      { type: 'shell', window: 1, event: { type: 'command', command: 'go.live' } },
    ]);
  });

  it('opens what is chosen', async () => {
    const { backend } = await readyApplication();
    const open = installed().find(({ id }) => id === 'open-file')!;
    open.click!();
    await vi.waitFor(() => expect(callsOf('openDialog')).toHaveLength(1));
    world.openDialog = { canceled: false, filePaths: ['/home/ada/a.spin'] };
    open.click!();
    await vi.waitFor(() =>
      expect(told(backend, 'shell')).toEqual([
        { type: 'shell', window: 1, event: { type: 'open', paths: ['/home/ada/a.spin'] } },
      ]),
    );
    expect(callsOf('openDialog')[0]![0]).toMatchObject({ filters: [{ extensions: ['spin'] }] });
  });

  it('offers every command there is, on every system, in both languages, with keys that are nobody else’s', () => {
    const actions = { send: vi.fn(), newWindow: vi.fn(), open: vi.fn(), quit: vi.fn() };
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      for (const locale of ['en-GB', 'de-AT']) {
        const items = flat(menuTemplate(textsFor(locale), actions, platform) as unknown as Item[]);
        const ids = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining([...SHELL_COMMANDS, 'quit', 'new-window']));
        const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { label, role, type } of items) expect(label ?? role ?? type).toBeTruthy();
        // The page has these keys itself.
        for (const own of ['app.palette', 'app.theme'])
          expect(items.find(({ id }) => id === own)!.registerAccelerator).toBe(platform === 'darwin');
      }
    }
  });

  it('speaks the language of the system', async () => {
    world.locale = 'de-AT';
    await startApplication();
    expect(installed().map(({ label }) => label)).toContain('Datei');
  });
});

describe('the preload', () => {
  it('passes on one port and exposes nothing', async () => {
    const posted: unknown[][] = [];
    const before = ipcRenderer.eventNames();
    const page = { postMessage: (...args: unknown[]) => posted.push(args) };
    vi.stubGlobal('window', page);
    vi.stubGlobal('location', { origin: 'app://spindrift' });
    try {
      // By a name that the compiler does not follow: the preload belongs to a project of its own, with the types of a page.
      await import(fileURLToPath(new URL('../../desktop/preload/index.ts', import.meta.url)));
      expect(before).toEqual([]);
      expect(ipcRenderer.eventNames()).toEqual(['spindrift:port']);
      const port = {};
      ipcRenderer.emit('spindrift:port', { ports: [port] }, 'ignored');
      ipcRenderer.emit('spindrift:port', { ports: [] });
      ipcRenderer.emit('spindrift:port', { ports: [port, {}] });
      expect(posted).toEqual([['spindrift:port', 'app://spindrift', [port]]]);
      expect(Object.keys(page)).toEqual(['postMessage']);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('the entry', () => {
  it('announces the scheme and starts', async () => {
    await import('../../desktop/main/index.js');
    expect(callsOf('schemes')).toHaveLength(1);
    await vi.waitFor(() => expect(utilityProcess.children).toHaveLength(1));
    expect(utilityProcess.children[0]!.entry).toMatch(/desktop\/backend\/main\.js$/);
    expect(utilityProcess.children[0]!.args).toEqual([
      '--runs',
      '/paths/documents/Spindrift/runs',
      '--config',
      expect.stringMatching(/spindrift$/i),
    ]);
  });

  it('imports nothing that awaits at top level, else the scheme would come too late', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(path, 'utf8');
      expect([relative(root, path), /^(await\b|(const|let) .*= await\b|for await\b)/m.exec(text)?.[0]]).toEqual([
        relative(root, path),
        undefined,
      ]);
      for (const [, typeOnly, from] of text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '(\.[^']+)'/gm))
        if (typeOnly === undefined) visit(join(dirname(path), from!.replace(/\.js$/, '.ts')));
    };
    visit(join(root, 'desktop/main/index.ts'));
    expect(seen.size).toBeGreaterThan(15);
  });
});
