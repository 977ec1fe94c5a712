/** The path of docs/desktop.md, walked as a newcomer walks it; its pictures are made here. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeUi, picture } from './harness.js';

const BOARD = 'sim:typical?seed=7&rows=16&cols=64';

describeUi('the way of the guide', (ui) => {
  it('from a board to a switching map and to an export', async () => {
    const page = await ui().open('characterise/switching-probability', { board: BOARD });
    for (const [label, text] of [
      ['Widths', '13'],
      ['Amplitudes', '9'],
      ['Refinements', '0'],
      ['Least trials of a point', '64'],
      ['Most trials of a point', '256'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.run .badge')?.textContent === 'finished', undefined, {
      timeout: 90_000,
    });
    await page.locator('.plot-map').first().scrollIntoViewIfNeeded();
    await picture(page, 'switching-map');

    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page
      .getByRole('row', { name: /switching-probability|Switching probability/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Export…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Format').waitFor();
    await picture(page, 'export');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.split('\n').length).toBeGreaterThan(13 * 9);
  });

  it('to an assessment of bits', async () => {
    const page = await ui().open('entropy/assess', { board: BOARD });
    await page.getByLabel('Bytes', { exact: true }).fill('12.5 kB');
    await page.getByLabel('Name', { exact: true }).fill('bits.bin');
    await page.getByRole('button', { name: 'Collect raw bits' }).click();
    await page.getByRole('row', { name: /bits\.bin.*whole/ }).waitFor();
    await page.getByRole('button', { name: 'Start assessment' }).click();
    await page
      .getByRole('row', { name: /estimators, not IID.*bit a bit, by/ })
      .first()
      .waitFor();
    await picture(page, 'assessment');
  });

  it('to images, with their energy as it is spent', async () => {
    const page = await ui().open('generate/demo', { board: 'sim:typical' });
    await page.locator('main canvas').first().waitFor({ timeout: 60_000 });
    await page
      .getByText(/modelled/)
      .first()
      .waitFor();
    await picture(page, 'generate');
  });
});
