/** Every experiment from its form to its plots, in a browser. */
import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listExperiments } from '../../lab/experiments/index.js';
import { describeUi, drawn, expectAccessible, expectGolden, press, tabTo } from './harness.js';

const BOARD = 'sim:ideal?seed=3&rows=8&cols=8';

/** Waits for the state of the run that is shown. */
const inState = (page: Page, ...states: string[]): Promise<unknown> =>
  page.waitForFunction((wanted) => wanted.includes(document.querySelector('.run .badge')?.textContent ?? ''), states, {
    timeout: 60_000,
  });

/** Waits until a plot with values is on the canvas. */
const plotted = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const plots = [...document.querySelectorAll<HTMLElement>('.run [data-drawn]')];
    return plots.length > 0 && plots.every((plot) => plot.dataset['drawn'] !== 'false');
  });

describeUi('characterise', (ui) => {
  it('measures a switching map by keyboard alone, and reads a cell off it with its interval', async () => {
    const page = await ui().open('boards', { board: BOARD });
    await press(page, 'g', 'c');
    await tabTo(page, 'Switching probability');
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Switching probability' }).waitFor();
    for (const [label, text] of [
      ['Widths', '5'],
      ['Amplitudes', '4'],
      ['Refinements', '0'],
      ['Least trials of a point', '64'],
      ['Most trials of a point', '256'],
    ] as const) {
      await tabTo(page, label);
      await press(page, 'Control+a');
      await page.keyboard.type(text);
    }
    await press(page, 'Control+Enter');
    await inState(page, 'finished');
    await plotted(page);
    await tabTo(page, /^Switching from parallel: \d+ values/);
    // The first of that name is the curves; the map comes after it.
    const maps = page.locator('.plot-map').first();
    await maps.focus();
    await press(page, 'ArrowRight');
    await page.waitForFunction(() =>
      /Pulse width .* of \d+ · 95 %: .* to /.test(
        document.querySelector('.run output.plot-readout')?.textContent ?? '',
      ),
    );
    await expectAccessible(page);

    // The page is loaded again, and the run is found.
    await page.reload();
    await inState(page, 'finished');
    await plotted(page);
    await page.getByRole('tab', { name: 'Results' }).click();
    // A map without a fair pulse has none to list; one with them lists them with their widths, and JSON is nowhere.
    const results = page.locator('.run [role="tabpanel"]');
    await results.getByText('Fair pulses').first().waitFor();
    expect(await results.innerText()).not.toMatch(/[{}[\]]/);
    await page.getByRole('tab', { name: 'Energy' }).click();
    await page.getByText('modelled').first().waitFor();
    await page.getByRole('tab', { name: 'Table', exact: true }).click();
    await page.locator('.run-table tbody tr').first().waitFor();
    await expectAccessible(page);
  });

  it('names what is wrong at its field, and does not start', async () => {
    const page = await ui().open('characterise/switching-probability', { board: BOARD });
    const start = page.getByRole('button', { name: 'Start', exact: true });
    await page.waitForFunction(
      () => document.querySelector<HTMLButtonElement>('.start-row button')?.disabled === false,
    );
    await page.getByLabel('Widths', { exact: true }).fill('0');
    await page.getByRole('alert').filter({ hasText: 'Must be 1 to 1000' }).waitFor();
    const widths = page.locator('.field', { has: page.getByLabel('Widths', { exact: true }) });
    expect((await widths.innerText()).match(/1 to 1000/g), 'the range is said once').toHaveLength(1);
    expect(await start.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Defaults' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLButtonElement>('.start-row button')?.disabled === false,
    );
    expect(await page.getByLabel('Widths', { exact: true }).inputValue()).toBe('19');
  });

  it('saves parameters and takes them again', async () => {
    const page = await ui().open('characterise/resistance-map', { board: BOARD });
    await page.locator('.presets summary').click();
    const field = page.locator('.param-form input.num').first();
    const before = await field.inputValue();
    await page.getByLabel('Save parameters as').fill('mine');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Defaults' }).click();
    await page.getByLabel('Preset').selectOption('mine');
    expect(await page.locator('.param-form input.num').first().inputValue()).toBe(before);
  });

  it('has a working form for every experiment, starts it and stops it', async () => {
    const experiments = await listExperiments();
    const page = await ui().open('characterise', { board: BOARD });
    const cards = page.getByRole('region', { name: 'Choose an experiment' });
    await cards.getByRole('link').first().waitFor();
    expect(await cards.getByRole('link').allTextContents()).toEqual(experiments.map(({ title }) => title));
    for (const { id, title } of experiments) {
      await page.goto(`${ui().server.url}#/characterise/${id}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.waitForFunction(
        () => document.querySelector<HTMLButtonElement>('.start-row button')?.disabled === false,
      );
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.locator('.run .badge').first().waitFor();
      const stop = page.locator('.run').getByRole('button', { name: 'Stop' });
      if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined);
      await inState(page, 'stopped', 'finished', 'failed');
      expect(await page.locator('.run .badge').first().textContent(), id).not.toBe('failed');
    }
  }, 180_000);
});

// A server of its own: where a figure stands depends on the runs that are listed above it.
describeUi('a run in characterise', (ui) => {
  it.each([
    ['light', 21],
    ['dark', 22],
  ] as const)('shows what was measured, accessibly, %s', async (theme, seed) => {
    // A board that nothing else has used: what it draws is the same every time.
    const page = await ui().open('characterise/resistance-map', {
      board: `sim:typical?seed=${seed}&rows=8&cols=8`,
      theme,
    });
    await page.waitForFunction(
      () => document.querySelector<HTMLButtonElement>('.start-row button')?.disabled === false,
    );
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    // Runs of other tests are listed, too.
    const run = page.locator('.run', { hasText: `seed=${seed}&` });
    await run.locator('.badge', { hasText: 'finished' }).waitFor();
    await plotted(page);
    await expectAccessible(page);
    // Loaded again, it stands where a run stands that was never watched.
    await page.reload();
    await run.locator('.badge', { hasText: 'finished' }).waitFor();
    await plotted(page);
    await expectGolden(page, `characterise-${theme}`, { of: '.run .plot-map' });
  });

  it('stands beside another, and says what its values come to', async () => {
    const runs = (await readdir(ui().runsDir)).filter((name) => name.startsWith('resistance-map')).sort();
    expect(runs).toHaveLength(2);
    const page = await ui().open(`runs?compare=${runs.join(',')}`);
    const figures = page.getByRole('region', { name: 'Figures side by side' });
    for (const run of runs) await figures.getByRole('group', { name: run }).waitFor();
    const group = figures.getByRole('group', { name: runs[0]! });
    await group.getByRole('button', { name: /Statistics/ }).click();
    const statistics = figures.getByRole('region', { name: `${runs[0]!}: Statistics` });
    expect(await statistics.locator('tbody tr').innerText()).toMatch(/^1\t64\t[\d.]+\skΩ/);
    await figures.getByRole('img', { name: new RegExp(`^Histogram: ${runs[0]!}: 64 values`) }).waitFor();
    await drawn(page);
    await expectAccessible(page);
  });
});
