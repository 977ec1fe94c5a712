import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PERMISSIONS } from '../../desktop/main/permissions.js';
import { app, calls, callsOf, FakeContents, ipcMain, preventable, session, world } from '../support/fake-electron.js';
import { cleanUp, readyApplication, resetFakeElectron, startApplication } from './running-application.js';

beforeEach(resetFakeElectron);
afterEach(cleanUp);

const PAGE = 'app://spindrift/?window=1';

function pageContents(): FakeContents {
  const contents = new FakeContents();
  contents.url = PAGE;
  return contents;
}

/** What the request handler answers. */
function requested(permission: string, { from = PAGE, isMainFrame = true, contents = pageContents() } = {}): boolean {
  let granted: boolean | undefined;
  session.defaultSession.requestHandler!(contents, permission, (answer) => (granted = answer), {
    isMainFrame,
    requestingUrl: from,
  });
  return granted!;
}

const checked = (permission: string, origin = 'app://spindrift/', isMainFrame = true): boolean =>
  session.defaultSession.checkHandler!(pageContents(), permission, origin, { isMainFrame });

describe('a window', () => {
  it('shows a page that is a web page and no more', async () => {
    const { window, places } = await startApplication();
    expect(window.options.webPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      preload: places.preload,
    });
    expect(window.loads).toEqual([PAGE]);
    expect(callsOf('enableSandbox')).toHaveLength(1);
    expect(callsOf('spellChecker')).toEqual([[false]]);
  });

  it('opens no other, and shows a link of the list before the browser opens it', async () => {
    const { window } = await startApplication();
    const open = (url: string): unknown => window.webContents.openHandler!({ url });
    expect(open('https://doi.org/10.1038/x')).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(callsOf('openExternal')).toEqual([['https://doi.org/10.1038/x']]));
    expect(callsOf('messageBox')[0]![0]).toMatchObject({
      detail: 'https://doi.org/10.1038/x',
      cancelId: 1,
      defaultId: 1,
    });

    calls.length = 0;
    world.answers = [1];
    open('https://arxiv.org/abs/2407.12261');
    await vi.waitFor(() => expect(callsOf('messageBox')).toHaveLength(1));
    for (const bad of [
      'http://doi.org/x',
      'https://doi.org.example.org/',
      'https://doi.org@example.org/',
      'https://ada@doi.org/',
      'https://doi.org:8443/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://doi.org/x',
      'app://spindrift/',
      '',
    ])
      expect(open(bad)).toEqual({ action: 'deny' });
    await Promise.resolve();
    expect(callsOf('messageBox')).toHaveLength(1);
    expect(callsOf('openExternal')).toEqual([]);
  });

  it('goes nowhere else and holds no other page', async () => {
    const { window } = await startApplication();
    for (const kind of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const [url, stays] of [
        [PAGE, false],
        ['app://spindrift/other', false],
        ['app://evil/', true],
        ['https://example.org/', true],
        ['file:///etc/passwd', true],
        ['data:text/html,x', true],
        ['http://127.0.0.1:8000/', true],
      ] as const) {
        const event = preventable({ url, isMainFrame: true });
        window.webContents.emit(kind, event);
        expect([kind, url, event.prevented]).toEqual([kind, url, stays]);
      }
    }
    const inFrame = preventable({ url: PAGE, isMainFrame: false });
    window.webContents.emit('will-frame-navigate', inFrame);
    expect(inFrame.prevented).toBe(true);
    const view = preventable({});
    window.webContents.emit('will-attach-webview', view);
    expect(view.prevented).toBe(true);
  });

  it('guards contents that come into being later', async () => {
    await startApplication();
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  it('are refused, but for those that the table allows with a reason', async () => {
    await startApplication();
    const allowed = ['clipboard-sanitized-write', 'fullscreen'];
    for (const [permission, { allow, reason }] of Object.entries(PERMISSIONS)) {
      expect([permission, allow]).toEqual([permission, allowed.includes(permission)]);
      expect(reason).not.toBe('');
      expect(requested(permission)).toBe(allow);
      expect(checked(permission)).toBe(allow);
    }
    for (const unheardOf of ['telepathy', 'toString', '__proto__', '']) {
      expect(requested(unheardOf)).toBe(false);
      expect(checked(unheardOf)).toBe(false);
    }
  });

  it('are for the main frame of our page alone', async () => {
    await startApplication();
    const foreign = new FakeContents();
    foreign.url = 'https://example.org/';
    expect(requested('fullscreen', { from: 'https://example.org/' })).toBe(false);
    expect(requested('fullscreen', { contents: foreign })).toBe(false);
    expect(requested('fullscreen', { isMainFrame: false })).toBe(false);
    expect(checked('fullscreen', 'https://example.org')).toBe(false);
    expect(checked('fullscreen', 'app://spindrift/', false)).toBe(false);
    expect(session.defaultSession.checkHandler!(null, 'fullscreen', 'app://spindrift/', { isMainFrame: true })).toBe(
      false,
    );
  });

  it('never reach a device', async () => {
    await startApplication();
    const pages = session.defaultSession;
    for (const deviceType of ['hid', 'serial', 'usb']) expect(pages.deviceHandler!({ deviceType })).toBe(false);
    const chosen: unknown[] = [];
    for (const kind of ['select-hid-device', 'select-usb-device']) {
      const event = preventable({});
      pages.emit(kind, event, {}, (device?: string) => chosen.push(device));
      expect(event.prevented).toBe(true);
    }
    const event = preventable({});
    pages.emit('select-serial-port', event, [{ portId: '1' }], {}, (port: string) => chosen.push(port));
    expect(event.prevented).toBe(true);
    expect(chosen).toEqual([undefined, undefined, '']);
    let streams: unknown = 'untouched';
    pages.displayMediaHandler!({}, (given) => (streams = given));
    expect(streams).toBeNull();
  });
});

