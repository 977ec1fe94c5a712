import { RandomStream, type VirtualClock } from '../../../base/index.js';
import type { BitOptions, Board, StreamBlock, Telemetry } from '../../../firmware-host/host/index.js';
import { FakeBoard } from './fake-board.js';

/** What a fake source is asked for each outcome of a cell. */
export interface FakeShot {
  readonly row: number;
  readonly col: number;
  /** Outcome of the cell's shot before; 0 at the first. */
  readonly before: 0 | 1;
  /** Time on the fake's clock, s. */
  readonly timeS: number;
  readonly controller: boolean;
  readonly pulseWidthS: number;
}

/** What a fake source of bits is made of. */
export interface FakeBitsOptions {
  readonly rows: number;
  readonly cols: number;
  /** Probability of a one. */
  readonly one: (shot: FakeShot) => number;
  readonly seed?: number;
}

/** Time of a shot of a row, s, when nobody limits the rate. */
const SHOT_S = 656e-9;

/** A board whose bits follow a law that a test knows: rows in turn, 64 shots each, folding by XOR as boards do it. */
export class FakeBitsBoard extends FakeBoard {
  override readonly identity: Board['identity'];
  override readonly limits = {
    amplitudeV: { min: 0.4, max: 2, step: 38e-6 },
    bipolar: true,
    pulseWidthS: { min: 0.5e-9, max: 10e-6, step: 5e-12 },
    pulses: [{ widthS: 10e-6, amplitudeV: 2 }],
    maxBlockBytes: 4096,
  };
  /** How streams were opened. */
  readonly opened: BitOptions[] = [];
  readonly #options: FakeBitsOptions;
  readonly #time: VirtualClock;
  readonly #random: RandomStream;
  readonly #states: Uint8Array;

  constructor(clock: VirtualClock, options: FakeBitsOptions) {
    super(clock);
    const { rows, cols } = options;
    this.#options = options;
    this.#time = clock;
    this.#random = RandomStream.from(options.seed ?? 1, 'fake-bits');
    this.#states = new Uint8Array(rows * cols);
    this.identity = { ...new FakeBoard(clock).identity, geometry: { rows, cols, tiles: 1 } };
  }

  openBits(options: BitOptions): AsyncIterable<StreamBlock> & { close(): Promise<void> } {
    this.opened.push(options);
    return Object.assign(this.#blocks(options), { close: async () => undefined });
  }

  async *#blocks(options: BitOptions): AsyncGenerator<StreamBlock> {
    const { totalBits = 0, blockBytes = 1024, xorStages = 0, rateLimit } = options;
    const source = this.#outcomes(options, xorStages);
    for (let sent = 0, seq = 0; sent < totalBits; seq++) {
      const bits = Math.min(blockBytes * 8, totalBits - sent);
      const bytes = new Uint8Array(Math.ceil(bits / 8));
      const timeUs = this.#time.now() * 1e6;
      for (let k = 0; k < bits; k++) bytes[k >> 3]! |= source.next().value << (k & 7);
      const { cols } = this.#options;
      this.#time.advance(rateLimit === undefined ? (SHOT_S * bits * 2 ** xorStages) / cols : bits / 8 / rateLimit);
      sent += bits;
      const flags = { notEntropy: true, gap: 0, unhealthy: false, paused: false, saturated: false };
      yield { seq, timeUs, bytes, bits, ...flags };
    }
  }

  *#outcomes({ controller = false, rowMask }: BitOptions, stages: number): Generator<0 | 1, never> {
    const { rows, cols, one } = this.#options;
    const chosen = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => rowMask === undefined || (rowMask >> BigInt(row)) & 1n,
    );
    for (;;)
      for (const row of chosen)
        for (let shot = 0; shot < 64; shot++) {
          let bits: (0 | 1)[] = [];
          for (let col = 0; col < cols; col++) {
            const before = this.#states[row * cols + col] as 0 | 1;
            const { pulseWidthS } = this.drive;
            const p = one({ row, col, before, timeS: this.#time.now(), controller, pulseWidthS });
            const bit = this.#random.uniform() < p ? 1 : 0;
            this.#states[row * cols + col] = bit;
            bits.push(bit);
          }
          for (let stage = 0; stage < stages; stage++) {
            const half = bits.length / 2;
            bits = bits.slice(0, half).map((bit, c) => (bit ^ bits[half + c]!) as 0 | 1);
          }
          yield* bits;
        }
  }

  override async readTelemetry(): Promise<Telemetry> {
    return { ...(await super.readTelemetry()), arrayTemperatureK: 300 };
  }
}
