import { COIL_OHM, COIL_UT_PER_A, CoilGuard } from './coil.js';
import { VMID_V } from './serial/dac80508.js';

/** Inductance of the coil, a choice: τ = 1.3 ms. */
export const COIL_HENRY = 2e-3;
/** Time constant, s. */
export const COIL_TAU_S = COIL_HENRY / COIL_OHM;
/** Set-point: 0 A at the virtual ground, ±2 A at the ends of the converter. A choice. */
export const COIL_AMPERE_PER_V = 1.6;
export const COIL_MOST_A = 2;
/** Supply of the coil driver, V. */
export const COIL_SUPPLY_V = 12;

/** What may be wrong with the coil. */
export interface CoilFaults {
  /** The wire is broken: no current. */
  readonly open?: boolean;
  /** The 12 V plug is not in. */
  readonly unplugged?: boolean;
}

/**
 * The z coil behind its driver: a voltage of I_set·R on L and R, so that the current follows its set-point by the time constant. The driver
 * takes I_set·R·I from the 12 V rail while both have the same sign, and gives nothing back.
 */
export class CoilDriver {
  readonly guard = new CoilGuard();
  readonly #faults: CoilFaults;
  #enabled = false;
  #wantedA = 0;
  #targetA = 0;
  #startA = 0;
  #since = 0;
  /** Energy taken so far, J. */
  #joules = 0;

  constructor(faults: CoilFaults = {}) {
    this.#faults = faults;
  }

  /** Energy from the coil's rail since power-up, up to the last change or `advance`, J. */
  get joules(): number {
    return this.#joules;
  }

  /** Voltage of the rail. */
  get supplyV(): number {
    return this.#faults.unplugged === true ? 0 : COIL_SUPPLY_V;
  }

  /** COIL_EN. */
  enable(on: boolean, nanos: number): void {
    this.#enabled = on;
    this.#aim(nanos);
  }

  /** The converter's output that sets the current, V. */
  set(volts: number, nanos: number): void {
    this.#wantedA = Math.max(-COIL_MOST_A, Math.min(COIL_MOST_A, (volts - VMID_V) * COIL_AMPERE_PER_V));
    this.#aim(nanos);
  }

  currentA(nanos: number): number {
    const age = Math.max(0, nanos - this.#since) * 1e-9;
    const left = this.#startA - this.#targetA;
    return left === 0 || age > 40 * COIL_TAU_S ? this.#targetA : this.#targetA + left * Math.exp(-age / COIL_TAU_S);
  }

  /** Field at the array, µT. */
  fieldUt(nanos: number): number {
    return COIL_UT_PER_A * this.currentA(nanos);
  }

  /** Books energy and heat up to now. */
  advance(nanos: number): void {
    const seconds = (nanos - this.#since) * 1e-9;
    if (!(seconds > 0)) return;
    const [target, left] = [this.#targetA, this.#startA - this.#targetA];
    // Integrals of I = target + left·e^(−t/τ) and of its square.
    const once = COIL_TAU_S * -Math.expm1(-seconds / COIL_TAU_S);
    const twice = (COIL_TAU_S / 2) * -Math.expm1((-2 * seconds) / COIL_TAU_S);
    const charge = target * seconds + left * once;
    const square = target * target * seconds + 2 * target * left * once + left * left * twice;
    // Only a reversal has both signs: its first part gives energy back, which is lost in the driver.
    this.#joules += Math.max(0, COIL_OHM * target * charge);
    this.guard.advance(seconds, COIL_UT_PER_A * Math.sqrt(square / seconds));
    this.#startA = this.currentA(nanos);
    this.#since = nanos;
  }

  powerUp(nanos: number): void {
    this.advance(nanos);
    this.#enabled = false;
    this.#wantedA = 0;
    this.#startA = this.#targetA = 0;
    this.#joules = 0;
  }

  #aim(nanos: number): void {
    this.advance(nanos);
    const { open, unplugged } = this.#faults;
    this.#targetA = this.#enabled && open !== true && unplugged !== true ? this.#wantedA : 0;
  }
}
