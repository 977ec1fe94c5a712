/** A chip and the board around it, over resets and power cycles. */
import type { BoardParts } from '../../parts/index.js';
import type { WatchdogMemory } from '../chip/watchdog.js';
import { Machine } from '../machine.js';
import type { RunOutcome } from '../run-loop.js';
import { enumerate, type Enumerated } from '../usb/enumerate.js';
import { wireBoard } from '../wire-board.js';

/** What to put on the board. */
export interface ChipOnBoardOptions {
  /** Flash from 0x10000000. */
  readonly flash: Uint8Array;
  readonly parts: BoardParts;
  /** Draws what the chip's memory wakes up with, another time at each start. */
  readonly seed: number | bigint;
  readonly strict: boolean;
}

/** The die is warmer than the array at rest by so much, K; the behavioural board says the same. */
const DIE_ABOVE_ARRAY_K = 6;

/**
 * One machine after the other on one board: flash, junctions and EEPROM outlive them, and board time goes on over all of them.
 */
export class ChipOnBoard {
  readonly parts: BoardParts;
  readonly #options: ChipOnBoardOptions;
  #machine: Machine;
  #originNanos = 0;
  #starts = 0;
  #unwire: () => void = () => undefined;
  #enumerated: Enumerated | undefined;

  /** @throws FirmwareImageError if the image's second boot stage is not in order */
  constructor(options: ChipOnBoardOptions) {
    this.#options = options;
    this.parts = options.parts;
    this.#machine = this.#start(undefined);
  }

  /** The machine at work. */
  get machine(): Machine {
    return this.#machine;
  }

  /** Board time since the first power-up, ns. */
  get nanos(): number {
    return this.#originNanos + this.#machine.clock.nanos;
  }

  /** Starts so far, the first included. */
  get starts(): number {
    return this.#starts;
  }

  /**
   * Runs the machine until its device is on the bus and configured, once for each start.
   * @throws BoardNotFoundError, BoardTimeoutError, DeviceError or MachineFault if that does not come about
   */
  enumerate(): Enumerated {
    this.#enumerated ??= enumerate(this.#machine);
    return this.#enumerated;
  }

  /** Lets time pass, also over a chip that sleeps for good. @returns how the run ended; less time than asked for has passed if by 'done' or 'ended' */
  run(nanos: number): RunOutcome {
    const machine = this.#machine;
    const end = machine.clock.nanos + nanos;
    let outcome = machine.run({ maxNanos: nanos });
    if (outcome === 'idle') {
      machine.clock.moveTo(end);
      outcome = 'timeout';
    }
    this.parts.advance(this.nanos);
    machine.dieTemperature(this.parts.rails.celsius + DIE_ABOVE_ARRAY_K);
    return outcome;
  }

  /** The chip starts again after its machine has ended: its pins fall to their pulls, the other chips keep what they hold. */
  restart(): void {
    this.#end();
    this.parts.releasePins(this.#originNanos);
    this.#machine = this.#start(this.#machine.memory);
  }

  /** The power goes and comes back. */
  powerCycle(): void {
    this.#end();
    this.parts.powerCycle(this.#originNanos);
    this.#machine = this.#start(undefined);
  }

  #end(): void {
    this.#unwire();
    this.#originNanos = this.nanos;
    this.#enumerated = undefined;
  }

  #start(memory: WatchdogMemory | undefined): Machine {
    const { flash, seed, strict } = this.#options;
    const powerOn = { seed, count: this.#starts++ };
    const machine = new Machine({ flash, strict, powerOn, ...(memory === undefined ? {} : { memory }) });
    this.#unwire = wireBoard(machine, this.parts, this.#originNanos);
    return machine;
  }
}
