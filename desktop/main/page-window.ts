/** One window with the page in it. */
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { BrowserWindowConstructorOptions, MessagePortMain, WebPreferences } from 'electron';
import type { Clock, Timer } from '../../base/index.js';
import type { ShellEvent } from '../rpc/api/shell.js';
import type { Texts } from './messages.js';
import { isPageAddress, PAGE_ORIGIN } from './page-address.js';
import { Restarts } from './restarts.js';
import { placeWindow, SMALLEST, type WindowStateFile } from './window-state.js';

/** The page is a web page and no more; every one of these is asserted by a test. */
export const WEB_PREFERENCES = {
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
  // The checker would fetch its dictionaries.
  spellcheck: false,
} as const satisfies WebPreferences;

export interface PageWindowOptions {
  /** Tells this window from others in `system.shell`. */
  readonly number: number;
  readonly preload: string;
  readonly icon: string;
  readonly texts: Texts;
  readonly state: WindowStateFile;
  readonly clock: Clock;
  /** Makes a connection to the backend; undefined while there is none. */
  readonly connect: () => MessagePortMain | undefined;
  /** Brings an event to the page, by way of the backend. */
  readonly deliver: (event: ShellEvent) => void;
  /** Asked before the window closes. */
  readonly mayClose: () => boolean;
  readonly onClosed: () => void;
}

/** Moves and resizings within this time are written once, seconds. */
const SETTLE_S = 0.5;
/** Events kept while there is no backend. */
const MOST_PENDING = 100;
/** How far a further window stands from the one before, pixels. */
const CASCADE = 28;

export class PageWindow {
  readonly window: BrowserWindow;
  readonly #options: PageWindowOptions;
  readonly #restarts = new Restarts({ firstS: 0.1, longestS: 2, healthyS: 60, most: 3 });
  #loaded = false;
  #loadedAt = 0;
  #pending: ShellEvent[] = [];
  #settle: Timer | undefined;
  #hang: AbortController | undefined;

  constructor(options: PageWindowOptions) {
    this.#options = options;
    const place = placeWindow(options.state.memory, screen.getAllDisplays(), screen.getPrimaryDisplay());
    const shift = options.number > 1 ? CASCADE : 0;
    this.window = new BrowserWindow({
      ...windowOptions(options),
      x: place.x + shift,
      y: place.y + shift,
      width: place.width,
      height: place.height,
    });
    if (place.maximised && options.number === 1) this.window.maximize();
    this.#followPlace();
    this.#followPage();
  }

  get number(): number {
    return this.#options.number;
  }

  /** Loads the page. */
  async load(): Promise<void> {
    // A page that cannot be loaded has told so by `did-fail-load`.
    await this.window.loadURL(`${PAGE_ORIGIN}/?window=${this.number}`).catch(() => undefined);
  }

  /** Brings the window to the front. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Tells the page something, now or when there is a backend to carry it. */
  tell(event: ShellEvent): void {
    this.#pending = [...this.#pending, event].slice(-MOST_PENDING);
    if (this.#loaded) this.#flush();
  }

  /** Gives the page a connection to the backend: when it was loaded, and whenever the backend was started. */
  connect(): void {
    const { webContents } = this.window;
    // Whatever else may have got into the window does not get the port.
    if (!this.#loaded || !isPageAddress(webContents.getURL())) return;
    const port = this.#options.connect();
    if (port === undefined) return;
    webContents.postMessage('spindrift:port', null, [port]);
    this.#flush();
  }

  #flush(): void {
    const events = this.#pending;
    this.#pending = [];
    for (const event of events) this.#options.deliver(event);
  }

  #followPlace(): void {
    const later = (): void => {
      this.#settle?.cancel();
      this.#settle = this.#options.clock.setTimer(SETTLE_S, () => this.#rememberPlace());
    };
    this.window.on('resize', later);
    this.window.on('move', later);
    this.window.on('maximize', later);
    this.window.on('unmaximize', later);
    this.window.on('close', (event) => {
      this.#settle?.cancel();
      this.#rememberPlace();
      if (!this.#options.mayClose()) event.preventDefault();
    });
    this.window.on('closed', () => {
      this.#hang?.abort();
      this.#options.onClosed();
    });
  }

  #rememberPlace(): void {
    const { window } = this;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const now = { x, y, width, height, maximised: window.isMaximized() };
    void this.#options.state.remember(screen.getDisplayMatching(window.getBounds()), now);
  }

  #followPage(): void {
    const { window } = this;
    const { webContents } = window;
    window.once('ready-to-show', () => window.show());
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#loaded = false;
    });
    webContents.on('did-finish-load', () => {
      this.#loaded = true;
      this.#loadedAt = this.#options.clock.now();
      this.connect();
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      this.#loaded = false;
      this.#hang?.abort();
      if (reason !== 'clean-exit') void this.#recover();
    });
    window.on('unresponsive', () => void this.#askAboutHang());
    window.on('responsive', () => this.#hang?.abort());
  }

  /** Loads the page again after it died; asks when it keeps dying. */
  async #recover(): Promise<void> {
    const { clock, texts } = this.#options;
    const wait = this.#restarts.died(clock.now() - this.#loadedAt);
    if (wait === undefined) {
      const { response } = await dialog.showMessageBox(this.window, {
        type: 'error',
        message: texts.pageFailedTitle,
        detail: texts.pageFailedDetail,
        buttons: [texts.reload, texts.closeWindow],
        defaultId: 0,
        cancelId: 1,
      });
      if (response !== 0) {
        this.window.close();
        return;
      }
      this.#restarts.forgive();
    } else {
      await clock.sleep(wait);
    }
    if (this.window.isDestroyed()) return;
    this.tell({ type: 'notice', notice: 'page-crashed' });
    await this.load();
  }

  async #askAboutHang(): Promise<void> {
    if (this.#hang !== undefined) return;
    const { texts } = this.#options;
    this.#hang = new AbortController();
    try {
      const { response } = await dialog.showMessageBox(this.window, {
        type: 'warning',
        message: texts.hangTitle,
        detail: texts.hangDetail,
        buttons: [texts.hangWait, texts.reload],
        defaultId: 0,
        cancelId: 0,
        signal: this.#hang.signal,
      });
      // Its end is what `#recover` waits for.
      if (response === 1 && !this.window.isDestroyed()) this.window.webContents.forcefullyCrashRenderer();
    } finally {
      this.#hang = undefined;
    }
  }
}

function windowOptions({ preload, icon }: PageWindowOptions): BrowserWindowConstructorOptions {
  return {
    title: 'Spindrift',
    icon,
    show: false,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#fbfbfa',
    webPreferences: { ...WEB_PREFERENCES, preload },
  };
}
