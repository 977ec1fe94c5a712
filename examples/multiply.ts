/**
 * Writes a small matrix of +1 and -1 into the array and multiplies a vector with it, in place: each weight is a pair of
 * cells, and what comes back are converter codes.
 *
 *     npm run build && node dist/examples/multiply.js [board URI]
 */
import { openBoard } from 'spindrift/host';

const weights = [
  [1, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
];
const inputs = Uint8Array.of(3, 1, 2, 0);

const board = await openBoard(process.argv[2] ?? 'sim:ideal');
try {
  await board.arm();
  // +1 is (parallel, antiparallel), -1 the reverse; 1 means antiparallel.
  const cells = Uint8Array.from(weights.flatMap((row) => row.flatMap((w) => (w > 0 ? [0, 1] : [1, 0]))));
  const window = { tile: 0, rowFirst: 0, rows: 4, colFirst: 0, cols: 4 };
  const { cellsFailed } = await board.programTile({ ...window, cells, verifyPasses: 8 });
  const { results, shift } = await board.multiply({ ...window, inputBits: 2, columnMode: 'differential', inputs });
  const exact = [0, 1].map((c) => weights.reduce((sum, row, r) => sum + (row[c] ?? 0) * (inputs[r] ?? 0), 0));
  console.log(
    `codes ${Array.from(results, (r) => r * 2 ** shift).join(', ')} for exact products ${exact.join(', ')}; ${cellsFailed} cells failed`,
  );
} finally {
  await board.makeSafe();
  await board.close();
}
