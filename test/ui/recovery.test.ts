// A page whose backend dies under it.
import { expect, it } from 'vitest';
import { connected, describeUi } from './harness.js';

/** What the browser says about a connection that broke. */
const BROKE = /WebSocket|ERR_CONNECTION/;

describeUi('a page whose backend is killed', (ui) => {
  it('says so, and is connected again without being loaded again', async () => {
    const page = await ui().open('boards', { allow: [BROKE] });
    await page.evaluate('window.loaded = 1');
    const { backend } = ui().server;
    for (let i = 0; i < 2; i++) {
      const { pid } = backend;
      process.kill(pid!, 'SIGKILL');
      await page.waitForSelector('html:not([data-connection="connected"])');
      await connected(page);
      expect(backend.pid).not.toBe(pid);
    }
    expect(await page.evaluate('window.loaded')).toBe(1);
    // Lists are asked for again by themselves.
    await page.locator('main').getByText('Typical board').first().waitFor();
  });

  it('other pages of the same backend come back, too', async () => {
    const pages = await Promise.all([ui().open('boards', { allow: [BROKE] }), ui().open('runs', { allow: [BROKE] })]);
    process.kill(ui().server.backend.pid!, 'SIGKILL');
    await Promise.all(pages.map((page) => page.waitForSelector('html:not([data-connection="connected"])')));
    await Promise.all(pages.map((page) => connected(page)));
  });
});
