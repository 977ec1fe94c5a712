// Pages whose backend dies under them.
import { expect, it } from 'vitest';
import { connected, describeUi } from './harness.js';

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
