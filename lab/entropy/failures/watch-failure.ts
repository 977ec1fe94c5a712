import type { Board } from '../../../firmware-host/host/index.js';
import { SHOTS_A_TURN } from '../bit-record.js';
import { BitHealth } from '../health/bit-health.js';
import { HEALTH_TESTS, type HealthAlarm } from '../health/health-alarm.js';
import { FirmwareTests } from './firmware-tests.js';

/** Whatever can notice a failure: the tests of the host's tap, the board itself, and the tests of its firmware. */
export const WATCHERS = [...HEALTH_TESTS, 'firmware'] as const;
/** One of {@link WATCHERS}. `board` is what the board flags of its blocks. */
export type Watcher = (typeof WATCHERS)[number];

/** How a board is watched. */
export interface FailureWatchOptions {
  /** Bits before the failure: the board was told to fail then. */
  readonly onset: number;
  /** Bits after it until the watch is given up. */
  readonly limit: number;
  /** What the source claims, bit a bit: the tests' limits follow. */
  readonly minEntropy: number;
  readonly controller: boolean;
  readonly signal: AbortSignal;
  /** Bits so far. */
  readonly onProgress?: (bits: number) => void;
}

/** What came of a watch. */
export interface Watched {
  /** Bits from the failure to the first alarm, of each watcher; null: none within the limit. */
  readonly latency: Readonly<Record<Watcher, number | null>>;
  /** Watchers that gave an alarm before the failure. */
  readonly falseAlarms: readonly Watcher[];
}

/**
 * Reads raw bits of a board that is going to fail and notes when each test first says so. An alarm counts from the bit that made it, a board's flag
 * from the end of its block, the firmware's tests from the end of the row's turn, which is when the firmware looks.
 */
export async function watchFailure(board: Board, options: FailureWatchOptions): Promise<Watched> {
  const { onset, limit, minEntropy, controller, signal, onProgress } = options;
  const { rows, cols } = board.identity.geometry;
  const health = new BitHealth({ minEntropy, layout: { rows, columns: cols } });
  const turns = new RowTurns(rows, cols);
  const first = new Map<Watcher, number>();
  const early = new Set<Watcher>();
  const note = (watcher: Watcher, index: number): void => {
    if (index < onset) early.add(watcher);
    else if (!first.has(watcher)) first.set(watcher, index + 1 - onset);
  };
  await board.arm(signal);
  const stream = board.openBits({
    totalBits: onset + limit,
    controller,
    signal,
    // A block of one row's turn: its flag tells of that alone.
    blockBytes: (SHOTS_A_TURN * cols) / 8,
  });
  let bits = 0;
  try {
    for await (const block of stream) {
      for (const alarm of health.push(block.bytes, block.bits)) note(alarm.test, firstIndex(alarm, health));
      for (const end of turns.push(block.bytes, block.bits)) note('firmware', end - 1);
      bits += block.bits;
      if (block.unhealthy) note('board', bits - 1);
      onProgress?.(bits);
    }
  } finally {
    await stream.close();
  }
  const latency = Object.fromEntries(WATCHERS.map((watcher) => [watcher, first.get(watcher) ?? null]));
  return { latency: latency as Record<Watcher, number | null>, falseAlarms: [...early] };
}

/** Of a run that reached both its limits within a block only the graver is told; the lesser was reached before. */
function firstIndex({ test, index, from }: HealthAlarm, { limits }: BitHealth): number {
  return test === 'repetitionCount' ? from + limits.repetitionCount.intermittent - 1 : index;
}

/** Gives the firmware's tests their samples, turn by turn. */
class RowTurns {
  readonly #tests: FirmwareTests;
  readonly #rows: number;
  readonly #shot: Uint8Array;
  #fill = 0;
  #shots = 0;
  #bits = 0;
  #failed = false;

  constructor(rows: number, cols: number) {
    this.#tests = new FirmwareTests(rows * cols);
    this.#rows = rows;
    this.#shot = new Uint8Array(cols);
  }

  /** @returns ends of turns with an alarm, bits from the start */
  push(bytes: Uint8Array, bits: number): number[] {
    const ends: number[] = [];
    const shot = this.#shot;
    for (let k = 0; k < bits; k++) {
      shot[this.#fill++] = (bytes[k >> 3]! >> (k & 7)) & 1;
      if (this.#fill < shot.length) continue;
      this.#fill = 0;
      const turn = Math.floor(this.#shots / SHOTS_A_TURN);
      const before = Math.floor(turn / this.#rows) * SHOTS_A_TURN + (this.#shots % SHOTS_A_TURN);
      const reached = this.#tests.sample((turn % this.#rows) * shot.length, shot, before);
      this.#failed ||= reached;
      if (++this.#shots % SHOTS_A_TURN !== 0) continue;
      if (this.#failed) ends.push(this.#bits + k + 1);
      this.#failed = false;
    }
    this.#bits += bits;
    return ends;
  }
}
