/** The junctions of a board, pulsed and read. */
import { checkNumber, checkOneOf, wilsonInterval } from '../../../../base/index.js';
import type { BlockStream } from '../../block-stream.js';
import { deskOf } from './array-desk.js';
import { SpindriftComponent, type ComponentOptions } from './component.js';
import { hideState } from './hidden-state.js';

/** Options of an {@link MtjArray}. */
export interface MtjArrayOptions extends ComponentOptions {
  /** How many rows and columns, from the first; all by default. */
  readonly rows?: number | undefined;
  readonly cols?: number | undefined;
  /** State that the cells are brought to before each pulse; default parallel. */
  readonly initialise?: 'p' | 'ap' | undefined;
  /** Shots of a row in one sample; default 1. */
  readonly shots?: number | undefined;
  /** Time between two samples, ms; default 100. */
  readonly freq?: number | undefined;
  /** Change of the switching probability that makes a `change`; default 0.01. */
  readonly threshold?: number | undefined;
  readonly tile?: number | undefined;
}

/** One sample. */
export interface MtjSample {
  /** Share of the pulses that switched a cell. */
  readonly pSwitch: number;
  /** Its 95 % interval (Wilson). */
  readonly interval: readonly [low: number, high: number];
  readonly switched: number;
  readonly pulses: number;
  /** True unless the junctions are silicon: such outcomes are computed, and never entropy. */
  readonly notEntropy: boolean;
}

/** Events: `data` (sample) at every sample, `change` (sample) beyond the threshold, `fault` of the board, `error`. */
export class MtjArray extends SpindriftComponent {
  readonly rows: number | undefined;
  readonly cols: number | undefined;
  readonly initialise: 'p' | 'ap';
  readonly shots: number;
  readonly freq: number;
  readonly threshold: number;
  readonly tile: number;
  #last: MtjSample | undefined;
  #told: number | undefined;

  constructor(options: MtjArrayOptions) {
    super(options);
    const places = { min: 1, max: 256, integer: true };
    this.rows = options.rows === undefined ? undefined : checkNumber('rows', options.rows, places);
    this.cols = options.cols === undefined ? undefined : checkNumber('cols', options.cols, places);
    this.initialise = checkOneOf('initialise', options.initialise ?? 'p', ['p', 'ap']);
    this.shots = checkNumber('shots', options.shots ?? 1, { min: 1, integer: true });
    this.freq = checkNumber('freq', options.freq ?? 100, { min: 1 });
    this.threshold = checkNumber('threshold', options.threshold ?? 0.01, { min: 0, max: 1 });
    this.tile = checkNumber('tile', options.tile ?? 0, { min: 0, integer: true });
    hideState(this, () => ({ running: this.isRunning, last: this.#last }));
  }

  /** Share of the pulses of the last sample that switched a cell; undefined before the first. */
  get pSwitch(): number | undefined {
    return this.#last?.pSwitch;
  }

  /**
   * Pulses and reads once. The array is armed for it, and stays so until `stop()`.
   * @throws the errors of the board: LimitError, InterlockError, BoardLostError, …
   */
  sample(signal?: AbortSignal): Promise<MtjSample> {
    return this.during(() =>
      deskOf(this.steady).run(this, async (board) => {
        const { rows, cols } = board.identity.geometry;
        const plan = {
          shots: this.shots,
          initialise: this.initialise,
          tile: this.tile,
          ...(this.rows === undefined ? {} : { rowMask: firstOf(this.rows) }),
          ...(this.cols === undefined ? {} : { colMask: firstOf(this.cols) }),
          ...(signal === undefined ? {} : { signal }),
        };
        const outcomes = (this.rows ?? rows) * (this.cols ?? cols) * this.shots;
        const { count, ones } =
          outcomes <= board.limits.inlineBits ? await board.runShots(plan) : await countStream(board.openShots(plan));
        return this.#take(count, this.initialise === 'p' ? ones : count - ones, board.identity.kind !== 'real');
      }),
    );
  }

  /** Samples again and again. */
  start(): this {
    this.repeat({
      pauseS: this.freq / 1000,
      work: async (signal) => {
        await this.sample(signal);
      },
    });
    return this;
  }

  /** Ends that, and leaves the array safe unless another component needs it. */
  stop(): this {
    this.halt();
    this.attempt(() => deskOf(this.steady).release(this));
    return this;
  }

  #take(pulses: number, switched: number, notEntropy: boolean): MtjSample {
    const pSwitch = switched / pulses;
    const sample = { pSwitch, interval: wilsonInterval(switched, pulses), switched, pulses, notEntropy };
    this.#last = sample;
    this.emit('data', sample);
    if (this.#told === undefined || Math.abs(pSwitch - this.#told) > this.threshold) {
      this.#told = pSwitch;
      this.emit('change', sample);
    }
    return sample;
  }
}

/** The first so many. */
const firstOf = (count: number): bigint => (1n << BigInt(count)) - 1n;

/** Outcomes of a stream, and those that are antiparallel. */
async function countStream(stream: BlockStream): Promise<{ count: number; ones: number }> {
  let [count, ones] = [0, 0];
  for await (const { bytes, bits } of stream) {
    count += bits;
    for (let k = 0; k < bits; k++) ones += (bytes[k >> 3]! >> (k & 7)) & 1;
  }
  return { count, ones };
}
