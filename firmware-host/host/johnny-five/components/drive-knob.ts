/** A setting of the drive as a component: where it goes, how fast, and how far it may. */
import { BoardLostError, checkNumber } from '../../../../base/index.js';
import type { DriveSettings } from '../../board-types.js';
import { deskOf } from './array-desk.js';
import { SpindriftComponent, type ComponentOptions } from './component.js';
import { hideState } from './hidden-state.js';

/** Options of a knob, in its unit. */
export interface KnobOptions extends ComponentOptions {
  /** Largest magnitude that this program may ask for; the board's own limit holds anyhow. */
  readonly limit?: number | undefined;
  /** Change in a second at most; default: at once. */
  readonly slew?: number | undefined;
}

/** What a knob turns. */
export interface KnobKind {
  /** The setting that it is. */
  readonly setting: 'biasV' | 'fieldAPerM';
  /** SI units in one unit of the knob. */
  readonly unit: number;
  /** Name of the unit in messages. */
  readonly unitName: string;
}

/** A step of a slow change lasts so long, s. */
const STEP_S = 0.02;

/** What sums of steps may be off, relative. */
const ROUNDING = 1e-9;

/** Events: `change` (value in force) after each step, `complete` (value) at the end, `fault`, `error`. */
export abstract class DriveKnob extends SpindriftComponent {
  readonly limit: number | undefined;
  readonly slew: number | undefined;
  readonly #kind: KnobKind;
  #value = 0;
  /** What was asked for last: slow changes go by it, for what is in force is rounded to the converter's steps. */
  #asked = 0;
  #turn: AbortController | undefined;

  protected constructor(options: KnobOptions, kind: KnobKind) {
    super(options);
    this.#kind = kind;
    this.limit = options.limit === undefined ? undefined : checkNumber('limit', options.limit, { min: 0 });
    this.slew = options.slew === undefined ? undefined : checkNumber('slew', options.slew, { min: Number.MIN_VALUE });
    hideState(this, () => ({ running: this.isRunning, value: this.#value }));
  }

  /** What is in force, in the knob's unit. */
  get value(): number {
    return this.#value;
  }

  /**
   * Goes to a value; the array is armed, for otherwise nothing of it would be felt.
   * @throws TypeError, RangeError beyond `limit`, or beyond the board's own while the board is here; what the board refuses later is an `error`
   */
  to(value: number): this {
    this.#check(value);
    this.#turn?.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.attempt(() => this.#go(value, turn.signal));
    return this;
  }

  /** The same, for who waits for it. @returns what is in force */
  async reach(value: number): Promise<number> {
    this.#check(value);
    this.#turn?.abort();
    const turn = new AbortController();
    this.#turn = turn;
    return this.during(() => this.#go(value, turn.signal));
  }

  /** Goes to 0 at once, and leaves the array safe unless another component needs it. */
  stop(): this {
    this.#turn?.abort();
    const desk = deskOf(this.steady);
    this.attempt(async () => {
      try {
        await this.#set(0);
      } catch (error) {
        // The board keeps its settings over a session: the next one begins with this.
        desk.note({ [this.#kind.setting]: 0 });
        this.#asked = this.#value = 0;
        if (!(error instanceof BoardLostError)) throw error;
      }
    });
    // In the next turn: also when the one before went wrong.
    this.attempt(() => desk.release(this));
    return this;
  }

  #check(value: number): void {
    const { setting, unit, unitName } = this.#kind;
    const name = `${setting === 'biasV' ? 'bias' : 'field'} (${unitName})`;
    const limits = this.steady.board?.limits[setting];
    const least = Math.max(-(this.limit ?? Infinity), limits === undefined ? -Infinity : limits.min / unit);
    const most = Math.min(this.limit ?? Infinity, limits === undefined ? Infinity : limits.max / unit);
    checkNumber(name, value, {
      ...(Number.isFinite(least) ? { min: least } : {}),
      ...(Number.isFinite(most) ? { max: most } : {}),
    });
  }

  async #go(value: number, signal: AbortSignal): Promise<number> {
    const step = this.slew === undefined ? Infinity : this.slew * STEP_S;
    // Armed first: the setting then takes effect as it is made.
    await deskOf(this.steady).run(this, async () => undefined);
    for (;;) {
      signal.throwIfAborted();
      const left = value - this.#asked;
      const near = Math.abs(left) <= step * (1 + ROUNDING);
      await this.#set(near ? value : this.#asked + Math.sign(left) * step);
      if (near) break;
      await this.steady.clock.sleep(STEP_S, signal);
    }
    this.emit('complete', this.#value);
    return this.#value;
  }

  async #set(value: number): Promise<void> {
    const { setting, unit } = this.#kind;
    const change: Partial<DriveSettings> = { [setting]: value * unit };
    this.#asked = value;
    const actual = (await deskOf(this.steady).adjust(change))[setting] / unit;
    if (actual === this.#value) return;
    this.#value = actual;
    this.emit('change', actual);
  }
}
