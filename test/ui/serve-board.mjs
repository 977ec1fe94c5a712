// A simulated board behind a TCP port, in a process that a test can kill: what unplugging is to a board on USB.
// node serve-board.mjs PORT
import { createSimulatedBoard, serveTcp } from '../../dist/board-sim/board/index.js';

const board = createSimulatedBoard({ scenario: 'ideal', seed: 3, rows: 8, cols: 8 });
const { uri } = await serveTcp(board, { port: Number(process.argv[2]) });
process.stdout.write(`${uri}\n`);
