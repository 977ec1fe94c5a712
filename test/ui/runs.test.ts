import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { readRun, RunWriter } from '../../lab/runs/index.js';
import {
  describeUi,
  drawn,
  expectAccessible,
  expectGolden,
  focusedName,
  picture,
  press,
  tabTo,
  type Ui,
} from './harness.js';

/** Rows and columns of the runs' array. */
const SIDE = 16;

/** A run of the resistance map, as an experiment would have left it. */
async function addRun(ui: Ui, name: string, shiftOhm: number, clock: VirtualClock): Promise<string> {
  const board = { uri: 'sim:ideal?seed=3', kind: 'simulated', name: 'Ideal board', serial: 'SIM-3', firmware: '1.0.0' };
  const params = { readVoltage: 0.1, pulseWidthS: 1e-9 };
  const dir = join(ui.runsDir, name);
  const run = await RunWriter.create({
    dir,
    experiment: 'resistance-map',
    params,
    board,
    clock,
    versions: { spindrift: '0.1.0' },
  });
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [row, col] = [Math.floor(i / SIDE), i % SIDE];
    const resistance_ohm = 5000 + shiftOhm + 40 * Math.sin(row / 3) + i / 3;
    run.post({ type: 'row', table: 'resistance', values: { row, col, state: 'parallel', resistance_ohm } });
    if (i % SIDE === 0) run.post({ type: 'progress', done: i, total: SIDE * SIDE, unit: 'cells' });
    clock.advance(0.05);
  }
  await run.finish({
    status: 'finished',
    results: { meanOhm: 5042 + shiftOhm, meanStandardErrorOhm: 3, tmr: 0.9 },
    energy: {
      unit: 'J',
      device: {
        modelled: {
          joules: 2e-12,
          sigma: 1e-13,
          scaleSigma: 0,
          events: 256,
          components: { read: { joules: 2e-12, sigma: 1e-13, events: 256 } },
        },
      },
      board: { estimated: { joules: 3e-3, sigma: 1e-4, scaleSigma: 0, events: 1, components: {} } },
    },
  });
  clock.advance(3600);
  return dir;
}

/** What a page downloaded, as text. */
async function downloaded(path: Promise<string>): Promise<string> {
  return readFile(await path, 'utf8');
}

