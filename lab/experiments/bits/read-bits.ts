import { DataLossError } from '../../../base/index.js';
import type { Board } from '../../../firmware-host/host/index.js';
import { copyBits } from '../../../firmware-host/host/bits.js';
import { NOT_ENTROPY_MARK } from '../../entropy/bit-record.js';
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
  /** Most blocks under way or unread. */
  readonly window?: number;
  /** Shown with the progress. */
  readonly note?: string;
  /** Bits read before, and in all, where several readings are one piece of work. */
  readonly before?: number;
  readonly total?: number;
  /** Told of every block as it comes: the bits so far. */
  readonly onBlock?: (soFar: ReadBits) => void;
}

/** Bits as they came. */
export interface ReadBits {
  /** Packed, the first in the least significant place. */
  readonly bytes: Uint8Array;
  /** Bits that are there; the bytes have room for all that were asked for. */
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
  const { controller = false, xorStages = 0, rateLimit, blockBytes, window } = reading;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  const blockStarts: { bit: number; boardTimeS: number }[] = [];
  const read = { bytes, bits: 0, blockStarts, unhealthyBlocks: 0, pauses: 0 };
  const stream = board.openBits({
    rowMask: rows.mask,
    tile: rows.tile,
    totalBits: bits,
    controller,
    xorStages,
    signal,
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(blockBytes === undefined ? {} : { blockBytes }),
    ...(window === undefined ? {} : { window }),
  });
  try {
    for await (const block of stream) {
      blockStarts.push({ bit: read.bits, boardTimeS: block.timeUs / 1e6 });
      const take = Math.min(block.bits, bits - read.bits);
      copyBits(block.bytes, 0, bytes, read.bits, take);
      read.bits += take;
      if (block.unhealthy) read.unhealthyBlocks++;
      if (block.paused) read.pauses++;
      onBlock?.(read);
      const shown = note === undefined ? {} : { note };
      yield { type: 'progress', done: before + read.bits, total, unit: 'bits', ...shown };
    }
  } finally {
    await stream.close();
  }
  if (read.bits < bits)
    throw new DataLossError(`the board ended the bit stream after ${read.bits} of ${bits} bits`, {
      nextStep: 'see what the board says of itself with: spindrift info',
    });
  return read;
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
    : [{ type: 'note', text: `${NOT_ENTROPY_MARK} (the board is ${kind}; what follows is about its model)` }];
}
