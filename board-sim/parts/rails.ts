import { type CoilDriver } from './coil-driver.js';
import { type I2cBus } from './i2c/i2c-bus.js';
import { Ina228Chip } from './i2c/ina228-chip.js';
import { RegisterChip } from './i2c/register-chip.js';
import { Tmp117Chip } from './i2c/tmp117-chip.js';
import { IDLE_3V3_W, IDLE_POWER_W, SUPPLY_EFFICIENCY } from './power.js';
import { ThermalModel } from './thermal.js';

/** Addresses on the board's bus. */
export const MONITOR_ADDRESS = { usb: 0x40, logic: 0x41, vAmp: 0x44, coil: 0x45 } as const;
export const TMP117_ADDRESS = 0x48;
/** The monitors' shunts, Ω. */
export const SHUNT_OHM = { usb: 0.05, logic: 0.05, vAmp: 1, coil: 0.02 } as const;
const USB_V = 5;
const LOGIC_V = 3.3;

/** What may be wrong with the supplies. */
export interface SupplyFaults {
  /** Voltage from USB, V: a brown-out. */
  readonly usbV?: number;
  readonly logicV?: number;
}

/**
 * Power of the board in board time: what each rail carries goes to its monitor, what comes in by USB warms the array. Idle power and
 * efficiencies are the behavioural board's.
 */
export class Rails {
  readonly coil: CoilDriver;
  readonly usb = new Ina228Chip('USB5V', SHUNT_OHM.usb);
  readonly logic = new Ina228Chip('3V3', SHUNT_OHM.logic);
  readonly vAmp = new Ina228Chip('VAMP', SHUNT_OHM.vAmp);
  readonly coilRail = new Ina228Chip('COIL', SHUNT_OHM.coil);
  readonly #thermometer = new Tmp117Chip();
  #faults: SupplyFaults;
  readonly #ambientC: number;
  #thermal: ThermalModel;
  #nanos = 0;
  #pulseJ = 0;
  #coilJ = 0;

  constructor(coil: CoilDriver, ambientC: number, faults: SupplyFaults = {}) {
    this.coil = coil;
    this.#faults = faults;
    this.#ambientC = ambientC;
    this.#thermal = new ThermalModel(ambientC);
  }

  attach(bus: I2cBus): void {
    bus.attach(MONITOR_ADDRESS.usb, new RegisterChip(this.usb));
    bus.attach(MONITOR_ADDRESS.logic, new RegisterChip(this.logic));
    bus.attach(MONITOR_ADDRESS.vAmp, new RegisterChip(this.vAmp));
    bus.attach(MONITOR_ADDRESS.coil, new RegisterChip(this.coilRail));
    bus.attach(TMP117_ADDRESS, new RegisterChip(this.#thermometer));
  }

  /** Temperature of the array, °C: what it is, not what the thermometer says. */
  get celsius(): number {
    return this.#thermal.celsius;
  }

  /** Brings the array to a temperature, °C, from where it drifts back. */
  bringTo(celsius: number): void {
    this.#thermal.bringTo(celsius);
  }

  /** Other supplies from now on; what is not named is in order. */
  supply(faults: SupplyFaults): void {
    this.#faults = faults;
  }

  /** Energy through the pulse supply, J. */
  pulse(joules: number): void {
    this.#pulseJ += joules;
  }

  /** Books up to now. @param vAmpV voltage of the pulse supply */
  advance(nanos: number, vAmpV: number): void {
    if (!(nanos > this.#nanos)) return;
    const seconds = (nanos - this.#nanos) * 1e-9;
    this.#nanos = nanos;
    this.coil.advance(nanos);
    const pulseJ = this.#pulseJ;
    const coilJ = this.coil.joules - this.#coilJ;
    this.#pulseJ = 0;
    this.#coilJ = this.coil.joules;
    const usbJ = IDLE_POWER_W * seconds + pulseJ / SUPPLY_EFFICIENCY;
    const { usbV = USB_V, logicV = LOGIC_V } = this.#faults;
    const { celsius } = this.#thermal;
    this.usb.advance(nanos, usbV, usbJ, celsius);
    this.logic.advance(nanos, logicV, IDLE_3V3_W * seconds, celsius);
    this.vAmp.advance(nanos, vAmpV, vAmpV > 0 ? pulseJ : 0, celsius);
    this.coilRail.advance(nanos, this.coil.supplyV, coilJ, celsius);
    this.#thermal.advance(seconds, usbJ / seconds);
    this.#thermometer.advance(seconds, this.#thermal.celsius);
  }

  powerUp(nanos: number): void {
    this.#nanos = nanos;
    this.#pulseJ = this.#coilJ = 0;
    this.#thermal = new ThermalModel(this.#ambientC);
    this.#thermometer.powerUp();
    for (const chip of [this.usb, this.logic, this.vAmp, this.coilRail]) chip.powerUp(nanos);
  }
}
