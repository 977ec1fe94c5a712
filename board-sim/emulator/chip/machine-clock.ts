/** The machine's time. */
import type { RP2040 } from 'rp2040js';

/** The interfaces of a clock that rp2040js takes but does not export. */
export type ChipClock = RP2040['clock'];
export type ChipAlarm = ReturnType<ChipClock['createAlarm']>;

class Alarm implements ChipAlarm {
  readonly callback: () => void;
  readonly #clock: MachineClock;
  /** When it is due, ns; meaningful while it is set. */
  due = 0;
  set = false;

  constructor(clock: MachineClock, callback: () => void) {
    this.#clock = clock;
    this.callback = callback;
  }

  schedule(deltaNanos: number): void {
    this.#clock.insert(this, deltaNanos);
  }

  cancel(): void {
    this.#clock.remove(this);
  }
}

/**
 * Time since power-on, in nanoseconds, which moves only when it is told to. Alarms that are due at the same moment ring in the order in which
 * they were set, so that a run is the same each time.
 */
export class MachineClock implements ChipClock {
  #nanos = 0;
  /** Soonest first. A machine has a handful. */
  readonly #alarms: Alarm[] = [];

  /** Time since power-on, ns. One cycle of the 125 MHz system clock is 8. */
  get nanos(): number {
    return this.#nanos;
  }

  /** When the next alarm is due, ns since power-on; Infinity if none is set. */
  get nextDue(): number {
    return this.#alarms[0]?.due ?? Infinity;
  }

  createAlarm(callback: () => void): Alarm {
    return new Alarm(this, callback);
  }

  /** Moves time forward by `deltaNanos`, ringing what falls due on the way, each at its own time. */
  tick(deltaNanos: number): void {
    this.moveTo(this.#nanos + deltaNanos);
  }

  /** Moves time forward to `target`. An alarm that was due before now rings at once. */
  moveTo(target: number): void {
    const soonest = this.#alarms[0];
    if (soonest === undefined || soonest.due > target) this.#nanos = target;
    else this.#ring(target);
  }

  #ring(target: number): void {
    for (let first = this.#alarms[0]; first !== undefined && first.due <= target; first = this.#alarms[0]) {
      this.#alarms.shift();
      first.set = false;
      if (first.due > this.#nanos) this.#nanos = first.due;
      first.callback();
    }
    this.#nanos = target;
  }

  /** For alarms only. */
  insert(alarm: Alarm, deltaNanos: number): void {
    if (alarm.set) this.remove(alarm);
    alarm.due = this.#nanos + deltaNanos;
    alarm.set = true;
    const at = this.#alarms.findIndex(({ due }) => due > alarm.due);
    if (at < 0) this.#alarms.push(alarm);
    else this.#alarms.splice(at, 0, alarm);
  }

  /** For alarms only. */
  remove(alarm: Alarm): void {
    if (!alarm.set) return;
    alarm.set = false;
    this.#alarms.splice(this.#alarms.indexOf(alarm), 1);
  }
}
