/** Emulated boards as a program opens them: by URI, from the sources in this thread and compiled in a worker thread. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { Thumb, flashWith } from '../../board-sim/emulator/testing/thumb.js';
import { createEmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { BoardLostError } from '../../base/index.js';
import {
  InProcessTransport,
  openBoard,
  openBoardOver,
  type Board,
  type Transport,
} from '../../firmware-host/host/index.js';
import { emulatedTransport } from '../../firmware-host/host/transport/emulated.js';
import { RawClient } from '../contract/raw-client.js';
import { spindrift } from './spindrift-command.js';

const COMPILED = new URL('../../dist/firmware-host/host/', import.meta.url);
const [echo, product] = [buildImage('echo'), buildImage('product')];
if (echo === undefined) console.log('skipped: the firmware on emulated boards, for want of arm-none-eabi-gcc');

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

  it.skipIf(product === undefined).each(ways)(
    '%s: the instrument draws bits, and says that they are none',
    async (_where, way) => {
      const { open } = await way();
      const board = await open(`emu:typical?seed=3&image=${file('product.uf2', product!)}`);
      try {
        expect(board.identity).toMatchObject({ kind: 'emulated', geometry: { rows: 64, cols: 64, tiles: 1 } });
        await board.arm();
        const stream = board.openBits({ totalBits: 20_000 });
        const bits = await stream.readBits(20_000);
        expect(stream.notEntropy).toBe(true);
        await stream.close();
        let ones = 0;
        for (const byte of bits) for (let k = 0; k < 8; k++) ones += (byte >> k) & 1;
        // The default drive is not balanced, but neither is it stuck.
        expect(ones).toBeGreaterThan(5_000);
        expect(ones).toBeLessThan(15_000);
      } finally {
        await board.close();
      }
    },
  );

  it.skipIf(product === undefined)('spindrift info knows one', async () => {
    const uri = `emu:ideal?seed=5&image=${file('product.uf2', product!)}`;
    const { code, stdout, stderr } = await spindrift(['info', '--json', '--board', uri]);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'emulated', geometry: { rows: 64, cols: 64 } });
  });
});

describe.skipIf(product === undefined)('an emulated board by its own clock', () => {
  const make = (seed = 11): ReturnType<typeof createEmulatedBoard> =>
    createEmulatedBoard({ image: product!, scenario: 'typical', seed });
  const connect = (emulated: ReturnType<typeof createEmulatedBoard>): Promise<Board> =>
    openBoardOver(new InProcessTransport(emulated, 'emulated'), 'emulated', { clock: emulated.clock });

  it('lives the same life twice: bits, states of the junctions, time', async () => {
    // By hand, since Hello of the typed client has another nonce each time.
    const life = async (): Promise<unknown> => {
      const emulated = make();
      const raw = await RawClient.open(new InProcessTransport(emulated, 'emulated'));
      await raw.hello();
      const configHash = await raw.arm();
      const id = raw.request({ configHash, body: 'openBits', openBits: { blockBytes: 512, totalBits: 20_000 } });
      await raw.opened(id);
      raw.notify({ body: 'streamCredit', streamCredit: { streamId: id, blocks: 10 } });
      await raw.final(id);
      await emulated.pass(1);
      const { bootId } = await raw.sync();
      await raw.close();
      const { instructions, nanos } = emulated.machine;
      return [raw.blocks, raw.replies, bootId, instructions, nanos, emulated.parts.array.unit.cells.state];
    };
    expect(await life()).toEqual(await life());
  });

  it('loses its host with the cable, keeps its junctions, and wakes up as another boot', async () => {
    const emulated = make();
    const board = await connect(emulated);
    await board.arm();
    const cells = Uint8Array.from({ length: 4096 }, (_, k) => (k % 3 === 0 ? 1 : 0));
    const where = { tile: 0, rowFirst: 0, rows: 64, colFirst: 0, cols: 64 };
    await board.programTile({ ...where, cells, verifyPasses: 4 });
    const states = emulated.parts.array.unit.cells.state.slice();
    const pending = board.readTelemetry();
    emulated.powerCycle();
    await expect(pending).rejects.toBeInstanceOf(BoardLostError);
    expect(emulated.parts.enabled).toBe(false);
    const again = await connect(emulated);
    expect(again.identity.bootId).not.toBe(board.identity.bootId);
    expect((await again.getState()).state).toBe('safe');
    expect(emulated.parts.array.unit.cells.state).toEqual(states);
    expect((await again.readTelemetry()).boardTimeS).toBeLessThan(1);
    await again.close();
  });
});
