import { checkNumber } from '../../../base/index.js';
import { SHOTS_A_TURN } from '../bit-record.js';
import { PackedBits } from './packed-bits.js';

/** Which cells raw bits came from. */
export interface StreamLayout {
  /** Numbers of the rows in rotation. */
  readonly rows: readonly number[];
  /** Columns of the array. */
  readonly columns: number;
}

/** Raw bits of one turn of all rows. */
export function bitsOfTurn({ rows, columns }: StreamLayout): number {
  return rows.length * columns * SHOTS_A_TURN;
}

/**
 * Parts a raw stream into the series of its cells: bit k of the stream is column k mod C of the shot ⌊k/C⌋ mod 64 of the row ⌊k/64C⌋ mod R. Shots of one
 * turn follow each other at once; between the 64th and the 65th lies a turn of the other rows. An unfinished turn at the end is left out.
 *
 * @param bytes bits with the first in the least significant place
 * @returns series of the cells, row by row in the layout's order
 */
export function cellSeries(bytes: Uint8Array, bits: number, layout: StreamLayout): PackedBits[] {
  checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
  const { rows, columns } = layout;
  const turns = Math.floor(bits / bitsOfTurn(layout));
  const shots = turns * SHOTS_A_TURN;
  const cells = Array.from({ length: rows.length * columns }, () => new Uint32Array(shots / 32));
  let k = 0;
  for (let turn = 0; turn < turns; turn++)
    for (let row = 0; row < rows.length; row++)
      for (let shot = 0; shot < SHOTS_A_TURN; shot++) {
        const at = turn * 2 + (shot >> 5);
        const place = shot & 31;
        for (let col = 0; col < columns; col++, k++)
          cells[row * columns + col]![at]! |= ((bytes[k >> 3]! >> (k & 7)) & 1) << place;
      }
  return cells.map((words) => new PackedBits(words, shots));
}
