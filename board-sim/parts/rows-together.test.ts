import { describe, expect, it } from 'vitest';
import { BoardParts } from './board-parts.js';
import { DacChannel } from './serial/dac80508.js';
import { PinDriver } from './testing/pin-driver.js';

const EVERY_ROW = 2n ** 64n - 1n;

/** Cells that leave the antiparallel state while no row is closed, in 40 mT, as a look at some rows then finds them. */
function leftAntiparallel(rows: bigint): number {
  const parts = new BoardParts({ seed: 5, scenario: 'ideal' });
  const driver = new PinDriver(parts);
  driver.prepare({ rows: 0n });
  const { cells } = parts.array.unit;
  cells.state.fill(1);
  driver.volts(DacChannel.coil, 2.09);
  driver.set('COIL_EN', 1);
  for (let k = 0; k < 200; k++) driver.wait(1e6 + 1);
  driver.rows(rows);
  return cells.state.reduce((sum, state, cell) => {
    const looked = ((rows >> BigInt(Math.floor(cell / cells.cols))) & 1n) === 1n;
    return sum + (looked && state === 0 ? 1 : 0);
  }, 0);
}

describe('rows that have been open', () => {
  // Cells leave within tens of milliseconds: of 64 in 200 ms, none at all has a probability far below 1e-9.
  it('have lived in the field of the coil meanwhile', () => {
    expect(leftAntiparallel(1n)).toBeGreaterThan(32);
  });

  it('are as old as the others when they are closed together', () => {
    expect(leftAntiparallel(3n)).toBeGreaterThan(64);
    expect(leftAntiparallel(EVERY_ROW)).toBeGreaterThan(2048);
  });
});
