import type { Board } from '../../../firmware-host/host/index.js';
import type { NoiseBits } from '../sampling/noise.js';

/** Bits of a board's stream, lossless: the generator stands still when nobody reads. */
export class BoardBits implements NoiseBits {
  constructor(
    readonly board: Board,
    readonly options: {
      /** Times that bits of distant cells are folded by XOR on the board. */
      readonly xorStages: number;
      /** Let the board hold each row near one half. */
      readonly controller: boolean;
    },
  ) {}

  /** Opens a stream of exactly `count` bits: the array is free for products in between. */
  async read(count: number, signal?: AbortSignal): Promise<Uint8Array> {
    const stream = this.board.openBits({
      ...this.options,
      totalBits: count,
      overflow: 'hold',
      ...(signal && { signal }),
    });
    const bytes = await stream.readBits(count);
    await stream.finish();
    return bytes;
  }
}
