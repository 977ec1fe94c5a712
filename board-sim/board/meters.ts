import { CompensatedSum } from '../../base/index.js';
import { CoilGuard, PowerModel, ThermalModel, Tmp117, tmp117MilliC, type RailCodes } from '../parts/index.js';
import { USB_BYTES_PER_S } from './timings.js';

/** Events since boot; the names are those of the wire's EventCounters. */
export interface EventCounts {
  cellPulses: number;
  rowPulses: number;
  cellReads: number;
  comparatorReads: number;
  adcConversions: number;
  planes: number;
  mvms: number;
  cellWrites: number;
  writeAttempts: number;
  bitsOut: number;
  bytesIn: number;
  bytesOut: number;
  clipped: number;
}

/** What a stretch of work did to the pulse supply and the coil. */
export interface Work {
  /** Time of the array's pipeline, s. */
  readonly arrayS: number;
  /** Bytes over USB meanwhile. Both pipelines run at once: the stretch lasts as long as the slower one. */
  readonly usbBytes?: number;
  /** Energy drawn from the pulse supply: lines and junctions, J. */
  readonly pulseJ?: number;
  /** Amplitude it was done at. */
  readonly amplitudeV?: number;
}

/** Junction energies since boot, J; the names are those of the wire's ModelledEnergy. */
export class EnergySums {
  readonly pulseCharge = new CompensatedSum();
  readonly pulseJoule = new CompensatedSum();
  readonly read = new CompensatedSum();
  readonly mvmStatic = new CompensatedSum();
  readonly write = new CompensatedSum();
}

/**
 * The board's clock and books since boot. Board time is virtual: it advances by what real hardware would take for each operation, array and
 * USB overlapping where they are double-buffered, and stands still between operations. It depends on the commands alone, never on the
 * computer's clock.
 */
export class Meters {
  readonly counts: EventCounts = {
    cellPulses: 0,
    rowPulses: 0,
    cellReads: 0,
    comparatorReads: 0,
    adcConversions: 0,
    planes: 0,
    mvms: 0,
    cellWrites: 0,
    writeAttempts: 0,
    bitsOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    clipped: 0,
  };
  readonly energy = new EnergySums();
  readonly #power = new PowerModel();
  readonly #thermal: ThermalModel;
  readonly #thermometer = new Tmp117();
  readonly #time = new CompensatedSum();
  readonly #arrayTime = new CompensatedSum();
  readonly #coil = new CoilGuard();
  readonly #onCoilOverload: () => void;
  readonly #usbTime = new CompensatedSum();

  /** Field that the coil holds, µT; 0 while it is off. */
  coilUt = 0;

  /** @param onCoilOverload called when the coil has taken in more than its I²t budget; throws to end what was going on */
  constructor(ambientC: number, onCoilOverload: () => void) {
    this.#onCoilOverload = onCoilOverload;
    this.#thermal = new ThermalModel(ambientC);
  }

  /** Board time since boot, s. */
  get seconds(): number {
    return this.#time.value;
  }

  /** Board time since boot, whole microseconds. */
  get microseconds(): number {
    return Math.floor(this.#time.value * 1e6);
  }

  /** Time that each pipeline was busy, s. */
  get busy(): { readonly arrayS: number; readonly usbS: number } {
    return { arrayS: this.#arrayTime.value, usbS: this.#usbTime.value };
  }

  /** Temperature of the array, K: what it is, not what the thermometer says. */
  get arrayKelvin(): number {
    return this.#thermal.celsius + 273.15;
  }

  /** Heat in the coil above what it gives off, A²s. */
  get coilHeat(): number {
    return this.#coil.heat;
  }

  /** Thousandths of a degree; undefined before the thermometer's first conversion. */
  get arrayMilliC(): number | undefined {
    return tmp117MilliC(this.#thermometer.read());
  }

  /** Advances the board by a stretch of work. @returns how long it took, s; @throws Refusal when the coil got too hot meanwhile */
  spend(work: Work): number {
    const usbS = (work.usbBytes ?? 0) / USB_BYTES_PER_S;
    const seconds = Math.max(work.arrayS, usbS);
    this.#arrayTime.add(work.arrayS);
    this.#usbTime.add(usbS);
    this.#time.add(seconds);
    this.#power.advance(seconds, work.pulseJ ?? 0, work.amplitudeV ?? 0, this.coilUt);
    this.#thermal.advance(seconds, this.#power.powerW);
    this.#thermometer.advance(seconds, this.#thermal.celsius);
    this.#coil.advance(seconds, this.coilUt);
    if (this.coilUt !== 0 && this.#coil.overloaded) this.#onCoilOverload();
    return seconds;
  }

  rails(): RailCodes[] {
    return this.#power.codes();
  }
}
