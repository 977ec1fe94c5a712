import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeUi, expectAccessible } from './harness.js';

const board = 'sim:ideal?seed=3&rows=8&cols=8';

describeUi('the page in German', (ui) => {
  it('tells of an experiment, its run and its figures in German', async () => {
    const page = await ui().open('characterise/resistance-map', { board, locale: 'de' });
    await page.getByRole('heading', { level: 1, name: 'Widerstandskarte' }).waitFor();
    await page.getByRole('link', { name: 'Schaltwahrscheinlichkeit' }).waitFor();
    await page.getByLabel('Lesespannung', { exact: true }).waitFor();
    await page.getByText('Eine höhere stört die Zellen.').waitFor();
    await page.getByRole('combobox', { name: 'Zustände' }).selectOption('both');
    await page.getByRole('button', { name: 'Starten', exact: true }).click();
    await page.locator('.run .badge', { hasText: 'fertig' }).waitFor({ timeout: 90_000 });
    await page
      .getByText(/Widerstandskarte/)
      .and(page.locator('.toast *'))
      .first()
      .waitFor();
    const figure = page.locator('.run figure', { hasText: 'TMR jeder Zelle' });
    await figure.first().waitFor();
    expect(await page.locator('.run').textContent()).not.toContain('of every cell');
    await expectAccessible(page);

    const run = (await readdir(ui().runsDir)).find((name) => name.startsWith('resistance-map'));
    await page.goto(`${ui().server.url}#/runs/${run}`);
    await page.getByText('Widerstandskarte (resistance-map)').waitFor();
    expect(await page.locator('main').textContent()).toContain('Mittelungen');
  });

  it('says which file of bits is being written', async () => {
    const page = await ui().open('entropy/assess', { board: 'sim:typical?seed=8', locale: 'de' });
    await page.getByRole('button', { name: 'Neustartdaten sammeln' }).click();
    await page
      .locator('footer')
      .getByText(/^Sammelt /)
      .waitFor();
    await page
      .locator('footer')
      .getByRole('button', { name: /Sammelt .* anhalten/ })
      .click();
    await page.locator('footer').getByText('Nichts läuft').waitFor();
  });

  // Last, for the settings of all pages change.
  it('says in the status bar, at once after a change of language, what goes on', async () => {
    const page = await ui().open('characterise/switching-probability', { board: 'sim:typical?seed=9', locale: 'de' });
    await page.getByRole('button', { name: 'Starten', exact: true }).click();
    await page.locator('footer').getByText('Schaltwahrscheinlichkeit').waitFor();
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await page.getByLabel('Sprache').selectOption('en');
    await page.locator('footer').getByText('Switching probability').waitFor();
    await page.locator('footer').getByRole('button', { name: 'Stop Switching probability' }).click();
    await page.locator('footer').getByText('Nothing is running').waitFor();
  });
});
