import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { RandomStream } from '../../base/index.js';
import type { EnergyReport } from '../../lab/energy/index.js';
import { encodeIdx } from '../../lab/diffusion/index.js';
import { readRun, RunWriter } from '../../lab/runs/index.js';
import { describeUi, drawn, expectAccessible, expectGolden, focusedName, tabTo, type Ui } from './harness.js';

const BOARD = 'sim:typical?seed=11';

/** A number field by its label. */
const fill = (page: Page, label: string, value: string): Promise<void> =>
  page.getByRole('textbox', { name: label, exact: true }).fill(value);

/** Starts a generation from the page. @returns folder of the run */
async function generate(page: Page, images: number, steps: number): Promise<string> {
  await fill(page, 'Images', String(images));
  await fill(page, 'Denoising steps', String(steps));
  await page.locator('#generate-start').click();
  const run = page.locator('[data-run][data-state="running"]');
  await run.waitFor();
  return (await run.getAttribute('data-run'))!;
}

const ended = (page: Page): Promise<void> => page.locator('[data-state="finished"]').waitFor({ timeout: 100_000 });

/** Pixels of a picture that are neither black nor the colour of the frame. */
function inked(page: Page, id: string): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.getElementById(name) as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 0 && value > 60).length;
  }, id);
}

/** Energies on the page by scope and kind, every digit. */
async function figures(page: Page): Promise<{ scope: string; kind: string; joules: number }[]> {
  return page.locator('.scope-card .energy-value').evaluateAll((values) =>
    values.map((value) => {
      const { scope = '', kind = '', joules } = (value as HTMLElement).dataset;
      return { scope, kind, joules: Number(joules) };
    }),
  );
}

async function report(dir: string): Promise<EnergyReport> {
  return JSON.parse(await readFile(join(dir, 'energy.json'), 'utf8')) as EnergyReport;
}

/** Times, rates and folders: different in every run. */
const CHANGING = [
  '.estimate-line',
  'header .board-state',
  'header select',
  '.run-place',
  'footer',
  '.stats',
  '.toasts',
];

/** A run whose images are nothing but noise: judging them is quick. */
async function noiseRun(dir: string, images: number): Promise<void> {
  const params = { images, model: '', steps: 1, guidance: 0, guidanceFrom: 1, guidanceTo: 0 };
  const run = await RunWriter.create({ dir, experiment: 'generate', params });
  const random = RandomStream.from(1, 'images');
  const values = Uint8Array.from({ length: images * 784 }, () => random.integer(256));
  await run.writeFile('images.idx3-ubyte', encodeIdx({ dimensions: [images, 28, 28], values }));
  await run.writeFile('labels.idx1-ubyte', encodeIdx({ dimensions: [images], values: new Uint8Array(images) }));
  await run.append({ type: 'result', values: { images } });
  await run.finish({ status: 'finished' });
}

