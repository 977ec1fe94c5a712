import { DataLossError } from '../../../base/index.js';
import type { Board } from '../../../firmware-host/host/index.js';
import { copyBits } from '../../../firmware-host/host/bits.js';
import type { ExperimentEvent } from '../events.js';
import type { ChosenRows } from './bit-params.js';

/** What to read. */
export interface BitReading {
  readonly rows: ChosenRows;
  readonly bits: number;
  readonly controller?: boolean;
  /** Times that the board folds pairs of columns by XOR. */
  readonly xorStages?: number;
  /** Most bytes a second of board time: spreads few bits over a long time. */
  readonly rateLimit?: number;
  /** Data bytes of a block; the board's time is told at each. */
  readonly blockBytes?: number;
  readonly signal: AbortSignal;
  /** Shown with the progress. */
  readonly note?: string;
  /** Bits read before, and in all, where several readings are one piece of work. */
  readonly before?: number;
  readonly total?: number;
  /** Told of every block as it comes. */
  readonly onBlock?: (firstBit: number, bits: number) => void;
}

/** Bits as they came. */
export interface ReadBits {
  /** Packed, the first in the least significant place. */
  readonly bytes: Uint8Array;
  readonly bits: number;
  /** First bit and board time, s, of each block. */
  readonly blockStarts: readonly { readonly bit: number; readonly boardTimeS: number }[];
  /** Blocks during which the board's own tests failed. */
  readonly unhealthyBlocks: number;
  /** Blocks before which the generator had stood still. */
  readonly pauses: number;
}

/** Reads bits without loss, with progress. @throws DataLossError if the board ends early; what the stream throws */
export async function* readBits(board: Board, reading: BitReading): AsyncGenerator<ExperimentEvent, ReadBits> {
  const { rows, bits, signal, note, before = 0, total = bits, onBlock } = reading;
  const { controller = false, xorStages = 0, rateLimit, blockBytes } = reading;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  const blockStarts: { bit: number; boardTimeS: number }[] = [];
  let [have, unhealthyBlocks, pauses] = [0, 0, 0];
  const stream = board.openBits({
    rowMask: rows.mask,
    tile: rows.tile,
    totalBits: bits,
    controller,
    xorStages,
    signal,
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(blockBytes === undefined ? {} : { blockBytes }),
  });
  try {
    for await (const block of stream) {
      blockStarts.push({ bit: have, boardTimeS: block.timeUs / 1e6 });
      const take = Math.min(block.bits, bits - have);
      copyBits(block.bytes, 0, bytes, have, take);
      onBlock?.(have, take);
      have += take;
      if (block.unhealthy) unhealthyBlocks++;
      if (block.paused) pauses++;
      const shown = note === undefined ? {} : { note };
      yield { type: 'progress', done: before + have, total, unit: 'bits', ...shown };
    }
  } finally {
    await stream.close();
  }
  if (have < bits)
    throw new DataLossError(`the board ended the bit stream after ${have} of ${bits} bits`, {
      nextStep: 'see what the board says of itself with: spindrift info',
    });
  return { bytes, bits, blockStarts, unhealthyBlocks, pauses };
}

/** Board time of a bit, s, on a straight line between the blocks' times. */
export function timeOfBit({ blockStarts, bits }: Pick<ReadBits, 'blockStarts' | 'bits'>, bit: number): number {
  let low = 0;
  let high = blockStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blockStarts[middle]!.bit <= bit) low = middle;
    else high = middle - 1;
  }
  const start = blockStarts[low]!;
  const next = blockStarts[low + 1];
  const previous = blockStarts[low - 1];
  // The last block lasts as its predecessor did.
  const [from, to] = next === undefined ? [previous, start] : [start, next];
  const perBit = from === undefined ? 0 : (to.boardTimeS - from.boardTimeS) / (to.bit - from.bit);
  return start.boardTimeS + (Math.min(bit, bits) - start.bit) * perBit;
}

/** That bits of a stand-in are none of what they look like. */
export function pseudoRandomNote({ identity: { kind } }: Pick<Board, 'identity'>): ExperimentEvent[] {
  return kind === 'real'
    ? []
    : [{ type: 'note', text: `PSEUDO-RANDOM, NOT ENTROPY: the board is ${kind}; what follows is about its model` }];
}
