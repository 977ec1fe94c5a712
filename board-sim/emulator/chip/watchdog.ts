/** The watchdog block: it ends the machine, and its scratch registers outlive it. */
import type { RP2040 } from 'rp2040js';
import { PERIPHERAL } from './memory-map.js';

/** Why the machine ended. */
export interface MachineEnd {
  /** `watchdog`: it was not fed in time. `reset`: the firmware asked for it. */
  readonly cause: 'watchdog' | 'reset';
  /** Time since power-on, ns. */
  readonly nanos: number;
}

/** What a watchdog reset leaves: eight scratch words and the REASON register. */
export interface WatchdogMemory {
  readonly scratch: readonly number[];
  readonly reason: number;
}

/** The parts of the stock model that are used; its class is not exported. */
interface WatchdogModel {
  readonly scratchData: Uint32Array;
  readonly timer: { enable: boolean };
  reason: number;
  onWatchdogTrigger: () => void;
}

const REASON_TIMER = 1;

/** Watches the watchdog. */
export class Watchdog {
  readonly #model: WatchdogModel;
  #ended: MachineEnd | undefined;

  constructor(chip: RP2040, memory: WatchdogMemory | undefined, onEnd: () => void) {
    const model = chip.peripherals[PERIPHERAL.watchdog] as unknown as WatchdogModel;
    this.#model = model;
    if (memory !== undefined) {
      model.scratchData.set(memory.scratch);
      model.reason = memory.reason;
    }
    model.onWatchdogTrigger = () => {
      // A timer that stays enabled would ring for ever at this moment.
      model.timer.enable = false;
      if (this.#ended !== undefined) return;
      this.#ended = { cause: model.reason === REASON_TIMER ? 'watchdog' : 'reset', nanos: chip.clock.nanos };
      onEnd();
    };
  }

  get ended(): MachineEnd | undefined {
    return this.#ended;
  }

  get memory(): WatchdogMemory {
    return { scratch: [...this.#model.scratchData], reason: this.#model.reason };
  }
}
