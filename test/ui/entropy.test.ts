import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  connected,
  describeUi,
  expectAccessible,
  expectGolden,
  focusedName,
  picture,
  press,
  tabTo,
} from './harness.js';

/** Cells are followed from 64 columns on; eight rows are quick. */
const BOARD = 'sim:typical?seed=5&rows=8&cols=64';
/** What differs from run to run: times. */
const CHANGING = ['[data-changes]'];

/** Collects bits from the page, with keys alone. */
async function collect(page: Page, name: string, bytes: string): Promise<void> {
  await tabTo(page, 'Bytes');
  await press(page, 'Control+a');
  await page.keyboard.type(bytes);
  await tabTo(page, 'Name');
  await page.keyboard.type(name);
  await tabTo(page, 'Collect raw bits');
  await press(page, 'Enter');
  await page.getByRole('row', { name: new RegExp(`${name}.*whole`) }).waitFor();
}

/** Chooses the battery so many places below and starts it, with keys alone. */
async function start(page: Page, below = 0): Promise<void> {
  await tabTo(page, 'Battery to run');
  for (let k = 0; k < below; k++) await press(page, 'ArrowDown');
  await tabTo(page, 'Start assessment');
  await press(page, 'Enter');
}

const ended = (page: Page, text: RegExp): Promise<void> => page.getByRole('row', { name: text }).first().waitFor();

describeUi('entropy', (ui) => {
  it('collects bits, assesses them and shows every figure, by keyboard alone', async () => {
    const page = await ui().open('entropy/assess', { board: BOARD });
    await collect(page, 'keys.bin', '12.5 kB');
    await start(page);
    await ended(page, /estimators, not IID.*bit a bit, by/);
    await start(page, 1);
    await ended(page, /fifteen tests.*p-values below/);
    await start(page, 1);
    await ended(page, /Bit statistics.*lags outside the band/);
    await expectAccessible(page);

    // Loaded anew: notices of what has ended would lie over the pictures.
    await page.goto(`${ui().server.origin}/#/entropy/history`);
    await page.reload();
    await connected(page);
    // A row begins with its time; the body of the page holds the same words.
    const row = /^\d.*estimators, not IID.*keys\.bin/;
    await tabTo(page, /^\d.*Bit statistics.*keys\.bin/);
    for (let k = 0; k < 3 && !row.test(await focusedName(page)); k++) await press(page, 'ArrowDown');
    await press(page, 'Enter');
    const estimators = page.getByRole('table', { name: 'Estimators' });
    await estimators.getByText('least', { exact: true }).waitFor();
    expect(await estimators.getByRole('row').count()).toBe(11);
    expect(await page.getByText('PSEUDO-RANDOM: NOT ENTROPY').count()).toBe(1);
    expect(await page.locator('body').innerText()).not.toMatch(/compliant/i);
    await expectAccessible(page);
    await expectGolden(page, 'entropy-estimators', { of: '.panel:has(.entropy-bar)' });
    await picture(page, 'entropy-estimators', { of: '.panel:has(.entropy-bar)' });

    await page.getByRole('row', { name: /fifteen tests/ }).click();
    const values = page.getByRole('table', { name: 'p-values' });
    await values.getByRole('row', { name: /^frequency 0\.\d{6} S = .*(PASS|REVIEW)/ }).waitFor();
    await page.getByRole('img', { name: /Histogram of p-values: \d{3} values/ }).waitFor();
    await page.getByRole('img', { name: /p-values against uniform ones: \d{3} values/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'entropy-p-values', { of: '.panel:has(h2:text-is("p-values"))' });

    await page.getByRole('row', { name: /Bit statistics/ }).click();
    for (const name of ['Share of ones along', 'Autocorrelation', 'Histogram of bytes', 'Run lengths'])
      await page.getByRole('img', { name: new RegExp(name) }).waitFor();
    await expectAccessible(page);
  });

  it('shows how a fault raises alarms and latches, and what to do', async () => {
    const page = await ui().open('entropy/tap', { theme: 'dark', size: { width: 1280, height: 1000 } });
    await tabTo(page, 'Watch an alarm latch');
    await press(page, 'Enter');
    await page.locator('.stage-alarm').first().waitFor();
    await page.getByText('A test failed for good.', { exact: false }).waitFor();
    expect(await page.locator('output').first().innerText()).toContain('LATCHED');
    const health = page.getByRole('table', { name: 'Health tests' });
    await health.getByRole('row', { name: /^repetition count 4\.4\.1 .*FAIL/ }).waitFor();
    await page.getByText('The source stands still', { exact: false }).waitFor();
    await expectAccessible(page);
    await expectGolden(page, 'entropy-latched', { mask: CHANGING, of: 'main' });
    await picture(page, 'entropy-latched');
    // Only a new tap, opened by hand, ends it; the same board is still broken.
    await page.reload();
    await connected(page);
    await page.locator('.stage-alarm').first().waitFor();
  });

  it('keeps a tap flowing while the reader is elsewhere, tests it on demand, and stops it', async () => {
    const page = await ui().open('entropy/tap', { board: BOARD });
    await page.getByRole('button', { name: 'Open tap' }).click();
    await page.locator('.stage-flow').nth(2).waitFor();
    await page.goto(`${ui().server.origin}/#/settings`);
    // From any page the status bar leads back to it.
    await page.getByRole('list', { name: 'What is running' }).getByRole('link', { name: 'Tap on the bits' }).click();
    await page.waitForURL(/#\/entropy\/tap$/);
    await page.getByRole('button', { name: 'Test on demand' }).click();
    await page.getByText('a test was asked for').waitFor();
    await page.getByRole('button', { name: 'Stop tap', exact: true }).click();
    await page.getByRole('button', { name: 'Open tap' }).waitFor();
    await expectAccessible(page);
  });

  it('cancels an assessment, and loses nothing when the page is loaded anew or the backend is killed', async () => {
    const page = await ui().open('entropy/assess', { board: BOARD, allow: [/WebSocket/] });
    await collect(page, 'kept.bin', '125 kB');
    await page.getByLabel('Battery to run').selectOption('iid');
    await page.getByRole('button', { name: 'Start assessment' }).click();
    await page.getByRole('list').getByRole('button', { name: 'Cancel' }).first().click();
    await ended(page, /tests of IID.*kept\.bin cancelled/);

    await page.getByRole('button', { name: 'Start assessment' }).click();
    await page.locator('.entropy-running progress[value]').waitFor();
    const { pid } = ui().server.backend;
    process.kill(pid!, 'SIGKILL');
    await ended(page, /tests of IID.*kept\.bin interrupted/);
    await page.reload();
    await connected(page);
    await ended(page, /kept\.bin.*whole/);
    await ended(page, /tests of IID.*kept\.bin interrupted/);
    await ended(page, /tests of IID.*kept\.bin cancelled/);
  });
});
