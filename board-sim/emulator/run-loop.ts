/** Makes time pass: instructions, state machines, alarms, sleep. */
import type { RP2040 } from 'rp2040js';
import { wakesCore } from './chip/interrupts.js';
import type { MachineClock } from './chip/machine-clock.js';
import type { PioStepper } from './chip/pio-stepper.js';

/**
 * Why a run came to its end: the condition is met or `stop` was called; the time is over; nothing can happen any more without the host; the
 * machine has ended.
 */
export type RunOutcome = 'done' | 'timeout' | 'idle' | 'ended';

/** How far to run. */
export interface RunOptions {
  /** Looked at before each instruction and each step of a sleep. */
  readonly until?: () => boolean;
  /** Machine time, ns; the run may end up to an instruction later. */
  readonly maxNanos: number;
}

/** While the core sleeps and state machines run, time moves in slices no longer than this, ns: alarms of models ring that punctually. */
const SLICE_NANOS = 200;

/** Runs a chip, deterministically: the same image, models and host give the same run. */
export class RunLoop {
  readonly #chip: RP2040;
  readonly #clock: MachineClock;
  readonly #pio: PioStepper;
  #stop = false;
  #ended = false;
  #instructions = 0;

  constructor(chip: RP2040, clock: MachineClock, pio: PioStepper) {
    this.#chip = chip;
    this.#clock = clock;
    this.#pio = pio;
  }

  /** Instructions since power-on. */
  get instructions(): number {
    return this.#instructions;
  }

  /** Ends the current run, or the next one at its beginning, with 'done'. */
  stop(): void {
    this.#stop = true;
  }

  /** No run goes on any more. */
  end(): void {
    this.#ended = true;
  }

  run({ until, maxNanos }: RunOptions): RunOutcome {
    const { core } = this.#chip;
    const clock = this.#clock;
    const pio = this.#pio;
    const end = clock.nanos + maxNanos;
    for (;;) {
      if (this.#ended) return 'ended';
      if (this.#stop) {
        this.#stop = false;
        return 'done';
      }
      if (until?.() === true) return 'done';
      const now = clock.nanos;
      if (now >= end) return 'timeout';
      if (core.waiting) {
        if (wakesCore(this.#chip)) {
          core.waiting = false;
          core.interruptsUpdated = true;
        } else if (!this.#sleep(now, end)) return 'idle';
        continue;
      }
      const cycles = core.executeInstruction();
      this.#instructions++;
      if (pio.busy) pio.step(cycles, now);
      clock.moveTo(now + (cycles * 1e9) / this.#chip.clkSys);
    }
  }

  /** The core sleeps: on to the next thing that happens. False if nothing ever will. */
  #sleep(now: number, end: number): boolean {
    const clock = this.#clock;
    const busy = this.#pio.busy;
    const next = clock.nextDue;
    if (!busy) {
      if (next === Infinity) return false;
      clock.moveTo(Math.min(Math.max(next, now), end));
      return true;
    }
    const target = Math.min(Math.max(next, now), now + SLICE_NANOS, end);
    if (target > now) this.#pio.step(((target - now) * this.#chip.clkSys) / 1e9, now);
    clock.moveTo(target);
    return true;
  }
}
