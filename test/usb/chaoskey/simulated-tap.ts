/** The bits of a simulated board, for the personality that a kernel reads; closed for good by the first health alarm. */
import { createSimulatedBoard, type SimulatedBoardOptions } from '../../../board-sim/index.js';
import { InProcessTransport, openBoardOver, type BitStream, type Board } from '../../../firmware-host/host/index.js';

/** Small blocks: an alarm is for a whole block. */
const BLOCK_BYTES = 512;

export class SimulatedTap {
  readonly #board: Board;
  readonly #bits: BitStream;
  /** An alarm has closed the tap. */
  alarmed = false;

  private constructor(board: Board, bits: BitStream) {
    this.#board = board;
    this.#bits = bits;
  }

  static async open(options: SimulatedBoardOptions): Promise<SimulatedTap> {
    const board = await openBoardOver(new InProcessTransport(createSimulatedBoard(options)), 'tap', { standIn: true });
    await board.arm();
    return new SimulatedTap(board, board.openBits({ controller: true, blockBytes: BLOCK_BYTES }));
  }

  /** The next bytes; undefined once there are no more that anybody should have. */
  async next(): Promise<Uint8Array | undefined> {
    if (this.alarmed) return undefined;
    const block = await this.#bits.next();
    if (block === undefined) return undefined;
    this.alarmed = block.unhealthy;
    return this.alarmed ? undefined : block.bytes;
  }

  /** The first bytes, fewer if an alarm comes before. */
  async first(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let have = 0; have < count;) {
      const bytes = await this.next();
      if (bytes === undefined) break;
      parts.push(bytes);
      have += bytes.length;
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, count));
  }

  async close(): Promise<void> {
    await this.#bits.close();
    await this.#board.close();
  }
}
