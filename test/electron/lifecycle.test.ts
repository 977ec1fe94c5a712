import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Application } from '../../desktop/main/application.js';
import { app, BrowserWindow, callsOf, display, preventable, utilityProcess, world } from '../support/fake-electron.js';
import {
  cleanUp,
  newFolder,
  readyApplication,
  resetFakeElectron,
  startApplication,
  told,
} from './running-application.js';

beforeEach(resetFakeElectron);
afterEach(cleanUp);

async function archive(folder: string, name = 'a.spin'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  return path;
}

describe('one instance', () => {
  it('hands what it was opened with to the first, and ends', async () => {
    world.lock = false;
    const places = {} as never;
    expect(await Application.start({ places, args: ['x.spin'], cwd: '/there' })).toBeUndefined();
    expect(callsOf('lock')).toEqual([[{ args: ['x.spin'], cwd: '/there' }]]);
    expect(app.quits).toBe(1);
    expect(BrowserWindow.all).toEqual([]);
  });

  it('comes to the front and opens what the second was given', async () => {
    const { window, backend } = await readyApplication();
    const folder = await newFolder();
    const path = await archive(folder);
    window.minimised = true;
    app.emit('second-instance', {}, [], '/', { args: ['--flag', 'a.spin', 'absent.spin'], cwd: folder });
    await vi.waitFor(() =>
      expect(told(backend, 'shell')).toEqual([{ type: 'shell', window: 1, event: { type: 'open', paths: [path] } }]),
    );
    expect([window.minimised, window.focused, BrowserWindow.all.length]).toEqual([false, true, 1]);
    app.emit('second-instance', {}, [], '/', { args: 'nonsense' });
    await vi.waitFor(() => expect(callsOf('focus').length).toBeGreaterThan(2));
    expect(told(backend, 'shell')).toHaveLength(1);
  });
});

describe('files', () => {
  it('are opened from the command line, from the system, and from the menu', async () => {
    const folder = await newFolder();
    const path = await archive(folder);
    await mkdir(join(folder, 'run'));
    await writeFile(join(folder, 'run', 'manifest.json'), '{}');
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'notes.txt'), '');
    const args = ['a.spin', 'run', 'other', 'notes.txt'];
    const starting = startApplication({ args, cwd: folder, folder });
    app.emit('open-file', preventable({}), join(folder, 'early.spin'));
    const running = await starting;
    // Nothing is lost while page and backend are on their way.
    expect(running.backend.heard).toEqual([]);
    running.window.finishLoad();
    running.backend.emit('message', { type: 'ready' });
    expect(told(running.backend, 'shell')).toEqual([
      {
        type: 'shell',
        window: 1,
        event: { type: 'open', paths: [path, join(folder, 'run'), join(folder, 'early.spin')] },
      },
    ]);
    const event = preventable({});
    app.emit('open-file', event, '/later.spin');
    expect(event.prevented).toBe(true);
    expect(told(running.backend, 'shell')[1]).toMatchObject({ event: { type: 'open', paths: ['/later.spin'] } });
  });
});

describe('windows', () => {
  it('come back where they were on the display that they were on', async () => {
    const folder = await newFolder();
    world.displays = [display(0, 0, 1920, 1080), display(1920, 0, 2560, 1440)];
    const first = await startApplication({ folder });
    expect(first.window.bounds).toEqual({ x: 300, y: 90, width: 1320, height: 860 });
    first.window.bounds = { x: 2000, y: 100, width: 1500, height: 900 };
    first.window.maximised = true;
    first.window.emit('move');
    first.window.emit('resize');
    first.clock.advance(1);
    await vi.waitFor(async () => expect(await readFile(first.places.windowState, 'utf8')).toContain('2560x1440'));

    resetFakeElectron();
    world.displays = [display(0, 0, 1920, 1080), display(1920, 0, 2560, 1440)];
    const second = await startApplication({ folder });
    expect([second.window.bounds, second.window.maximised]).toEqual([
      { x: 2000, y: 100, width: 1500, height: 900 },
      true,
    ]);

    resetFakeElectron();
    const third = await startApplication({ folder });
    expect([third.window.bounds, third.window.maximised]).toEqual([{ x: 300, y: 90, width: 1320, height: 860 }, false]);
  });

  it('forget what is damaged', async () => {
    for (const damaged of [
      '{',
      '[]',
      '{"version":2,"displays":{}}',
      '{"version":1,"displays":{"a":{"x":1e99}}}',
      '{"version":1,"displays":{},"more":1}',
    ]) {
      const folder = await newFolder();
      const path = join(folder, 'state', 'windows.json');
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, damaged);
      const { window } = await startApplication({ folder });
      expect(window.bounds.width).toBe(1320);
    }
  });

  it('can be several, each with its own port and events', async () => {
    const { application, backend, window: first } = await readyApplication();
    application.openWindow();
    const second = BrowserWindow.all[1]!;
    second.finishLoad();
    expect(second.loads).toEqual(['app://spindrift/?window=2']);
    expect(second.webContents.posted).toHaveLength(1);
    expect(second.webContents.posted[0]!.ports).not.toEqual(first.webContents.posted[0]!.ports);
    second.focus();
    application.open(['/b.spin']);
    expect(told(backend, 'shell')).toEqual([{ type: 'shell', window: 2, event: { type: 'open', paths: ['/b.spin'] } }]);
    second.close();
    expect(app.quits).toBe(0);
  });

  it('are opened anew from the dock where the application outlives them', async () => {
    const { window } = await readyApplication({ platform: 'darwin' });
    window.close();
    expect(told(utilityProcess.children[0]!, 'stop')).toEqual([]);
    app.emit('activate');
    expect(BrowserWindow.all).toHaveLength(2);
  });

  it('load their page again when it died, and say so; ask when it keeps dying', async () => {
    const { window, backend, clock } = await readyApplication();
    const die = (): void => void window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(clock.pending).toBe(0);
    for (let death = 1; death <= 3; death++) {
      die();
      clock.advance(2);
      await vi.waitFor(() => expect(window.loads).toHaveLength(death + 1));
      window.finishLoad();
      expect(window.webContents.posted).toHaveLength(death + 1);
    }
    expect(told(backend, 'shell')).toEqual(
      Array.from({ length: 3 }, () => ({
        type: 'shell',
        window: 1,
        event: { type: 'notice', notice: 'page-crashed' },
      })),
    );
    expect(callsOf('messageBox')).toEqual([]);
    world.answers = [1];
    die();
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(callsOf('messageBox')).toHaveLength(1);
  });

  it('offer to load a page again that does not answer', async () => {
    const { window } = await readyApplication();
    world.answers = [0, 1];
    window.emit('unresponsive');
    await vi.waitFor(() => expect(callsOf('messageBox')).toHaveLength(1));
    expect(callsOf('crash')).toEqual([]);
    await Promise.resolve();
    window.emit('unresponsive');
    await vi.waitFor(() => expect(callsOf('crash')).toHaveLength(1));
  });
});
