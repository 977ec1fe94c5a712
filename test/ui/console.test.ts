import { expect, it } from 'vitest';
import { describeUi, expectAccessible, expectGolden, picture, press, tabTo } from './harness.js';

const SMALL = 'sim:ideal?seed=3&rows=8&cols=8';
/** Times and rates, and what a session draws for itself: nonces. */
const CHANGING = ['[data-changes]', '.message-tree', '.hex-dump'];

describeUi('console', (ui) => {
  it('opens a board and shows every frame, one of them in full', async () => {
    const page = await ui().open('console', { board: SMALL });
    await page.getByText('No frames', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Open the board' }).click();
    const frames = page.getByRole('region', { name: 'Frames' });
    await frames.getByText('helloReply').click();
    await page.getByRole('heading', { name: /helloReply · No\. 2/ }).waitFor();
    await page.getByText('protocolMajor').first().waitFor();
    expect(await page.getByRole('region', { name: 'Bytes in hexadecimal' }).textContent()).toMatch(/^0000 {2}/);
    await expectAccessible(page);
    await page.getByLabel('Filter').fill('msg:hello');
    await page.getByText('2 frames shown').waitFor();
    await expectGolden(page, 'console', { mask: CHANGING });
    await picture(page, 'console');
  });

  it('filters, says which word means nothing, and exports what matches', async () => {
    const page = await ui().open('console', { board: SMALL });
    const filter = page.getByLabel('Filter');
    await filter.fill('msg:hello dir:out');
    const open = page.getByRole('button', { name: 'Open the board' });
    await page.getByText('1 frame shown').or(open).first().waitFor();
    if (await open.isVisible()) await open.click();
    await page.getByText('1 frame shown').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export…' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('spindrift-frames.jsonl');
    const text = await (await download.createReadStream()).toArray();
    const lines = Buffer.concat(text as Buffer[])
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { name: string }).name)).toEqual(['hello']);
    await filter.fill('colour:red');
    await page.getByText('“colour:red” means nothing here.').waitFor();
    await filter.fill('error nothing-like-this');
    await page.getByText('No frame matches the filter.').waitFor();
    await expectAccessible(page);
  });

  it('is worked by the keyboard alone, in the dark too', async () => {
    const page = await ui().open('console', { board: SMALL, theme: 'dark' });
    const open = page.getByRole('button', { name: 'Open the board' });
    const frames = page.getByRole('region', { name: 'Frames' });
    await frames.or(open).first().waitFor();
    if (await open.isVisible()) {
      await tabTo(page, 'Open the board');
      await press(page, 'Enter');
    }
    await frames.waitFor();
    await tabTo(page, 'Frames');
    await press(page, 'Home');
    await page.getByRole('heading', { name: /hello · No\. 1/ }).waitFor();
    await press(page, 'ArrowDown');
    await page.getByRole('heading', { name: /helloReply · No\. 2/ }).waitFor();
    await press(page, 'p');
    await page.getByText('paused', { exact: true }).waitFor();
    await expectAccessible(page);
    await tabTo(page, 'Protocol');
    await press(page, 'ArrowRight');
    await page.getByRole('table', { name: 'Program log' }).waitFor();
    await expectAccessible(page);
  });
});
