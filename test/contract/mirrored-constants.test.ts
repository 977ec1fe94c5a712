/** Values that lab states again because it never sees the simulator: they are those of the board. */
import { expect, it } from 'vitest';
import { WRITE_DRIVE } from '../../board-sim/index.js';
import { WRITE_AMPLITUDE, WRITE_WIDTH } from '../../lab/energy/constants.js';

it('the ledger prices the write pulse of the board', () => {
  expect(WRITE_AMPLITUDE.value).toBe(WRITE_DRIVE.amplitudeV);
  expect(WRITE_WIDTH.value).toBe(WRITE_DRIVE.widthS);
});
