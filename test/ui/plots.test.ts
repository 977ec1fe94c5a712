/** Plots in a browser, on a page that has one of each. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.js';
import { launchBrowser, whyNoBrowser } from './browser.js';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";
const renderer = fileURLToPath(new URL('../../desktop/renderer', import.meta.url));

let folder: string;
let server: Server;
let browser: Browser;
let complaints: string[] = [];

async function open(theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width: 900, height: 800 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/plot/testing/gallery.html`);
  await page.waitForFunction(() => {
    const plots = [...document.querySelectorAll('[data-drawn]')];
    return plots.length > 9 && plots.every((plot) => (plot as HTMLElement).dataset['drawn'] !== 'false');
  });
  return page;
}

const readout = (page: Page, id: string): Promise<string> => page.locator(`#${id} .plot-readout`).first().innerText();

describe.skipIf(whyNoBrowser(false) !== undefined)('plots', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spindrift-plots-'));
    await build({
      root: renderer,
      configFile: join(renderer, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, rolldownOptions: { input: join(renderer, 'plot/testing/gallery.html') } },
    });
    server = createServer((request, response) => {
      void readFile(join(folder, (request.url ?? '').replace(/\?.*/, ''))).then(
        (body) => {
          response.writeHead(200, {
            'content-type': TYPES[extname(request.url ?? '')] ?? 'application/octet-stream',
            'content-security-policy': POLICY,
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-embedder-policy': 'require-corp',
          });
          response.end(body);
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints, 'errors on the console').toEqual([]);
    complaints = [];
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['light', 'dark'] as const)('are accessible in the %s theme', async (theme) => {
    await expectAccessible(await open(theme));
  });

  it('say in words what they show', async () => {
    const page = await open();
    const label = await page.locator('#points [role=img]').first().getAttribute('aria-label');
    expect(label).toMatch(/^Switching probability.*: 15 values, minimum .*, mean .*, maximum /);
    await expect(page.locator('#log .plot-notes').innerText()).resolves.toContain('1 value is not positive');
  });

  it('are read by keyboard: cursors, their distance, selection, zoom, reset', async () => {
    const page = await open();
    const plot = page.locator('#points .plot-canvas');
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    expect(await readout(page, 'points')).toContain('Cursor A');
    await page.keyboard.press('c');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
    expect(await readout(page, 'points')).toMatch(/Cursor B[\s\S]*Δ[\s\S]*1\/Δ/);
    await page.keyboard.press('[');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press(']');
    expect(await readout(page, 'points')).toContain('Selection');
    const reset = page.locator('#points').getByRole('button', { name: /Show everything/ });
    expect(await reset.isDisabled()).toBe(true);
    await page.keyboard.press('+');
    expect(await reset.isEnabled()).toBe(true);
    await page.keyboard.press('0');
    expect(await reset.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await readout(page, 'points')).not.toContain('Cursor');
  });

  it('zoom by dragging and by the wheel, and come back by a double click', async () => {
    const page = await open();
    await page.locator('#loop .u-over').scrollIntoViewIfNeeded();
    const box = (await page.locator('#loop .u-over').boundingBox())!;
    const reset = page.locator('#loop').getByRole('button', { name: /Show everything/ });
    await page.mouse.move(box.x + 100, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 62, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('#loop button[disabled]'));
    await page.mouse.dblclick(box.x + 200, box.y + 80);
    await page.waitForFunction(() => document.querySelector('#loop button[disabled]') !== null);
    await page.locator('#loop .plot-canvas').focus();
    await page.mouse.wheel(0, -120);
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('#loop button[disabled]'));
    expect(await reset.isEnabled()).toBe(true);
  });

  it('tell the value under the mouse', async () => {
    const page = await open();
    const box = (await page.locator('#points .u-over').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() =>
      /counted: 750\.00.mV/.test(document.querySelector('#points .plot-hover')?.textContent ?? ''),
    );
  });

  it('draw what was zoomed to', async () => {
    const page = await open();
    await page.locator('#points .plot-canvas').focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('+');
    const box = (await page.locator('#points .u-over').boundingBox())!;
    await page.mouse.move(box.x + 2, box.y + 5);
    // All of it begins at 0.4 V; the middle third at more than half a volt.
    await page.waitForFunction(() =>
      /^6\d\d.*mV/.test(document.querySelector('#points .plot-hover')?.textContent ?? ''),
    );
  });

  it('take explicit limits, and refuse what is none', async () => {
    const page = await open();
    const plot = page.locator('#points');
    await plot.getByRole('button', { name: /Set the ends of the axes/ }).click();
    const from = plot.locator('input[name=x-from]');
    await from.fill('nonsense');
    await plot.getByRole('button', { name: 'Apply' }).click();
    await plot.getByRole('alert').filter({ hasText: 'Not a number' }).waitFor();
    await from.fill('600 mV');
    await plot.getByRole('button', { name: 'Apply' }).click();
    await plot.getByRole('button', { name: /Copy CSV of what is shown/ }).click();
    await plot.locator('.plot-said', { hasText: /Copied \d+ rows/ }).waitFor();
    const csv = await page.evaluate(() => navigator.clipboard.readText());
    expect(csv.split('\n')[0]).toBe('Series,Pulse amplitude (V),P_sw,P_sw lower end,P_sw upper end');
    const volts = csv.trim().split('\n').slice(1).map((line) => Number(line.split(',')[1])); // prettier-ignore
    expect(Math.min(...volts)).toBeGreaterThanOrEqual(0.6);
  });

  it('are tables, too', async () => {
    const page = await open();
    await page
      .locator('#points')
      .getByRole('button', { name: /View as table/ })
      .click();
    expect(await page.locator('#points .plot-table tbody tr').count()).toBe(135);
    await expectAccessible(page);
  });

  it('walk over a map cell by cell, with counts, interval and cuts', async () => {
    const page = await open();
    await page.locator('#map .plot-canvas').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    const text = await readout(page, 'map');
    expect(text).toMatch(/Pulse width .*[np]s · Amplitude .*V · P_sw 0\.\d+ · \d+ of 400 · 95 %: 0\.\d+ to 0\.\d+/);
    expect(await page.locator('#map .plot-cuts figure').count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('#map .plot-cuts') === null);
  });

  it('give away pictures', async () => {
    const page = await open();
    const waits = page.waitForEvent('download');
    await page.locator('#map').getByRole('button', { name: 'Save as PNG' }).click();
    const file = await readFile(await (await waits).path());
    expect(file.subarray(1, 4).toString()).toBe('PNG');
  });
});
