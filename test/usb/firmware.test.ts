/** The firmware on its emulated chip, behind the same server and the same kernel. */
import { existsSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import type * as VirtualUsb from '../../board-sim/virtual-usb/index.js';
import { productImage } from '../contract/emulated.js';
import { withBench } from './bench.js';
import { checkout } from './rig/root.js';

withBench('the firmware over USB', (bench) => {
  it('says who it is, gives bits and multiplies', async () => {
    const image = productImage();
    if (typeof image === 'string') throw new Error(image);
    const built = `${checkout}/dist/board-sim/virtual-usb/index.js`;
    expect(existsSync(built), 'npm run build').toBe(true);
    // A thread of its own, which only the compiled modules have: it computes all the time.
    const { startVirtualBoard } = (await import(built)) as typeof VirtualUsb;
    const board = await startVirtualBoard({ kind: 'emulated', board: { image, scenario: 'typical', seed: 11 } });
    onTestFinished(() => board.close());
    await bench().plug(board.device);
    const program = bench().program();
    const got = await program.run(
      async ({ host }) => {
        const board = await host.openBoard('usb:');
        const { kind, geometry, serial } = board.identity;
        await board.arm();
        const stream = board.openBits({ totalBits: 65_536 });
        const bits = await stream.readBits(65_536);
        const { notEntropy } = stream;
        const { rows, cols } = geometry;
        const outputs: number[] = [];
        for (const state of [0, 1]) {
          const cells = new Uint8Array(rows * cols).fill(state);
          await board.programTile({ tile: 0, rowFirst: 0, rows, colFirst: 0, cols, cells, verifyPasses: 2 });
          const inputs = new Uint8Array(4 * rows).fill(1);
          const { results } = await board.multiply({ tile: 0, inputBits: 1, columnMode: 'single', rows, cols, inputs });
          outputs.push(results.reduce((sum, value) => sum + value, 0) / results.length);
        }
        await board.makeSafe();
        await board.close();
        return { kind, serial, bits, notEntropy, outputs };
      },
      undefined,
      110,
    );
    expect([got.kind, got.notEntropy, got.bits.length]).toEqual(['emulated', true, 8192]);
    const ones = got.bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    expect(Math.abs(ones / 65_536 - 0.5)).toBeLessThan(0.2);
    // Antiparallel cells carry less current.
    expect(got.outputs[1]).toBeLessThan(0.9 * got.outputs[0]!);
    await program.close();
  });
});
