import { expect, it } from 'vitest';
import { startBoardProcess } from './board-process.js';
import { connected, describeUi, expectAccessible, press } from './harness.js';

describeUi('losses', (ui) => {
  it('a board that is unplugged is told of with what to do, and opened again when it is back', async () => {
    const before = await startBoardProcess();
    const page = await ui().open('boards');
    await press(page, 'n');
    await page.getByLabel('Address of the board').fill(before.uri);
    await page.getByLabel('Address of the board').press('Enter');
    await page.getByRole('heading', { level: 2, name: before.uri }).waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'Identity' }).waitFor();
    await before.kill();
    await page.getByText('Waiting for the board to come back; it is opened again by itself.').waitFor();
    await expectAccessible(page);
    const after = await startBoardProcess(before.port);
    try {
      await page.getByText('Waiting for the board to come back').waitFor({ state: 'detached' });
      await page.getByText('safe', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('button', { name: 'Open', exact: true }).waitFor();
    } finally {
      await after.kill();
    }
  });

  it('a backend that dies is started again, and the page goes on with the board that was added', async () => {
    const board = 'sim:ideal?seed=9&rows=8&cols=8';
    const page = await ui().open('boards', { board, allow: [/WebSocket/] });
    await page.getByRole('heading', { level: 2, name: board }).waitFor();
    const instance = (): Promise<string | null> => page.getAttribute('html', 'data-backend');
    const first = await instance();
    process.kill(ui().server.backend.pid!, 'SIGKILL');
    await page.waitForFunction((old) => {
      const { connection, backend } = document.documentElement.dataset;
      return connection === 'connected' && backend !== old;
    }, first);
    await connected(page);
    await page.getByRole('heading', { level: 2, name: board }).waitFor();
    expect(await instance()).not.toBe(first);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'Identity' }).waitFor();
  });
});