describe('what is loaded', () => {
  it('is files of the page and what the page makes: no file of the computer, no network, not even this computer’s', async () => {
    await startApplication();
    const cancelled = (url: string): boolean => {
      let answer: boolean | undefined;
      session.defaultSession.beforeRequest!({ url }, ({ cancel }) => (answer = cancel));
      return answer!;
    };
    for (const url of [
      PAGE,
      'app://spindrift/assets/x.js',
      'blob:app://spindrift/1-2',
      'data:image/png;base64,AA',
      'devtools://devtools/x',
    ])
      expect([url, cancelled(url)]).toEqual([url, false]);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:1234/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://other/',
      'app://ada@spindrift/',
      'blob:https://example.org/1',
      'ftp://spindrift/',
    ])
      expect([url, cancelled(url)]).toEqual([url, true]);
  });
});

describe('the way between page and backend', () => {
  it('is one port, which the main process passes on and nothing listens beside', async () => {
    const { window, backend } = await readyApplication();
    const { posted } = window.webContents;
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ channel: 'spindrift:port', message: null });
    const [theirs] = backend.heard.filter(({ message }) => (message as { type: string }).type === 'port');
    expect(posted[0]!.ports).toEqual([theirs!.ports[0]]);
    expect(theirs!.ports[0]).not.toBe(posted[0]!.ports[0]);
    expect(ipcMain.eventNames()).toEqual([]);
    expect(window.webContents.listenerCount('ipc-message')).toBe(0);
  });

  it('is not given to a page that is not ours', async () => {
    const { window, backend } = await startApplication();
    window.webContents.url = 'https://example.org/';
    window.finishLoad();
    backend.emit('message', { type: 'ready' });
    expect(window.webContents.posted).toEqual([]);
    expect(backend.heard).toEqual([]);
  });

  it('survives whatever a backend says that it must not', async () => {
    const { backend, window } = await readyApplication();
    for (const nonsense of [
      null,
      3,
      'ready',
      {},
      { type: 'runs', active: -1 },
      { type: 'runs', active: 'many' },
      { type: 'eval' },
    ])
      backend.emit('message', nonsense);
    expect(window.webContents.posted).toHaveLength(1);
    expect(callsOf('powerSave')).toEqual([]);
  });

  it('gives the backend none of the variables that change what Node or Electron run', async () => {
    vi.stubEnv('NODE_OPTIONS', '--require /tmp/evil.js');
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    vi.stubEnv('SPINDRIFT_TEST', 'kept');
    try {
      const { backend, places } = await startApplication();
      expect(backend.entry).toBe(places.backend);
      expect(backend.args).toEqual(['--runs', places.runs, '--config', places.config]);
      expect(backend.options.env).toMatchObject({ SPINDRIFT_TEST: 'kept' });
      expect(Object.keys(backend.options.env).filter((name) => /^(NODE|ELECTRON)_/.test(name))).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
