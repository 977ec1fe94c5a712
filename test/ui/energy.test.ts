import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openBoard } from '../../firmware-host/host/index.js';
import { findExperiment, runExperiment } from '../../lab/experiments/index.js';
import type { EnergyReport } from '../../lab/energy/index.js';
import { describeUi, drawn, expectAccessible, expectGolden, picture, tabTo, type Ui } from './harness.js';

/** Numbers of what is in a selection. */
function joulesOf(page: Page, place: string): Promise<number> {
  return page
    .locator(`[data-selection="${place}"] .energy-value`)
    .evaluate((value) => Number((value as HTMLElement).dataset['joules']));
}

describeUi('the energy page', (ui: () => Ui) => {
  let dir: string;
  let books: EnergyReport;
  beforeAll(async () => {
    dir = join(ui().runsDir, 'small');
    const board = await openBoard('sim:typical?seed=2');
    const experiment = await findExperiment('generate');
    const params = { images: 2, steps: 3 };
    await runExperiment(experiment, { board, outDir: dir, params, hostWattsPerCore: 8, telemetryPeriodMs: 100 });
    await board.close();
    books = JSON.parse(await readFile(join(dir, 'energy.json'), 'utf8')) as EnergyReport;
  });

  it('shows the books of a run by scope and kind, and over time', async () => {
    const page = await ui().open('energy');
    await page.locator('[data-selection="array-modelled"]').waitFor();
    expect(await joulesOf(page, 'array-modelled')).toBe(books.array.modelled!.joules);
    const cards = await page
      .locator('.scope-card .energy-value')
      .evaluateAll((values) => values.map((value) => (value as HTMLElement).dataset['kind']));
    expect(cards).toEqual(['modelled', 'modelled', 'modelled', 'estimated']);
    await drawn(page);
    await expectAccessible(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await expectAccessible(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    // What the simulated board took is the same each time; when it was read is not.
    await expectGolden(page, 'energy-totals', {
      of: '.scope-cards',
      mask: ['.scope-host .scope-figure'],
      tolerance: 0.02,
    });
    await picture(page, 'energy');
  });

  it('adds up what is selected by the keyboard, exactly', async () => {
    const page = await ui().open('energy');
    const plot = page.locator('.plot-canvas').first();
    await plot.waitFor();
    await drawn(page);
    await plot.focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('[');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(']');
    const clear = page.getByRole('button', { name: 'Select everything' });
    await clear.waitFor();
    const part = await joulesOf(page, 'array-modelled');
    expect(part).toBeLessThan(books.array.modelled!.joules);
    const rows = await page
      .locator('[data-selection] ~ .table-scroll [data-joules]')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['joules'])));
    expect(Math.abs(rows.reduce((a, b) => a + b, 0) / part - 1)).toBeLessThan(1e-12);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV of the selection' }).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    const joules = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[5]));
    expect(Math.abs(joules.reduce((a, b) => a + b, 0) / part - 1)).toBeLessThan(1e-12);
    await page.reload();
    await clear.waitFor();
    await expect.poll(() => joulesOf(page, 'array-modelled')).toBe(part);
    await clear.click();
    await expect.poll(() => joulesOf(page, 'array-modelled')).toBe(books.array.modelled!.joules);
  });

  it('goes down from a figure to formula, constants and entries', async () => {
    const page = await ui().open('energy');
    const row = page.getByRole('row', { name: /^adc products/ });
    await row.waitFor();
    await tabTo(page, /^static ?products/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const ledger = page.locator('[data-ledger="array-modelled-adc"]');
    await ledger.locator('[data-check="agrees"]').waitFor();
    expect(await ledger.innerText()).toContain('E = N·E_adc');
    expect(await ledger.innerText()).toContain('not read in a data sheet');
    expect(await ledger.innerText()).toContain('It is not a measurement');
    await expectAccessible(page);
    await page.getByLabel('Scope and kind').selectOption({ label: 'Device, modelled' });
    // The rows of the other scope have gone: no row moves under the click.
    await row.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /^mvm-static products/ }).click();
    await page.locator('[data-check="unchecked"]').waitFor();
    await page.getByLabel('Scope and kind').selectOption({ label: 'Host, estimated' });
    await page.getByRole('img', { name: /^Power: Host, estimated/ }).waitFor();
    await expectAccessible(page);
  });

  it('keeps the idle baseline apart', async () => {
    const page = await ui().open('energy?place=board-modelled&split=component');
    await page.locator('[data-selection="board-modelled"]').waitFor();
    expect(await page.getByText('Idle baseline', { exact: true }).count()).toBe(1);
    await page.getByText('USB5V idle: idle baseline').first().waitFor();
  });

  it('reads in German and at any length, also without a run', async () => {
    for (const locale of ['de', 'pseudo'] as const) {
      const page = await ui().open('energy', { locale, size: { width: 1024, height: 600 } });
      await page.locator('[data-selection]').waitFor();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    const page = await ui().open('energy?run=none');
    await page.locator('.error-box').first().waitFor();
    await expectAccessible(page);
  });
});
