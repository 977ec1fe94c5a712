// Pages whose backend dies under them.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { RunWriter } from '../../lab/runs/index.js';
import { connected, describeUi, expectAccessible } from './harness.js';

/** What the browser says about a connection that broke. */
const BROKE = /WebSocket|ERR_CONNECTION/;

describeUi('pages whose backend is killed', (ui) => {
  it('say so, and are connected again without being loaded again', async () => {
    const pages = await Promise.all([ui().open('boards', { allow: [BROKE] }), ui().open('runs', { allow: [BROKE] })]);
    await Promise.all(pages.map((page) => page.evaluate('window.loaded = 1')));
    const { backend } = ui().server;
    const { pid } = backend;
    process.kill(pid!, 'SIGKILL');
    await Promise.all(pages.map((page) => page.waitForSelector('html:not([data-connection="connected"])')));
    await Promise.all(pages.map((page) => connected(page)));
    expect(backend.pid).not.toBe(pid);
    expect(await Promise.all(pages.map((page) => page.evaluate('window.loaded')))).toEqual([1, 1]);
    // Lists are asked for again by themselves.
    await pages[0].locator('main').getByText('Typical board').first().waitFor();
  });
});

describeUi('a page that cannot show what it has', (ui) => {
  it('says so in its place; the others go on, and it is tried again', async () => {
    const dir = join(ui().runsDir, 'odd');
    const run = await RunWriter.create({ dir, experiment: 'test', params: {}, clock: new VirtualClock() });
    await run.finish({ status: 'finished' });
    const page = await ui().open('boards');
    const times = 'Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format")';
    await page.evaluate(`window.times = ${times}`);
    await page.evaluate(
      `Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { configurable: true, get() { throw new RangeError('unforeseen'); } })`,
    );
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'This cannot be shown.' }).waitFor();
    await page.getByText('unforeseen').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Boards', exact: true }).click();
    await page.locator('main').getByText('Typical board').first().waitFor();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.evaluate(`Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', window.times)`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('row', { name: /odd/ }).waitFor();
  });
});
