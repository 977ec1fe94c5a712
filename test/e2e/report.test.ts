import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../lab/report/index.js';
import { exampleReportInput } from './report-example.js';

const executablePath = process.env['SPINDRIFT_CHROMIUM'] ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'spindrift-report-'));
const file = join(folder, 'report.html');
/** Where a person wants to look at the page, the test leaves its pictures there. */
const shots = process.env['SPINDRIFT_SHOTS'];

/** Missing locally: skipped with the reason in the name. In CI the browser is installed, and its absence is a failure. */
const missing = !existsSync(executablePath) && process.env['CI'] === undefined;

describe.skipIf(missing)(`report.html in a browser${missing ? ` (skipped: no ${executablePath})` : ''}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, renderReport(exampleReportInput()));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the file and notes everything that went wrong or went out. */
  async function open(options: {
    colorScheme: 'light' | 'dark';
    javaScriptEnabled?: boolean;
    width?: number;
  }): Promise<{ page: Page; trouble: string[] }> {
    const { width = 1120, ...rest } = options;
    const context = await browser.newContext({
      ...rest,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      locale: 'de-DE',
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    if (rest.javaScriptEnabled !== false) {
      await page.waitForSelector('html[data-drawn=true]', { timeout: 10_000 }).catch((cause: unknown) => {
        throw new Error(`the page did not draw its plots: ${trouble.join('; ')}`, { cause });
      });
    }
    return { page, trouble };
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`draws every plot from disk, without a network and without a complaint (${colorScheme})`, async () => {
      const { page, trouble } = await open({ colorScheme });
      const places = await page.locator('.plot').count();
      expect(places).toBe(8 + 3);
      expect(await page.locator('.plot canvas').count()).toBe(places);
      expect(await page.evaluate('[...document.images].every((i) => i.complete && i.naturalWidth > 0)')).toBe(true);
      if (shots !== undefined)
        await page.screenshot({ path: join(shots, `report-${colorScheme}.png`), fullPage: true });
      expect(trouble).toEqual([]);
      await page.context().close();
    });
  }

  it('is whole without script: pictures, figures and the table of steps', async () => {
    const { page } = await open({ colorScheme: 'light', javaScriptEnabled: false });
    expect(await page.locator('.scope').count()).toBe(4);
    expect(await page.locator('details tbody tr').count()).toBeGreaterThanOrEqual(50);
    await page.context().close();
  });

  it('fits a narrow window without scrolling sideways', async () => {
    const { page } = await open({ colorScheme: 'light', width: 360 });
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'report-narrow.png'), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('prints light, with everything unfolded', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--paper").trim()')).toBe(
      '#ffffff',
    );
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details[open]').count()).toBe(0);
    if (shots !== undefined) await page.pdf({ path: join(shots, 'report.pdf') });
    await page.context().close();
  });

  it('names every region, image and heading once', async () => {
    const { page } = await open({ colorScheme: 'light' });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('img:not([alt]), [role=img]:not([aria-label])').count()).toBe(0);
    const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map((e) => e.id)');
    expect(new Set(ids).size).toBe(ids.length);
    await page.context().close();
  });
});
