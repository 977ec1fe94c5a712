import { checkNumber, DataLossError } from '../../../../base/index.js';
import { unpackLsbFirst } from '../../bit-order.js';
import type { BitSource } from '../../collect-bits.js';
import { RESTARTS } from './restart-cutoff.js';

/** How restart data are collected. */
export interface RestartCollection {
  /** Restarts; default 1000. */
  readonly restarts?: number;
  /** Bits that are taken after each; default 1000. */
  readonly samples?: number;
  readonly signal?: AbortSignal;
  /** Restarts that are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Restart data of a board. */
export interface RestartBits {
  /** Restart after restart, one bit a byte. */
  readonly bits: Uint8Array<ArrayBuffer>;
  /** True if a stand-in for a board made them, or the board said so of any block. */
  readonly notEntropy: boolean;
}

/**
 * Takes the first raw bits after each of many restarts of the array's drive: it is made safe, which takes the drive away, and armed again, and a stream is
 * opened without the controller, so that nothing is carried over from the one before. Supplies and processor stay on: that is as far as the
 * protocol reaches, and less than a power-down. The array is left safe.
 * @throws RangeError; DataLossError for a stream that ends early or has a gap; the errors of the board; the signal's reason
 */
export async function collectRestarts(board: BitSource, options: RestartCollection = {}): Promise<RestartBits> {
  const count = { min: 1, max: 1e5, integer: true };
  const restarts = checkNumber('restarts', options.restarts ?? RESTARTS, count);
  const samples = checkNumber('samples', options.samples ?? RESTARTS, count);
  const { signal, onProgress } = options;
  const bits = new Uint8Array(restarts * samples);
  let notEntropy = board.identity.kind !== 'real';
  try {
    for (let restart = 0; restart < restarts; restart++) {
      signal?.throwIfAborted();
      await board.makeSafe(signal);
      await board.arm(signal);
      const stream = board.openBits({
        totalBits: samples,
        mode: 'raw',
        xorStages: 0,
        controller: false,
        ...(signal === undefined ? {} : { signal }),
      });
      let taken = 0;
      try {
        for await (const block of stream) {
          notEntropy ||= block.notEntropy;
          if (block.gap > 0)
            throw new DataLossError(`restart ${restart} lost blocks of its bits`, { nextStep: 'Collect once more.' });
          const fresh = Math.min(block.bits, samples - taken);
          bits.set(unpackLsbFirst(block.bytes, fresh), restart * samples + taken);
          taken += fresh;
          if (taken === samples) break;
        }
      } finally {
        await stream.close();
      }
      if (taken < samples)
        throw new DataLossError(`the board ended the stream of restart ${restart} after ${taken} of ${samples} bits`, {
          nextStep: 'see what the board says of itself with: spindrift info',
        });
      onProgress?.(restart + 1, restarts);
    }
  } finally {
    await board.makeSafe().catch(() => undefined);
  }
  return { bits, notEntropy };
}
