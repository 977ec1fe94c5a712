/** Helpers of the tests that use the array. */
import type { Board } from '../../firmware-host/host/index.js';
import type { Bench } from './bench.js';

/** A typed client, armed. */
export async function armed(bench: Bench): Promise<Board> {
  const board = await bench.client();
  await board.arm();
  return board;
}
/** Bits that are 1. */
export const ones = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
/** Arithmetic mean. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Programs a pattern and returns it: antiparallel where the function says so. */
export async function program(
  board: Board,
  rows: number,
  cols: number,
  antiparallel: (r: number, c: number) => boolean,
): Promise<Uint8Array> {
  const cells = Uint8Array.from({ length: rows * cols }, (_, i) =>
    antiparallel(Math.floor(i / cols), i % cols) ? 1 : 0,
  );
  await board.programTile({ tile: 0, rowFirst: 0, rows, colFirst: 0, cols, cells, verifyPasses: 8 });
  return cells;
}
