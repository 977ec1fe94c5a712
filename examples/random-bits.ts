/**
 * Reads bits from a board and counts the ones, row means held near one half by the board's controller.
 *
 *     npm run build && node dist/examples/random-bits.js [board URI]
 */
import { openBoard } from 'spindrift/host';

const board = await openBoard(process.argv[2] ?? 'sim:typical?seed=7');
try {
  await board.arm();
  const stream = board.openBits({ totalBits: 100_000, controller: true, xorStages: 1 });
  const bytes = await stream.readBits(100_000);
  const ones = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  const source = stream.notEntropy ? 'pseudo-random: not entropy' : 'from silicon';
  console.log(`${ones} ones in 100000 bits of ${board.identity.name} (${source})`);
} finally {
  await board.makeSafe();
  await board.close();
}
