import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseBoardUri } from '../../../firmware-host/host/index.js';
import type { FlashNews } from '../../rpc/api/board-care.js';
import { startBackend, type BackendHarness } from '../testing/backend-harness.js';
import { otherFirmware } from '../testing/other-firmware.js';

const BOARD = 'emu:ideal?seed=2';

let harness: BackendHarness;
beforeAll(async () => {
  harness = await startBackend();
});
afterAll(() => harness.dispose());

async function flash(board: string, image?: Uint8Array<ArrayBuffer>): Promise<FlashNews[]> {
  const news: FlashNews[] = [];
  const params = { board, ...(image === undefined ? {} : { image }) };
  for await (const item of harness.page.stream('boards.flash', params)) news.push(item);
  return news;
}

const entryOf = (uri: string) => harness.backend.context.hub.entries().find(({ listing }) => listing.uri === uri);

it('refuses a file that no chip would run, before the board is disturbed', async () => {
  const { page } = harness;
  await page.call('boards.open', { board: BOARD });
  const image = otherFirmware('9.8.7');
  // In the second boot stage, which the mask ROM checks.
  image[40] = image[40]! ^ 1;
  await expect(flash(BOARD, image)).rejects.toThrow(/is no firmware/);
  await expect(flash(BOARD, new Uint8Array(1000))).rejects.toThrow(/is no firmware/);
  expect(entryOf(BOARD)).toMatchObject({ session: 'open' });
});

it('starts an emulated board of the same make with the file, and tells what it says of itself', async () => {
  const [started, ...more] = await flash(BOARD, otherFirmware('9.8.7'));
  expect(more).toEqual([]);
  if (started?.type !== 'started') throw new Error(`the board has not started: ${JSON.stringify(started)}`);
  expect(started.identity).toMatchObject({ kind: 'emulated', firmware: '9.8.7' });
  expect(parseBoardUri(started.board)).toMatchObject({ scheme: 'emu', scenario: 'ideal', seed: 2 });
  expect(entryOf(started.board)).toMatchObject({ session: 'open', identity: { firmware: '9.8.7' } });
  expect(entryOf(BOARD)?.session ?? 'closed').toBe('closed');
  // The board can be opened again: its file stays.
  const { image } = parseBoardUri(started.board) as { image?: string };
  expect(existsSync(image!)).toBe(true);
  await harness.page.call('boards.close', { board: started.board });
  expect((await harness.page.call('boards.open', { board: started.board })).identity?.firmware).toBe('9.8.7');

  const [back] = await flash(started.board);
  expect(back).toMatchObject({ type: 'started', board: BOARD, identity: { serial: started.identity.serial } });
  expect((back as { identity: { firmware: string } }).identity.firmware).not.toBe('9.8.7');
});
