import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeUi, expectAccessible, expectGolden, press, tabTo } from './harness.js';

describeUi('settings', (ui) => {
  const stored = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(ui().configDir, 'settings.json'), 'utf8'));

  it('shows what can be chosen', async () => {
    const page = await ui().open('settings');
    await page.getByRole('heading', { name: 'About' }).waitFor();
    await expectAccessible(page);
    await expectGolden(page, 'settings', { mask: ['[data-changes]'] });
  });

  it('keeps choices for the next start, in all windows', async () => {
    const page = await ui().open('settings');
    const other = await ui().open('boards');
    await page.getByLabel('Power of one busy processor core').fill('12 W');
    await page.getByLabel('Power of one busy processor core').press('Enter');
    await page.getByLabel('From the next start on').fill('runs');
    await page.getByRole('button', { name: 'Change folder' }).click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByText(/must be an absolute path/)
      .waitFor();
    await press(page, 'Escape');
    const folder = join(ui().configDir, 'other-runs');
    await page.getByLabel('From the next start on').fill(folder);
    await page.getByLabel('From the next start on').press('Enter');
    await page.getByText('Not in use yet').waitFor();
    await page.getByLabel('Theme', { exact: true }).selectOption('dark');
    await other.waitForSelector('html[data-theme="dark"]');
    await page.getByLabel('Language').selectOption('de');
    await other.getByRole('button', { name: 'Board hinzufügen…' }).waitFor();
    expect(await stored()).toMatchObject({ theme: 'dark', locale: 'de', hostWattsPerCore: 12, runsDir: folder });
    await page.getByRole('button', { name: 'Alle Einstellungen zurücksetzen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Alle Einstellungen zurücksetzen' }).click();
    await page.getByText('Die Einstellungen stehen wieder auf ihren Vorgaben.').waitFor();
    expect(await stored()).not.toHaveProperty('hostWattsPerCore');
  });

  it('copies diagnostics', async () => {
    const page = await ui().open('settings');
    await page.getByRole('button', { name: 'Copy diagnostics' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(text)).toHaveProperty('spindrift');
  });

  it('takes a newcomer round, by keyboard, who can leave and come back', async () => {
    const page = await ui().open('boards', { tour: true });
    const tour = page.getByRole('region', { name: 'Tour' });
    await tour.getByText('Step 1 of 6').waitFor();
    await expectAccessible(page);
    for (const [k, heading] of ['Boards', 'Characterise', 'Entropy', 'Generate', 'Runs'].entries()) {
      await tabTo(page, 'Next');
      await press(page, 'Enter');
      await tour.getByText(`Step ${k + 2} of 6`).waitFor();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await tour.getByRole('button', { name: 'Back' }).focus();
    await press(page, 'Escape');
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.waitForSelector('html[data-connection="connected"]');
    await press(page, 'Control+k');
    await page.keyboard.type('take the tour');
    await press(page, 'Enter');
    await tour.getByText('Step 1 of 6').waitFor();
  });
});
