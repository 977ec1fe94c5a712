/** Steps the PIO state machines in machine time; rp2040js itself runs them by the computer's timers, without dividers. */
import type { RP2040, RPPIO, StateMachine } from 'rp2040js';

interface Machine {
  readonly pio: RPPIO;
  readonly sm: StateMachine;
  /** Cycles of the system clock that the machine has yet to use; negative after an instruction with a delay. */
  budget: number;
  /** Its own count of cycles, as far as it has been charged. */
  seen: number;
}

/** What a machine waits for, as rp2040js counts it; its names are not exported. */
const WAIT_PIN = 1;

/** FDEBUG: a write to a full transmit FIFO, a read from an empty receive FIFO, a machine that stalls on a full receive FIFO. */
export const FIFO_TROUBLE = 0x000f_0f0f;

/** Runs the state machines of both PIO blocks cycle by cycle. Machines that react to each other within one slice are not modelled. */
export class PioStepper {
  readonly #chip: RP2040;
  readonly #machines: Machine[];
  readonly #onTrouble: (pio: RPPIO) => void;
  #edgeNanos = 0;
  #stepping = false;
  /** Asked before each instruction of the core; changes only with accesses to the blocks and with steps. */
  #busy = false;
  /** Whether a machine waits for a pin: that, too, lets it go. */
  #pinWaits = false;

  /** @param onTrouble told after a step in which a FIFO overran or starved (FDEBUG has a bit of {@link FIFO_TROUBLE}) */
  constructor(chip: RP2040, onTrouble: (pio: RPPIO) => void) {
    this.#chip = chip;
    this.#onTrouble = onTrouble;
    this.#machines = chip.pio.flatMap((pio) => {
      pio.run = () => undefined;
      return pio.machines.map((sm) => ({ pio, sm, budget: 0, seen: 0 }));
    });
  }

  /** Whether any machine executes instructions; one that waits for a FIFO or a pin does not. */
  get busy(): boolean {
    return this.#busy || (this.#pinWaits && this.#runs());
  }

  /** The time of the edge that is being reported, if a machine is being stepped. */
  get edgeNanos(): number | undefined {
    return this.#stepping ? this.#edgeNanos : undefined;
  }

  /** Runs every machine for `cycles` cycles of the system clock, the first of which begins at `startNanos`. */
  step(cycles: number, startNanos: number): void {
    const nanosPerCycle = 1e9 / this.#chip.clkSys;
    this.#stepping = true;
    try {
      for (const machine of this.#machines) {
        if (machine.sm.enabled) this.#stepOne(machine, cycles, startNanos, nanosPerCycle);
        else {
          machine.budget = 0;
          machine.seen = machine.sm.cycles;
        }
      }
    } finally {
      this.#stepping = false;
      this.#look();
    }
  }

  /** The CPU or the DMA has accessed the block: pins may have changed, machines been stopped, FIFOs overrun. */
  stored(pio: RPPIO): void {
    for (const machine of this.#machines)
      if (machine.pio === pio && !machine.sm.enabled) {
        machine.budget = 0;
        machine.seen = machine.sm.cycles;
      }
    this.#look();
    this.notifyPins(pio);
    if ((pio.fdebug & FIFO_TROUBLE) !== 0) this.#onTrouble(pio);
  }

  /** Reports pin changes. */
  notifyPins(pio: RPPIO): void {
    let changed = (pio.oldPinDirections ^ pio.pinDirections) | (pio.oldPinValues ^ pio.pinValues);
    if (changed === 0) return;
    pio.oldPinDirections = pio.pinDirections;
    pio.oldPinValues = pio.pinValues;
    const { gpio } = this.#chip;
    for (; changed !== 0; changed &= changed - 1) gpio[31 - Math.clz32(changed & -changed)]?.checkForUpdates();
  }

  #look(): void {
    this.#busy = this.#runs();
    this.#pinWaits = false;
    for (const { sm } of this.#machines)
      if (sm.enabled && sm.waiting && (sm.waitType as number) === WAIT_PIN) this.#pinWaits = true;
  }

  #runs(): boolean {
    for (const { sm } of this.#machines) if (sm.enabled && !sm.waiting) return true;
    return false;
  }

  #stepOne(machine: Machine, cycles: number, startNanos: number, nanosPerCycle: number): void {
    const { sm, pio } = machine;
    // An integer part of 0 means 65536 (RP2040 datasheet, section 3.7, SMx_CLKDIV).
    const divider = sm.clockDivInt === 0 ? 65536 : sm.clockDivInt + sm.clockDivFrac / 256;
    let left = machine.budget + cycles;
    while (left >= divider && sm.enabled) {
      if (sm.waiting) sm.checkWait();
      if (waits(sm)) {
        left %= divider;
        break;
      }
      // Delays of an instruction that waited and was released by a store, and instructions that the CPU put in.
      const owed = sm.cycles - machine.seen;
      machine.seen = sm.cycles;
      if (owed > 0) {
        left -= owed * divider;
        continue;
      }
      // The machine's cycle has come when the budget covers it.
      this.#edgeNanos = startNanos + (cycles - left + divider) * nanosPerCycle;
      sm.step();
      left -= (waits(sm) ? 1 : Math.max(1, sm.cycles - machine.seen)) * divider;
      machine.seen = sm.cycles;
      this.notifyPins(pio);
      if ((pio.fdebug & FIFO_TROUBLE) !== 0) this.#onTrouble(pio);
    }
    machine.budget = sm.enabled ? left : 0;
  }
}

/** Asked afresh: a step changes it. */
const waits = (sm: StateMachine): boolean => sm.waiting;