describeUi('the generate page', (ui: () => Ui) => {
  it('makes images step by step, with the energy of the run’s own books', async () => {
    const page = await ui().open('generate', { board: BOARD });
    await page.locator('.estimate-line').waitFor();
    await expectAccessible(page);
    await expectGolden(page, 'generate-empty', { mask: CHANGING });
    const dir = await generate(page, 4, 4);
    await page.locator('#grid').waitFor({ timeout: 60_000 });
    await page.getByText(/^Step [1-4] of 4$/).waitFor();
    await ended(page);
    expect(await inked(page, 'grid')).toBeGreaterThan(100);
    expect(await inked(page, 'path')).toBeGreaterThan(1000);
    const books = await report(dir);
    await expect.poll(() => figures(page)).toHaveLength(3);
    for (const { scope, kind, joules } of await figures(page)) {
      const booked = books[scope as 'device'][kind as 'modelled']!.joules;
      expect(Math.abs(joules / booked - 1)).toBeLessThan(1e-12);
      expect(kind).toBe('modelled');
    }
    expect(await page.getByText('pseudo-random', { exact: true }).count()).toBe(1);
    await drawn(page);
    await expectAccessible(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await expectAccessible(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    await expectGolden(page, 'generate-finished', { of: '.panel:has(#grid)', mask: CHANGING });

    await page.reload();
    await page.locator('#grid').waitFor();
    expect(await page.locator('[data-run]').first().getAttribute('data-run')).toBe(dir);
    await expect.poll(() => figures(page)).toHaveLength(3);

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save PNG' }).click();
    const png = await readFile(await (await saved).path());
    expect(png.equals(await readFile(join(dir, 'grid.png')))).toBe(true);
  });

  it('says before a start how much it is to do, and what keeps it from starting', async () => {
    const page = await ui().open('generate', { board: BOARD });
    await fill(page, 'Images', '4');
    await fill(page, 'Denoising steps', '5');
    const line = page.locator('.estimate-line');
    await expect.poll(() => line.textContent()).toContain('20 image steps');
    // A bit for each of 784 pixels of an image and step.
    expect(await line.textContent()).toMatch(
      /15\.7.kbit of the board, about [\d,]+ pulses of cells, [\d.]+.MMAC on the array/,
    );
    expect(await line.textContent()).toMatch(/[KM]iB on disk\.$/);
    await fill(page, 'Digits', 'a-z');
    await page.getByText(/digits holds "a-z"/).waitFor();
    expect(await page.locator('#generate-start').isDisabled()).toBe(true);
    await expectAccessible(page);
    await fill(page, 'Digits', '7');
    await expect.poll(() => page.locator('#generate-start').isEnabled()).toBe(true);
  });

  it('keeps what there is when it is stopped, and compares it with another run', async () => {
    const page = await ui().open('generate', { board: BOARD });
    const dir = await generate(page, 2, 60);
    await page.getByText(/^Step [2-9] of 60$/).waitFor({ timeout: 60_000 });
    await page.locator('#generate-stop').click();
    await page.locator('[data-state="aborted"]').waitFor({ timeout: 60_000 });
    const { state } = await readRun(dir);
    expect(state).toBe('aborted');
    expect((await report(dir)).entries).toBeGreaterThan(10);
    expect(await inked(page, 'grid')).toBeGreaterThan(0);
    const other = page.getByLabel('Earlier run');
    await other.waitFor();
    await other.selectOption({ index: 1 });
    await page.locator('#other-grid').waitFor();
    await page.getByText('Array, modelled, in all').waitFor();
    await expectAccessible(page);
  });

  it('judges images in the background, beside the same network in software', async () => {
    const dir = join(ui().runsDir, 'noise');
    await noiseRun(dir, 70);
    const page = await ui().open(`generate?run=${encodeURIComponent(dir)}`, { board: BOARD });
    await page.getByRole('button', { name: 'Judge the images' }).click();
    const table = page.getByRole('table', { name: 'Quality' });
    await table.waitFor({ timeout: 60_000 });
    const frechet = table.getByRole('row', { name: /^Fréchet distance/ });
    const cells = await frechet.getByRole('cell').allInnerTexts();
    expect(cells).toHaveLength(3);
    // Noise on one side, what the network makes of a single step on the other: neither is near to digits.
    const [, generated, software] = cells.map((text) => Number(text.replaceAll(',', '')));
    expect(generated).toBeGreaterThan(100);
    expect(software).toBeGreaterThan(100);
    expect(generated).not.toBe(software);
    await expectAccessible(page);
  });

  it('can be worked by the keyboard alone', async () => {
    const page = await ui().open('generate', { board: BOARD, locale: 'en' });
    await tabTo(page, 'Images');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName(page)).toBe('Generate');
    await page.keyboard.press('Enter');
    await page.locator('[data-state="running"]').waitFor();
    await ended(page);
  });

  it('begins by itself on the address of the demonstration', async () => {
    const page = await ui().open('generate/demo');
    await page.getByText('A demonstration on the simulated board has started by itself', { exact: false }).waitFor();
    await page.locator('#grid').waitFor({ timeout: 60_000 });
    await page.locator('.scope-row .energy-value[data-scope="array"]').waitFor({ timeout: 60_000 });
    await page.locator('#generate-stop').click();
    await page.locator('[data-state="aborted"]').waitFor({ timeout: 60_000 });
  });

  it('reads in German and at any length', async () => {
    for (const locale of ['de', 'pseudo'] as const) {
      const page = await ui().open('generate', { board: BOARD, locale, size: { width: 1024, height: 600 } });
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
