import { spindrift } from '../../proto/index.js';
import { Refusal, wrongState } from './refusal.js';

const { BoardState, FaultCode, Status } = spindrift.v1;
type BoardState = spindrift.v1.BoardState;
type FaultCode = spindrift.v1.FaultCode;

/**
 * State of the array's drive: SAFE → (arm) ARMED → (a verb uses the array) RUNNING → ARMED; MakeSafe and every fault lead to SAFE, a fault
 * stays latched until it is cleared. One call at a time holds the array.
 */
export class Safety {
  readonly #onPower: (on: boolean) => void;
  #armed = false;
  #fault: FaultCode = FaultCode.FAULT_CODE_UNSPECIFIED;
  #holder: { readonly verb: string; readonly stop: () => void } | undefined;
  /** The interlock loop, closed unless a test opens it. */
  interlockClosed = true;

  /** @param onPower told whether the drive is enabled, after every change */
  constructor(onPower: (on: boolean) => void = () => undefined) {
    this.#onPower = onPower;
  }

  get state(): BoardState {
    if (!this.#armed) return BoardState.BOARD_STATE_SAFE;
    return this.#holder === undefined ? BoardState.BOARD_STATE_ARMED : BoardState.BOARD_STATE_RUNNING;
  }

  get armed(): boolean {
    return this.#armed;
  }

  get fault(): FaultCode {
    return this.#fault;
  }

  /** @throws Refusal while a fault is latched or the interlock is open */
  arm(): void {
    if (!this.interlockClosed)
      throw new Refusal(Status.STATUS_INTERLOCK, 'the interlock loop is open: close it, then clear the fault');
    if (this.#fault !== FaultCode.FAULT_CODE_UNSPECIFIED)
      throw wrongState(`fault ${faultName(this.#fault)} is latched: find its cause, then clear it`);
    this.#armed = true;
    this.#onPower(true);
  }

  /** Pulses, bias and coil off; whoever holds the array is stopped. */
  makeSafe(): void {
    this.#armed = false;
    this.#onPower(false);
    const holder = this.#holder;
    this.#holder = undefined;
    holder?.stop();
  }

  /** Latches a fault and goes safe. The first cause is the one that is kept. */
  trip(fault: FaultCode): void {
    if (this.#fault === FaultCode.FAULT_CODE_UNSPECIFIED) this.#fault = fault;
    this.makeSafe();
  }

  /** @throws Refusal while the cause is still there */
  clear(): void {
    if (!this.interlockClosed) throw new Refusal(Status.STATUS_INTERLOCK, 'the interlock loop is still open');
    this.#fault = FaultCode.FAULT_CODE_UNSPECIFIED;
  }

  /** @throws Refusal BUSY while somebody has the array */
  checkIdle(verb: string): void {
    if (this.#holder !== undefined) throw new Refusal(Status.STATUS_BUSY, `${verb}: another call holds the array`, 20);
  }

  /** Takes the array for a call. @throws Refusal when it is not armed or somebody has it */
  take(verb: string, stop: () => void): void {
    if (!this.#armed) throw wrongState(`${verb}: the drive is off; arm it first`);
    if (this.#holder !== undefined)
      throw new Refusal(Status.STATUS_BUSY, `${verb}: ${this.#holder.verb} holds the array`, 20);
    this.#holder = { verb, stop };
  }

  /** Gives the array back; harmless for who lost it already. */
  release(stop: () => void): void {
    if (this.#holder?.stop === stop) this.#holder = undefined;
  }
}

/** 'HOST_SILENCE' for FAULT_CODE_HOST_SILENCE. */
export function faultName(fault: FaultCode): string {
  return FaultCode[fault].replace('FAULT_CODE_', '');
}
