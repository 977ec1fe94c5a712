import { bitHealthWasm } from '../gen/bit-health.wasm.js';
import { plainKernels } from './plain-kernels.js';

/** Samples of the windows of monobit and transition; a call never crosses their borders. */
export const SEGMENT_WORDS = 256;

/** Places in the state of the continuous tests, in 32-bit words. */
export const CONTINUOUS = {
  last: 0,
  mask: 2,
  run: 4,
  count: 5,
  words: 6,
  ones: 7,
  changes: 8,
  both: 9,
  previous: 10,
  started: 11,
  rct: 12,
  apt: 14,
  rctAt: 16,
  aptAt: 18,
  longest: 20,
  largest: 21,
} as const;

/** Places in the state of the lag predictor, in 32-bit words; eight scores come first. */
export const PREDICTOR = { scores: 0, history: 8, hits: 9, run: 10, longest: 11 } as const;

/** Places in the state of the replay test, in 32-bit words. */
export const REPLAY = { streak: 0, most: 1, anchors: 2, at: 3 } as const;

/** Places in the state of one cell, in 32-bit words. */
export const CELL = { run: 0, last: 1, ones: 2, longest: 3, size: 4 } as const;

/** Entries of the replay test's table. */
const REPLAY_ENTRIES = 65536;

/** The kernels of assembly/bit-health.ts, documented there. Arguments are bytes from the start of the memory. */
export interface HealthKernels {
  continuous(words: number, n: number, state: number): void;
  lags(words: number, n: number, counts: number): void;
  predict(words: number, n: number, state: number, steps: number): void;
  anchors(words: number, n: number, state: number, table: number): void;
  cells(turn: number, blocks: number, scratch: number, states: number): number;
}

/** Which kernels work: compiled ones, or their plain twin. */
export const HEALTH_ENGINES = ['wasm', 'plain'] as const;
/** One of {@link HEALTH_ENGINES}. */
export type HealthEngine = (typeof HEALTH_ENGINES)[number];

let compiled: WebAssembly.Module | undefined;

/** The memory of one battery of tests, and what works on it. */
export class HealthMemory {
  readonly kernels: HealthKernels;
  readonly bytes: Uint8Array;
  readonly i32: Int32Array;
  /** Byte offsets. `words` has two words of history before it. */
  readonly at: {
    readonly continuous: number;
    readonly predictor: number;
    readonly replay: number;
    readonly lagCounts: number;
    readonly words: number;
    readonly steps: number;
    readonly table: number;
    readonly turn: number;
    readonly scratch: number;
    readonly cells: number;
  };

  /** @param columns columns of the array if cells are followed, a multiple of 64; else 0 */
  constructor(engine: HealthEngine, columns: number, rows: number) {
    let end = 0;
    const room = (size: number): number => {
      const start = end;
      end += (size + 15) & ~15;
      return start;
    };
    this.at = {
      continuous: room(96),
      predictor: room(48),
      replay: room(16),
      lagCounts: room(4 * 128),
      // Two words of history, and one more that an unaligned load of the longest lags touches.
      words: room(32) + 32,
      ...((): { steps: number; table: number; turn: number; scratch: number; cells: number } => {
        room(SEGMENT_WORDS * 8);
        return {
          steps: room(256 * 32),
          table: room(REPLAY_ENTRIES * 8),
          turn: room(columns * 8),
          scratch: room(512),
          cells: room(rows * columns * CELL.size * 4),
        };
      })(),
    };
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65536) });
    this.bytes = new Uint8Array(memory.buffer);
    this.i32 = new Int32Array(memory.buffer);
    this.kernels = engine === 'plain' ? plainKernels(memory.buffer) : wasmKernels(memory);
    this.#fillSteps();
  }

  /** What each pattern of right lags adds: 8 to the score of each lag that was right. */
  #fillSteps(): void {
    const steps = this.at.steps / 4;
    for (let pattern = 0; pattern < 256; pattern++)
      for (let lag = 0; lag < 8; lag++) this.i32[steps + pattern * 8 + lag] = ((pattern >> lag) & 1) * 8;
  }
}

function wasmKernels(memory: WebAssembly.Memory): HealthKernels {
  compiled ??= new WebAssembly.Module(Buffer.from(bitHealthWasm, 'base64'));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as HealthKernels;
}
