/** A stand-in for Electron's main process: keeps what it is asked for, and lets a test play the system, the page and the backend. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { calls, note } from './fake-calls.js';
import { FakeContents, FakeSession } from './fake-session.js';

export { calls, callsOf, type FakeCall } from './fake-calls.js';
export { FakeContents, FakeSession } from './fake-session.js';

/** What the world around the application is like. */
export const world = {
  lock: true,
  locale: 'en-GB',
  /** Answers of message boxes to come; the last is repeated. */
  answers: [0] as number[],
  openDialog: { canceled: true, filePaths: [] as string[] },
  displays: [display(0, 0, 1920, 1080)],
  dark: false,
};

export interface FakeDisplay {
  readonly bounds: { x: number; y: number; width: number; height: number };
  readonly workArea: { x: number; y: number; width: number; height: number };
  readonly scaleFactor: number;
}

/** A display with a bar of 40 pixels below. */
export function display(x: number, y: number, width: number, height: number, scaleFactor = 1): FakeDisplay {
  return { bounds: { x, y, width, height }, workArea: { x, y, width, height: height - 40 }, scaleFactor };
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  quits = 0;
  whenReady = (): Promise<void> => Promise.resolve();
  requestSingleInstanceLock = (data: unknown): boolean => {
    note('lock', data);
    return world.lock;
  };
  enableSandbox = (): void => note('enableSandbox');
  getLocale = (): string => world.locale;
  getVersion = (): string => '1.2.3';
  getPath = (name: string): string => `/paths/${name}`;
  setAboutPanelOptions = (options: unknown): void => note('about', options);
  /** As the real one: asks, and ends when nobody objects. */
  quit = (): void => {
    const event = preventable({});
    this.emit('before-quit', event);
    if (!event.prevented) {
      this.quits += 1;
      note('ended');
    }
  };
}

export const app = new FakeApp();

/** An event that can be prevented. */
export function preventable<T extends object>(
  fields: T,
): T & { preventDefault: () => void; readonly prevented: boolean } {
  let prevented = false;
  return Object.defineProperty({ ...fields, preventDefault: () => void (prevented = true) }, 'prevented', {
    get: () => prevented,
  }) as never;
}

export interface FakeWindowOptions {
  x: number;
  y: number;
  width: number;
  height: number;
  webPreferences: Readonly<Record<string, unknown>>;
  [name: string]: unknown;
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly loads: string[] = [];
  bounds: { x: number; y: number; width: number; height: number };
  maximised = false;
  minimised = false;
  focused = false;
  visible = false;
  destroyed = false;

  constructor(readonly options: FakeWindowOptions) {
    super();
    const { x, y, width, height } = options;
    this.bounds = { x, y, width, height };
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.loads.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  }
  /** The page has been loaded. */
  finishLoad(): void {
    this.webContents.emit('did-finish-load');
  }
  maximize(): void {
    this.maximised = true;
    this.emit('maximize');
  }
  isMaximized = (): boolean => this.maximised;
  isMinimized = (): boolean => this.minimised;
  isFullScreen = (): boolean => false;
  isFocused = (): boolean => this.focused;
  isDestroyed = (): boolean => this.destroyed;
  getBounds = (): object => this.bounds;
  getNormalBounds = (): object => this.bounds;
  restore(): void {
    this.minimised = false;
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    for (const one of BrowserWindow.all) one.focused = one === this;
    note('focus', BrowserWindow.all.indexOf(this));
  }
  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (event.prevented) return;
    this.destroyed = true;
    this.emit('closed');
    if (BrowserWindow.all.every(({ destroyed }) => destroyed)) app.emit('window-all-closed');
  }
}

/** One end of a channel: keeps nothing, is only passed on. */
export class FakePort {
  constructor(readonly channel: number) {}
}

let channels = 0;
export class MessageChannelMain {
  readonly port1: FakePort;
  readonly port2: FakePort;
  constructor() {
    channels += 1;
    this.port1 = new FakePort(channels);
    this.port2 = new FakePort(channels);
  }
}

export class FakeChild extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly heard: { message: unknown; ports: unknown[] }[] = [];
  killed = false;
  constructor(
    readonly entry: string,
    readonly args: string[],
    readonly options: { env: Record<string, string>; cwd: string; serviceName: string },
  ) {
    super();
  }
  postMessage(message: unknown, ports: unknown[] = []): void {
    this.heard.push({ message, ports });
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 143);
    return true;
  }
}

export const utilityProcess = {
  children: [] as FakeChild[],
  fork(entry: string, args: string[], options: FakeChild['options']): FakeChild {
    const child = new FakeChild(entry, args, options);
    this.children.push(child);
    return child;
  },
};

export const session = { defaultSession: new FakeSession() };
export const protocol = { registerSchemesAsPrivileged: (schemes: unknown): void => note('schemes', schemes) };
export const dialog = {
  showMessageBox: (...args: unknown[]): Promise<{ response: number }> => {
    note('messageBox', args.at(-1));
    const [answer = 0] = world.answers;
    if (world.answers.length > 1) world.answers.shift();
    return Promise.resolve({ response: answer });
  },
  showOpenDialog: (options: unknown): Promise<typeof world.openDialog> => {
    note('openDialog', options);
    return Promise.resolve(world.openDialog);
  },
};
export const shell = {
  openExternal: (url: string): Promise<void> => {
    note('openExternal', url);
    return Promise.resolve();
  },
};
export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (menu: unknown): void => note('menu', menu),
};
export const screen = {
  getAllDisplays: () => world.displays,
  getPrimaryDisplay: () => world.displays[0]!,
  getDisplayMatching: ({ x, y }: { x: number; y: number }) =>
    world.displays.find(
      ({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height,
    ) ?? world.displays[0]!,
};
export const nativeTheme = {
  get shouldUseDarkColors(): boolean {
    return world.dark;
  },
};
export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = {
  running: new Set<number>(),
  started: 0,
  start(kind: string): number {
    this.started += 1;
    this.running.add(this.started);
    note('powerSave', kind);
    return this.started;
  },
  stop(id: number): void {
    this.running.delete(id);
  },
};
/** Nothing of the product listens here; a test looks. */
export const ipcMain = new EventEmitter();
export const ipcRenderer = new EventEmitter();

/** Forgets everything. */
export function resetFakeElectron(): void {
  calls.length = 0;
  channels = 0;
  Object.assign(world, {
    lock: true,
    locale: 'en-GB',
    answers: [0],
    openDialog: { canceled: true, filePaths: [] },
    displays: [display(0, 0, 1920, 1080)],
    dark: false,
  });
  app.removeAllListeners();
  app.quits = 0;
  powerMonitor.removeAllListeners();
  BrowserWindow.all.length = 0;
  utilityProcess.children.length = 0;
  session.defaultSession = new FakeSession();
  powerSaveBlocker.running.clear();
}
