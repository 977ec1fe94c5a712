/** Emulated boards as a program opens them: by URI, from the sources in this thread and compiled in a worker thread. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { Thumb, flashWith } from '../../board-sim/emulator/testing/thumb.js';
import { openBoard, type Transport } from '../../firmware-host/host/index.js';
import { emulatedTransport } from '../../firmware-host/host/transport/emulated.js';

const COMPILED = new URL('../../dist/firmware-host/host/', import.meta.url);
const echo = buildImage('echo');
if (echo === undefined) console.log('skipped: echo by an emulated board, for want of arm-none-eabi-gcc');

const folder = mkdtempSync(join(tmpdir(), 'spindrift-emu-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

/** Sends bytes in pieces and waits until as many have come back. */
async function returned(transport: Transport, bytes: Uint8Array, piece: number): Promise<Uint8Array> {
  const got: Uint8Array[] = [];
  let length = 0;
  const all = new Promise<void>((resolve, reject) => {
    void transport.open({
      onData: (data) => {
        got.push(data.slice());
        length += data.length;
        if (length >= bytes.length) resolve();
      },
      onDrain: () => undefined,
      onClose: (error) => reject(error ?? new Error('closed')),
    });
  });
  for (let at = 0; at < bytes.length; at += piece) transport.send(bytes.slice(at, at + piece));
  await all;
  await transport.close();
  return Buffer.concat(got);
}

describe('emulated boards', () => {
  const ways = [
    ['in this thread', async () => ({ transport: emulatedTransport, open: openBoard })],
    [
      'in a worker thread',
      async () => {
        expect(existsSync(COMPILED), 'npm run build comes first').toBe(true);
        type Way = { emulatedTransport: typeof emulatedTransport };
        const { emulatedTransport: transport } = (await import(new URL('transport/emulated.js', COMPILED).href)) as Way;
        const { openBoard: open } = (await import(new URL('index.js', COMPILED).href)) as {
          openBoard: typeof openBoard;
        };
        return { transport, open };
      },
    ],
  ] as const;

  it.skipIf(echo === undefined).each(ways)('%s: 200 kB come back as they went', async (_where, way) => {
    const { transport } = await way();
    const image = file('echo.uf2', echo!);
    const bytes = Uint8Array.from({ length: 200_000 }, (_, k) => (k * 7 + (k >> 8)) & 0xff);
    const back = await returned(await transport({ scenario: 'ideal', image }), bytes, 5000);
    expect(Buffer.compare(back, bytes)).toBe(0);
  });

  it.each(ways)(
    '%s: a firmware that does what silicon would not forgive ends the session, and says what',
    async (_where, way) => {
      const { open } = await way();
      const image = file('null.bin', flashWith(new Thumb().constant(0, 2).ldr(1, 0).halt()));
      await expect(open(`emu:ideal?image=${image}`)).rejects.toMatchObject({
        code: 'BOARD_LOST',
        message: expect.stringMatching(/unaligned read of a word at 0x00000002/) as string,
      });
    },
  );
});
