/** The application: one instance, its windows, its backend, its end. */
import { app, dialog, Menu, powerMonitor, session } from 'electron';
import { z } from 'zod';
import { backgroundClock, type Clock } from '../../base/index.js';
import type { ShellCommand } from '../rpc/api/shell.js';
import { chosenRunsDir } from '../backend/store-folder.js';
import { BackendProcess, type BackendFailure } from './backend-process.js';
import { openLink } from './external-links.js';
import { guardAllContents } from './guards.js';
import { menuTemplate } from './menu.js';
import { textsFor, type Texts } from './messages.js';
import { ARCHIVE_EXTENSION, openedFiles } from './opened-files.js';
import { forbidOtherAddresses, servePage } from './page-protocol.js';
import { PageWindow } from './page-window.js';
import type { Places } from './places.js';
import { installPermissions } from './permissions.js';
import { PowerSave } from './power-save.js';
import { WindowStateFile } from './window-state.js';

export interface ApplicationOptions {
  readonly places: Places;
  /** Arguments of the command line without the program itself. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly platform?: NodeJS.Platform;
  readonly clock?: Clock;
}

/** What a second start hands to the first. */
const handedOver = z.object({ args: z.array(z.string().max(10_000)).max(1000), cwd: z.string().max(10_000) });

export class Application {
  readonly #options: ApplicationOptions;
  readonly #clock: Clock;
  readonly #backend: BackendProcess;
  readonly #power = new PowerSave();
  readonly #texts: Texts;
  readonly #state: WindowStateFile;
  readonly #windows = new Map<number, PageWindow>();
  #numbers = 0;
  #quitting: 'asking' | 'ending' | 'done' | undefined;

  /**
   * Starts the application. Everything that must happen before it is ready happens before this first waits.
   * @returns undefined in a second instance, which has handed over its files and ends
   */
  static async start(options: ApplicationOptions): Promise<Application | undefined> {
    const { args, cwd } = options;
    if (!app.requestSingleInstanceLock({ args, cwd })) {
      app.quit();
      return undefined;
    }
    app.enableSandbox();
    // macOS names files before the application is ready.
    const early: string[] = [];
    let open = (paths: string[]): void => void early.push(...paths);
    app.on('open-file', (event, path) => {
      event.preventDefault();
      open([path]);
    });
    app.on('second-instance', (_event, _argv, _cwd, data) => {
      const other = handedOver.safeParse(data);
      void (other.success ? openedFiles(other.data.args, other.data.cwd) : Promise.resolve([])).then((paths) =>
        open(paths),
      );
    });
    await app.whenReady();
    const { places } = options;
    const runs = await chosenRunsDir(places.config, places.runs);
    const chosen = { ...options, places: { ...places, runs } };
    const application = new Application(chosen, await WindowStateFile.open(places.windowState));
    application.#begin();
    open = (paths) => application.open(paths);
    application.open([...(await openedFiles(args, cwd)), ...early]);
    return application;
  }

