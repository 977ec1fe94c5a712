/** Makes a board's time pass, a slice in each turn of the event loop. */
import { VirtualClock, systemClock, type Clock, type Timer } from '../../../base/index.js';
import type { RunOutcome } from '../run-loop.js';
import { WallPace, type Pace } from './pace.js';

/** What the pump drives. */
export interface Pumped {
  /** Board time, ns. */
  readonly nanos: number;
  /** Lets at most so much time pass, ns. */
  run(nanos: number): RunOutcome;
}

/** What the pump asks and tells. Everything but `run` is called outside of the machine's run. */
export interface PumpOwner {
  readonly board: Pumped;
  /** Whether somebody is connected. */
  readonly connected: boolean;
  /** Counts up whenever bytes move; a slice in which it stands still was idle. */
  readonly activity: number;
  /** A slice is over. @returns false if the board cannot go on */
  sliceDone(outcome: RunOutcome): void;
  /** The machine has thrown. */
  failed(error: unknown): void;
}

/** Machine time of a slice, s: short against the patience of an event loop, even when the machine is ten times slower than its model. */
const SLICE_S = 0.002;
/** The same while nothing moves and the computer's clock sets the pace. */
const IDLE_SLICE_S = 0.01;
/**
 * Turns in which time stands still after bytes or a timer have reached the host: bytes take one turn there and one back, and its answer then comes at the
 * moment of the question, whatever the computer does meanwhile.
 */
const ANSWER_TURNS = 3;

interface Passing {
  readonly untilS: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The turns of one board. Its {@link clock} shows board time at the end of the last slice, and its timers ring between slices. */
export class Pump {
  readonly clock = new VirtualClock();
  readonly #owner: PumpOwner;
  readonly #wall: Clock;
  readonly #pace: WallPace | undefined;
  #passing: Passing[] = [];
  #scheduled = false;
  #waiting: Timer | undefined;
  #answerTurns = 0;
  #idle = false;

  /** @param wall the computer's clock; only for the pace `wall` */
  constructor(owner: PumpOwner, pace: Pace, wall: Clock = systemClock) {
    this.#owner = owner;
    this.#wall = wall;
    this.#pace = pace === 'wall' ? new WallPace(wall, 0) : undefined;
  }

  /** There is work: time goes on in the next turn. */
  kick(): void {
    this.#waiting?.cancel();
    this.#waiting = undefined;
    this.#idle = false;
    this.#pace?.anchor(this.#seconds);
    this.#schedule();
  }

  /** The host has been given something: time stands still until it has had its turn. */
  awaitAnswer(): void {
    this.#answerTurns = ANSWER_TURNS;
  }

  /** Resolves when so much board time has passed; rejects if it cannot. */
  pass(seconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#passing.push({ untilS: this.#seconds + seconds, resolve, reject });
      this.#schedule();
    });
  }

  /** Board time has gone on outside of a slice: the clock follows. */
  catchUp(): void {
    const now = this.#seconds;
    if (this.clock.nextDue <= now) this.awaitAnswer();
    if (now > this.clock.now()) this.clock.advance(now - this.clock.now());
    this.#passing = this.#passing.filter(({ untilS, resolve }) => {
      if (untilS > now) return true;
      resolve();
      return false;
    });
  }

  get #seconds(): number {
    return this.#owner.board.nanos / 1e9;
  }

  get #wanted(): boolean {
    return this.#owner.connected || this.#passing.length > 0;
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting !== undefined) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#wanted) this.#turn();
    });
  }

  #turn(): void {
    if (this.#answerTurns > 0) {
      this.#answerTurns--;
      this.#schedule();
      return;
    }
    const owner = this.#owner;
    const before = owner.activity;
    try {
      owner.sliceDone(owner.board.run(this.#sliceNanos()));
    } catch (error) {
      for (const { reject } of this.#passing.splice(0)) reject(error);
      owner.failed(error);
    }
    this.catchUp();
    if (!this.#wanted) return;
    this.#idle = owner.activity === before;
    this.#goOn();
  }

  #goOn(): void {
    const pace = this.#pace;
    if (pace === undefined || !this.#idle) {
      pace?.anchor(this.#seconds);
      this.#schedule();
      return;
    }
    const waitS = pace.waitS(this.#seconds);
    if (waitS <= 0) {
      this.#schedule();
      return;
    }
    this.#waiting = this.#wall.setTimer(waitS, () => {
      this.#waiting = undefined;
      this.#schedule();
    });
  }

  #sliceNanos(): number {
    const now = this.#seconds;
    let end = now + (this.#pace !== undefined && this.#idle ? IDLE_SLICE_S : SLICE_S);
    for (const { untilS } of this.#passing) end = Math.min(end, untilS);
    end = Math.min(end, this.clock.nextDue);
    // A nanosecond at least, so that a time that has been rounded down is passed.
    return Math.max(1, (end - now) * 1e9);
  }
}
