import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { agrees, naiveStatistics } from '../../lab/capture/testing/naive-reader.js';
import { describeUi, drawn, expectAccessible, expectGolden, picture, tabTo } from './harness.js';

const board = 'sim:ideal?seed=3&rows=8&cols=8';

/** Starts a capture and waits until something is drawn of it. */
async function begin(page: Page, button: 'Watch' | 'Record'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-statistic="mean"]').length > 0);
}

async function end(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Watch', exact: true }).waitFor();
}

/** Samples of a stored channel. */
function samplesOf(dir: string, channel: string): number[] {
  const bytes = readFileSync(join(dir, `channels/${channel}.f64`));
  return [...new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))];
}

describeUi('the live page', (ui) => {
  it.each(['light', 'dark'] as const)('is accessible and looks as it should (%s)', async (theme) => {
    const page = await ui().open('live', { board: `sim:ideal?seed=${theme === 'light' ? 4 : 5}&rows=8&cols=8`, theme });
    await page.getByText('an hour').waitFor();
    await drawn(page);
    await expectGolden(page, `live-empty-${theme}`, { mask: ['[data-estimate]'] });
    await begin(page, 'Record');
    await page.waitForFunction(() => document.querySelector('.plot-map canvas') !== null);
    if (theme === 'light') await picture(page, 'live');
    await end(page);
    await page.getByRole('button', { name: 'Read map' }).waitFor();
    await drawn(page);
    await expectAccessible(page);
  });

  it('says of every channel of the next capture what it is of', async () => {
    const page = await ui().open('live', { board });
    const line = page.locator('[data-estimate]');
    await page.getByText('an hour').waitFor();
    const counts = (await line.textContent())!.match(/(\d+) channels: (.*)\.$/)!;
    const parts = [...counts[2]!.matchAll(/(\d+) of/g)].map(([, n]) => Number(n));
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(Number(counts[1]));
    expect(parts.length).toBe(5);
  });

  it('records, and its statistics are those of the raw file to 1e-12', async () => {
    const page = await ui().open('live', { board });
    await begin(page, 'Record');
    await page.waitForFunction(
      () => Number(document.querySelector('[data-statistic="count"]')?.getAttribute('data-value')) > 40,
    );
    await page.getByRole('list', { name: 'What is running' }).getByText('Live capture').waitFor();
    await page.getByRole('button', { name: 'Pause view' }).click();
    await end(page);
    const name = await page.locator('.stat', { hasText: 'Folder' }).locator('dd').textContent();
    const dir = join(ui().runsDir, name!.trim());
    const rows = page.locator('[data-channel]');
    expect(await rows.count()).toBe(4);
    for (const row of await rows.all()) {
      const channel = (await row.getAttribute('data-channel'))!;
      const [from, to] = [Number(await row.getAttribute('data-from')), Number(await row.getAttribute('data-to'))];
      const want = naiveStatistics(samplesOf(dir, channel).slice(from, to));
      const shown = async (statistic: string): Promise<number> =>
        Number(await row.locator(`[data-statistic="${statistic}"]`).getAttribute('data-value'));
      expect([await shown('count'), await shown('min'), await shown('max')]).toEqual([want.count, want.min, want.max]);
      for (const [statistic, value] of [
        ['mean', want.mean],
        ['rms', want.rms],
        ['median', want.median],
        ['deviation', want.standardDeviation],
      ] as const)
        expect(agrees(await shown(statistic), value), `${channel}: ${statistic}`).toBe(true);
    }
  });

  it('only watches, and asks before it throws anything away', async () => {
    const page = await ui().open('live', { board });
    await begin(page, 'Watch');
    await end(page);
    await page.getByText('not kept yet').waitFor();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByText('Nothing has been captured on this board yet').waitFor();
  });

  it('marks what a trigger finds and shows it', async () => {
    const page = await ui().open('live', { board });
    await page.getByLabel('Kind').selectOption('p-value');
    await page.getByLabel('Below p').fill('0.5');
    await page.getByLabel('Bits of a window').fill('1000');
    await page.getByRole('button', { name: 'Add trigger' }).click();
    await begin(page, 'Watch');
    await page.getByText('fired once').waitFor();
    await end(page);
    expect(await page.getByRole('row').filter({ hasText: 'p < 0.5' }).count()).toBe(1);
  });

  it('can be used without a mouse', async () => {
    const page = await ui().open('live', { board });
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('w');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('[data-statistic="mean"]').length > 0);
    await tabTo(page, 'Quantity');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^Signals|^Power|^Current|n = /);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Follow' }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Watch', exact: true }).waitFor();
  });
});
