/** Pages in a real browser over the real server, on simulated boards: what every test of the user interface starts with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../../desktop/server/index.js';
import { launchBrowser, whyNoBrowser } from './browser.js';

export { expectAccessible } from './axe.js';
export { drawn, expectGolden, picture, type GoldenOptions } from './golden.js';
export { focusedName, press, tabTo } from './keyboard.js';

/** How a page is opened. */
export interface OpenOptions {
  readonly theme?: 'light' | 'dark';
  readonly locale?: 'en' | 'de' | 'pseudo';
  /** Board that is chosen. */
  readonly board?: string;
  /** Default 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Lets the tour for newcomers come; otherwise it has been seen. */
  readonly tour?: boolean;
  /** Console errors that the test provokes; each is matched with the address of what it is about after it. */
  readonly allow?: readonly RegExp[];
}

/** A server with its browser. */
export interface Ui {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Run store. */
  readonly runsDir: string;
  readonly configDir: string;
  /** Opens a page in a browser profile of its own and waits until it is connected: `open('boards')`, `open('runs/NAME?tab=ledger')`. */
  open(route: string, options?: OpenOptions): Promise<Page>;
}

/** What the page's own preferences are called in the browser's storage. */
const preferences = (options: OpenOptions): Record<string, string> => ({
  'spindrift.theme': options.theme ?? 'light',
  'spindrift.locale': options.locale ?? 'en',
  ...(options.board === undefined ? {} : { 'spindrift.board': options.board }),
  ...(options.tour === true ? {} : { 'spindrift.tour': 'seen' }),
});

const built = (path: string): string => fileURLToPath(new URL(`../../dist/desktop/${path}`, import.meta.url));

class RunningUi implements Ui {
  readonly #contexts: BrowserContext[] = [];
  /** What the pages of the current test complained about. */
  complaints: string[] = [];

  constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    readonly root: string,
  ) {}

  get runsDir(): string {
    return join(this.root, 'runs');
  }

  get configDir(): string {
    return join(this.root, 'config');
  }

  async open(route: string, options: OpenOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    this.#contexts.push(context);
    await context.addInitScript((entries) => {
      for (const [key, value] of Object.entries(entries))
        if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    }, preferences(options));
    const page = await context.newPage();
    const allowed = (text: string): boolean => options.allow?.some((pattern) => pattern.test(text)) === true;
    page.on('console', (message) => {
      // The text alone does not say what failed to load.
      const text = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && !allowed(text)) this.complaints.push(text);
    });
    page.on('pageerror', (error) => {
      if (!allowed(error.message)) this.complaints.push(error.stack ?? error.message);
    });
    await page.goto(`${this.server.url}#/${route}`);
    await connected(page);
    return page;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.closePages();
    await this.browser.close();
    await this.server.stop();
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Waits until the page has its backend. */
export async function connected(page: Page): Promise<void> {
  await page.waitForSelector('html[data-connection="connected"]');
  await page.waitForSelector('h1');
}

async function start(): Promise<RunningUi> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-ui-'));
  const server = await startServer({
    runsDir: join(root, 'runs'),
    configDir: join(root, 'config'),
    page: built('page'),
    backend: built('backend/main.js'),
  });
  return new RunningUi(server, await launchBrowser(), root);
}

/**
 * Tests in a browser: one server and one browser for all of a file, a fresh profile for each page. A page that logs an error fails its test. Where there is no
 * browser, they are skipped and it is said why.
 */
export function describeUi(name: string, body: (ui: () => Ui) => void): void {
  const reason = whyNoBrowser();
  if (reason !== undefined) console.warn(`${name}: skipped, ${reason}`);
  describe.skipIf(reason !== undefined)(name, () => {
    let ui: RunningUi | undefined;
    const current = (): RunningUi => {
      if (ui === undefined) throw new Error('the server and the browser are started before the tests');
      return ui;
    };
    beforeAll(async () => {
      ui = await start();
    });
    afterEach(async () => {
      const { complaints } = current();
      await current().closePages();
      current().complaints = [];
      expect(complaints, 'errors on the console').toEqual([]);
    });
    afterAll(() => ui?.stop());
    body(current);
  });
}