describeUi('the page of runs', (current) => {
  const clock = new VirtualClock(0, new Date('2025-03-01T09:00:00Z'));

  it('finds runs, says what is wrong with a query, and is looked through by the keyboard alone', async () => {
    const ui = current();
    await addRun(ui, 'map-a', 0, clock);
    await addRun(ui, 'map-b', 60, clock);
    const page = await ui.open('runs');
    await page.getByRole('row', { name: /map-a/ }).waitFor();
    await drawn(page);
    await expectAccessible(page);
    await expectGolden(page, 'runs-list');
    const search = page.getByLabel('Search', { exact: true });
    await search.fill('pulseWidthS>2ns');
    await page.getByText('No run fits').waitFor();
    await search.fill('state:odd');
    await page.getByText('allowed are running, finished').waitFor();
    await search.fill('result.meanOhm>5.05k');
    await page.getByText('1 of 2 runs').waitFor();
    await drawn(page);
    await search.focus();
    await tabTo(page, /^map-b|map-b resistance/);
    expect(await focusedName(page)).toContain('map-b');
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'map-b' }).waitFor();
  });

  it('shows a run, takes notes, and keeps them', async () => {
    const page = await current().open('runs/map-a');
    await page.getByText('5.042(3)').waitFor();
    await page.getByText('not entropy', { exact: false }).first().waitFor();
    await page.getByLabel('Title').fill('First map');
    await page.getByLabel('Tags').fill('paper two');
    await page.getByRole('button', { name: 'Save notes' }).click();
    await page.getByRole('heading', { level: 1, name: 'First map' }).waitFor();
    const notes = JSON.parse(await readFile(join(current().runsDir, 'map-a', 'notes.json'), 'utf8')) as object;
    expect(notes).toMatchObject({ title: 'First map', tags: ['paper', 'two'], revision: 1 });
    await drawn(page);
    await picture(page, 'runs');
    await page.getByLabel('Tags').fill('a%b');
    await page.getByRole('button', { name: 'Save notes' }).click();
    await page.getByText('a tag is a word', { exact: false }).waitFor();
    await page.getByLabel('Tags').fill('paper two');
    await drawn(page);
    await expectAccessible(page);
    for (const tab of ['Figures', 'Tables', 'Energy', 'Files']) {
      await page.getByRole('tab', { name: tab }).click();
      await drawn(page);
      await expectAccessible(page);
    }
    await page.getByRole('tab', { name: 'Tables' }).click();
    await page.getByRole('columnheader', { name: 'Resistance (Ω)' }).waitFor();
    await page.getByRole('tab', { name: 'Energy' }).click();
    await page.getByText('never added', { exact: false }).waitFor();
  });

  it('exports what the log holds, every digit of it', async () => {
    const page = await current().open('runs/map-a', { theme: 'dark' });
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('table resistance, all 256 rows').waitFor();
    await page.getByLabel('First row').fill('10');
    await page.getByLabel('Last row').fill('12');
    await page.getByText('table resistance, rows 10 to 12 of 256').waitFor();
    await drawn(page);
    await expectAccessible(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('map-a-resistance-rows-10-12.csv');
    const lines = (await downloaded(download.path())).trimEnd().split('\r\n');
    const rows: string[] = [];
    for await (const { event } of (await readRun(join(current().runsDir, 'map-a'))).events()) {
      if (event.type === 'row')
        rows.push(
          Object.values(event['values'] as object)
            .map(String)
            .join(','),
        );
    }
    expect(lines[0]).toBe('Row,Col,State,Resistance (Ω),Source');
    expect(lines.slice(1)).toEqual(rows.slice(10, 13).map((row) => `${row},"simulated board, not entropy"`));
    await page.getByLabel('First row').fill('x');
    await page.getByText('Write a whole number from 0.').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
  });

  it('compares two runs with the uncertainty of their difference', async () => {
    const page = await current().open('runs');
    await page.getByLabel('Compare map-a').check();
    await page.getByLabel('Compare map-b').check();
    await page.getByRole('button', { name: 'Compare 2' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare runs' }).waitFor();
    await page.getByText('60(4)', { exact: false }).waitFor();
    await drawn(page);
    await expectAccessible(page);
    await expectGolden(page, 'runs-compare');
  });

  it('replays a run: by its scrubber, and on from there', async () => {
    const page = await current().open('runs/map-a?tab=replay', { theme: 'dark' });
    const position = page.getByLabel('Position in the run');
    await position.focus();
    await press(page, 'End');
    await page.getByLabel('Speed').selectOption({ label: 'as fast as it is read' });
    await page.getByRole('button', { name: 'To the start' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page
      .getByText('255 row', { exact: false })
      .or(page.getByText('"status":"finished"', { exact: false }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await drawn(page);
    await expectAccessible(page);
  });

  it('opens a run whose frames were recorded as a board', async () => {
    const page = await current().open('settings');
    await page.getByLabel('Record the frames of runs and captures').check();
    await page.evaluate(() => void (location.hash = '#/characterise/resistance-map'));
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('finished').first().waitFor();
    const name = (await readdir(current().runsDir)).find((one) => one.startsWith('resistance-map-'))!;
    await page.evaluate((hash) => void (location.hash = hash), `#/runs/${name}`);
    await page.getByRole('tab', { name: 'Replay' }).click();
    await page.getByRole('button', { name: 'Open as a board' }).click();
    await page.getByRole('heading', { level: 1, name: 'Boards' }).waitFor();
    await page.getByText('replayed', { exact: true }).first().waitFor();
    await drawn(page);
    await expectAccessible(page);
  });

  it('tells of folders and runs that cannot be read', async () => {
    const dir = join(current().runsDir, 'broken');
    await mkdir(dir);
    await writeFile(join(dir, 'manifest.json'), '{');
    const page = await current().open('runs');
    await page.getByText('1 folder cannot be read').click();
    await page.getByText('is damaged: it is not JSON', { exact: false }).waitFor();
    await page.evaluate(() => void (location.hash = '#/runs/broken'));
    await page.getByRole('heading', { level: 1, name: 'This run cannot be read' }).waitFor();
    await page.evaluate(() => void (location.hash = '#/runs/none'));
    await page.getByText('there is no run "none"', { exact: false }).waitFor();
    await expectAccessible(page);
  });

  it('deletes a run, and brings it back', async () => {
    const page = await current().open('runs/map-b');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('row', { name: /map-a/ }).waitFor();
    expect(await page.getByRole('row', { name: /map-b/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('row', { name: /map-b/ }).waitFor();
  });
});
