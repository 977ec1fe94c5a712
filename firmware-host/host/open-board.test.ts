import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listBoards, openBoard } from './index.js';
import { firmwareFile } from './transport/firmware-file.js';

describe('openBoard', () => {
  it.each([
    ['usb:no-such-serial', 'BOARD_NOT_FOUND'],
    ['emu:?image=/nowhere/firmware.uf2', 'BOARD_NOT_FOUND'],
    [`emu:?image=${fileURLToPath(import.meta.url)}`, 'FIRMWARE_IMAGE'],
    ['replay:runs/1', 'BOARD_NOT_FOUND'],
    ['tcp://127.0.0.1:1', 'BOARD_NOT_FOUND'],
    ['unix:/nowhere/board.sock', 'BOARD_NOT_FOUND'],
  ])('%s says what to do', async (uri, code) => {
    await expect(openBoard(uri)).rejects.toMatchObject({ code, nextStep: expect.stringMatching(/\w{4}/) as string });
  });
  it('refuses a wrong URI and an aborted signal before anything is opened', async () => {
    await expect(openBoard('sim:typical?speed=1')).rejects.toThrow(RangeError);
    await expect(openBoard('sim:', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
  it('lists the simulated boards as they introduce themselves', async () => {
    // What is plugged in here, if anything, is no matter of this test.
    const listed = (await listBoards()).filter(({ uri }) => !uri.startsWith('usb:'));
    const scenarios = ['typical', 'ideal', 'aged', 'broken', 'paper'];
    const emulated = firmwareFile() === undefined ? [] : scenarios.map((name) => `emu:${name}`);
    expect(listed.map((b) => b.uri)).toEqual([...scenarios.map((name) => `sim:${name}`), ...emulated]);
    const first = listed[0]!;
    const board = await openBoard(first.uri);
    try {
      expect(board.identity).toMatchObject({
        kind: first.kind,
        name: first.name,
        serial: first.serial,
        firmware: first.firmware,
      });
    } finally {
      await board.close();
    }
  });
});
