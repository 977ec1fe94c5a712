import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { otherFirmware } from '../../desktop/backend/testing/other-firmware.js';
import { describeUi, expectAccessible, expectGolden, picture, press, tabTo } from './harness.js';

/** Small enough to be quick. */
const SMALL = 'sim:ideal?seed=3&rows=8&cols=8';
/** What differs from run to run: times since the board's start. */
const CHANGING = ['[data-changes]'];

describeUi('boards', (ui) => {
  it('lists simulated boards as equals, marked as no entropy, and opens one', async () => {
    const page = await ui().open('boards', { board: 'sim:typical' });
    const list = page.getByRole('list', { name: 'Boards of this computer' });
    const typical = list.getByRole('button', { name: /sim:typical/ });
    await typical.waitFor();
    expect(await typical.textContent()).toContain('not entropy');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'Identity' }).waitFor();
    await page.getByText('safe', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Limits' }).textContent()).toContain('Pulse amplitude');
    await expectAccessible(page);
    await expectGolden(page, 'boards-overview', { mask: CHANGING });
    await picture(page, 'boards');
  });

  it('adds a board by its address, says what is wrong with one, and takes it off the list', async () => {
    const page = await ui().open('boards');
    await page.getByRole('button', { name: 'Add board…' }).click();
    const address = page.getByLabel('Address of the board');
    await address.fill('sim:nonsense');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByText(/nonsense/)
      .and(page.getByRole('alert'))
      .waitFor();
    await expectAccessible(page);
    await address.fill(SMALL);
    await address.press('Enter');
    await page.getByRole('heading', { level: 2, name: SMALL }).waitFor();
    await page.getByRole('button', { name: 'Remove from the list' }).click();
    await page.getByRole('heading', { level: 2, name: SMALL }).waitFor({ state: 'detached' });
  });

  it('arms, changes the drive within its ranges, and makes safe', async () => {
    const page = await ui().open('boards?tab=drive', { board: 'sim:typical' });
    await openIfClosed(page);
    const amplitude = page.getByLabel('Pulse amplitude');
    await amplitude.fill('50 V');
    await page.getByText(/^Must be/).waitFor();
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await amplitude.fill('0.9 V');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Drive settings are in force.').waitFor();
    await page.getByRole('button', { name: 'Arm' }).click();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByText('armed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Make safe' }).click();
    await page.getByText('safe', { exact: true }).waitFor();
  });

  it('tests and calibrates the board', async () => {
    const page = await ui().open('boards?tab=selfTest', { board: 'sim:typical' });
    await openIfClosed(page);
    await page.getByRole('button', { name: 'Run self test' }).click();
    await page.getByText(/^\d of \d passed$/).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Calibration' }).click();
    await page.getByRole('button', { name: 'Calibrate' }).click();
    await page.getByRole('heading', { name: 'Outcome of: Offset of the converters' }).waitFor();
    await expectAccessible(page);
  });

  it('says why a simulated board takes no firmware, and what keeps boards from working here', async () => {
    const page = await ui().open('boards?tab=firmware', { board: 'sim:typical' });
    await openIfClosed(page);
    await page.getByText(/runs no firmware: .* such as emu:typical\.$/).waitFor();
    await press(page, 'd');
    await page.getByRole('list', { name: 'Check of this computer' }).waitFor();
    await expectAccessible(page);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('rehearses an update on an emulated board, and shows what it then says of itself', async () => {
    const page = await ui().open('boards?tab=firmware', { board: 'emu:ideal?seed=6' });
    await openIfClosed(page);
    await page
      .getByText(/^A rehearsal/)
      .first()
      .waitFor();
    await page.getByLabel('What to write').selectOption('file');
    const write = page.getByRole('button', { name: 'Write firmware' });
    const choose = async (buffer: Uint8Array): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose file…' }).click();
      const files = { name: 'new.uf2', mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) };
      await (await chooser).setFiles(files);
      await write.click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Yes, write it' }).click();
    };
    await choose(new Uint8Array(512));
    await page
      .getByText(/is no firmware for the board/)
      .first()
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

    await choose(otherFirmware('9.8.7'));
    await page.getByText('The board has started with firmware 9.8.7.').waitFor();
    await expect.poll(() => page.locator('#board-picker').inputValue()).toMatch(/^emu:ideal\?seed=6&image=/);
    await page.getByRole('tab', { name: 'Overview' }).click();
    expect(await page.getByRole('region', { name: 'Identity' }).textContent()).toContain('9.8.7');
    await page.getByRole('tab', { name: 'Firmware' }).click();
    await page.getByText('The board has started with firmware 9.8.7.').waitFor();
    await expectAccessible(page);
  });

  it('is worked by the keyboard alone', async () => {
    const page = await ui().open('settings', { board: 'sim:typical' });
    await press(page, 'g', 'b');
    await page.getByRole('heading', { level: 1, name: 'Boards' }).waitFor();
    await press(page, 'n');
    await page.getByLabel('Address of the board').waitFor();
    await tabTo(page, 'Address of the board');
    await page.keyboard.type(`${SMALL}1`);
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 2, name: `${SMALL}1` }).waitFor();
    await press(page, 'o');
    await page.getByRole('heading', { name: 'Identity' }).waitFor();
    await tabTo(page, 'Overview');
    await press(page, 'ArrowRight', 'ArrowRight');
    await tabTo(page, 'Run self test');
    await press(page, 'Enter');
    await page.getByText(/^\d of \d passed$/).waitFor();
    await press(page, 'Control+k');
    await page.keyboard.type('make safe');
    // A command is on offer as soon as the self test has given the board back.
    await page.getByRole('option', { name: 'Make safe' }).waitFor();
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

async function openIfClosed(page: Page): Promise<void> {
  const closed = page.getByRole('button', { name: 'Open', exact: true });
  const opened = page.getByRole('button', { name: 'Close', exact: true });
  await closed.or(opened).first().waitFor();
  if (await closed.isVisible()) await closed.click();
  await page.getByRole('tablist').waitFor();
}