  private constructor(options: ApplicationOptions, state: WindowStateFile) {
    this.#options = options;
    this.#clock = options.clock ?? backgroundClock;
    this.#state = state;
    this.#texts = textsFor(app.getLocale());
    const { places } = options;
    this.#backend = new BackendProcess({
      entry: places.backend,
      args: ['--runs', places.runs, '--config', places.config],
      cwd: places.home,
      onReady: () => this.#windows.forEach((window) => window.connect()),
      onRuns: (active) => this.#power.follow(active),
      onFailure: (failure) => void this.#backendFailed(failure),
      clock: this.#clock,
    });
  }

  #begin(): void {
    const { places, platform = process.platform } = this.#options;
    const texts = this.#texts;
    guardAllContents((address) => void openLink(address, texts));
    const pages = session.defaultSession;
    installPermissions(pages);
    forbidOtherAddresses(pages);
    servePage(pages, places.page);
    pages.setSpellCheckerEnabled(false);
    app.setAboutPanelOptions({
      applicationName: 'Spindrift',
      applicationVersion: app.getVersion(),
      iconPath: places.icon,
    });
    const actions = {
      send: (command: ShellCommand) => this.#front()?.tell({ type: 'command', command }),
      newWindow: () => this.openWindow(),
      open: (what: 'file' | 'folder') => void this.#askWhatToOpen(what),
      quit: () => app.quit(),
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts, actions, platform)));
    app.on('activate', () => {
      if (this.#windows.size === 0) this.openWindow();
    });
    app.on('window-all-closed', () => {
      if (platform !== 'darwin') app.quit();
    });
    app.on('before-quit', (event) => {
      if (this.#quitting === 'done') return;
      event.preventDefault();
      void this.quit();
    });
    // Nobody is there to be asked when the computer or whoever started this ends it.
    powerMonitor.on('shutdown', (event?: { preventDefault?: () => void }) => {
      event?.preventDefault?.();
      void this.quit({ ask: false });
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void this.quit({ ask: false }));
    this.#backend.start();
    this.openWindow();
  }

  /** Opens a further window. */
  openWindow(): PageWindow {
    this.#numbers += 1;
    const number = this.#numbers;
    const { places } = this.#options;
    const window = new PageWindow({
      number,
      preload: places.preload,
      icon: places.icon,
      texts: this.#texts,
      state: this.#state,
      clock: this.#clock,
      connect: () => this.#backend.connect(),
      deliver: (event) => this.#backend.tell({ type: 'shell', window: number, event }),
      mayClose: () => this.#mayClose(),
      onClosed: () => this.#windows.delete(number),
    });
    this.#windows.set(number, window);
    void window.load();
    return window;
  }

  /** Brings the application to the front and gives its page what was opened. @param paths absolute; may be empty */
  open(paths: readonly string[]): void {
    const window = this.#front() ?? this.openWindow();
    window.focus();
    if (paths.length > 0) window.tell({ type: 'open', paths });
  }

  /** The window in front, else the newest. */
  #front(): PageWindow | undefined {
    const all = [...this.#windows.values()];
    return all.find(({ window }) => window.isFocused()) ?? all.at(-1);
  }

  async #askWhatToOpen(what: 'file' | 'folder'): Promise<void> {
    const { openTitle, openFilter } = this.#texts;
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title: openTitle,
      properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      ...(what === 'folder' ? {} : { filters: [{ name: openFilter, extensions: [ARCHIVE_EXTENSION.slice(1)] }] }),
    });
    if (!canceled) this.open(filePaths);
  }

  /** The last window of a system where that ends the application closes only after the same question. */
  #mayClose(): boolean {
    const { platform = process.platform } = this.#options;
    if (platform === 'darwin' || this.#windows.size > 1 || this.#quitting === 'done' || this.#quitting === 'ending')
      return true;
    if (this.#backend.runs === 0) return true;
    void this.quit();
    return false;
  }

  async #backendFailed({ code, lastLines }: BackendFailure): Promise<void> {
    const texts = this.#texts;
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: texts.backendFailedTitle,
      detail: `${texts.backendFailedDetail}\n${lastLines.trim() || `exit code ${code}`}`,
      buttons: [texts.tryAgain, texts.quit],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) this.#backend.start();
    else await this.quit({ ask: false });
  }

  /**
   * Ends the application: asks if runs go on, has the backend stop them and leave arrays safe, writes what is to be remembered.
   * @returns whether it ends
   */
  async quit({ ask = true }: { readonly ask?: boolean } = {}): Promise<boolean> {
    if (this.#quitting === 'ending' || this.#quitting === 'done') return true;
    if (ask && this.#quitting === 'asking') return false;
    if (ask && this.#backend.runs > 0) {
      this.#quitting = 'asking';
      const stay = !(await this.#askToStop());
      // Somebody who does not ask may have come in between; the compiler does not know.
      if ((this.#quitting as string) !== 'asking') return true;
      this.#quitting = undefined;
      if (stay) return false;
    }
    this.#quitting = 'ending';
    await this.#backend.stop();
    this.#power.follow(0);
    await this.#state.flush();
    this.#quitting = 'done';
    app.quit();
    return true;
  }

  async #askToStop(): Promise<boolean> {
    const { quitTitle, quitDetail, quitStop, quitStay } = this.#texts;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: quitTitle,
      detail: quitDetail,
      buttons: [quitStop, quitStay],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }
}
