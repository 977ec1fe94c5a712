/** An RP2040 with a firmware in its flash. */
import { RP2040, type RPPIO } from 'rp2040js';
import { bootFromFlash } from './chip/boot-rom.js';
import { installCoreBus, type BusCounters } from './chip/core-bus.js';
import { installI2cControllers } from './chip/i2c-controller.js';
import { installInterruptLines } from './chip/interrupts.js';
import { MachineClock } from './chip/machine-clock.js';
import { PERIPHERAL } from './chip/memory-map.js';
import { PioStepper } from './chip/pio-stepper.js';
import { installPlatform } from './chip/platform.js';
import { wakeMemory, type PowerOn } from './chip/power-on-memory.js';
import { ADC_TEMPERATURE_CHANNEL, temperatureCode } from './chip/temperature.js';
import { Watchdog, type MachineEnd, type WatchdogMemory } from './chip/watchdog.js';
import { I2cPort } from './i2c-port.js';
import { MachineFault } from './machine-fault.js';
import { Pins } from './pins.js';
import { RunLoop, type RunOptions, type RunOutcome } from './run-loop.js';
import { SpiPort } from './spi-port.js';
import { installClockGuard } from './strict/clock-guard.js';
import { fifoTrouble, installQuirkGuard } from './strict/quirk-guard.js';
import { ResetController } from './strict/reset-controller.js';
import { UsbDevice } from './usb/usb-device.js';
import { UsbHost } from './usb/usb-host.js';

/** What to make a machine of. */
export interface MachineOptions {
  /** Flash from 0x10000000: see `readFirmwareImage`. */
  readonly flash: Uint8Array;
  /** Whether what silicon would not forgive stops the machine. Default true; without it faults are only counted in `warnings`. */
  readonly strict?: boolean;
  /** What the watchdog keeps over a reset: the `memory` of the machine that has ended. */
  readonly memory?: WatchdogMemory;
  /** Draws what SRAM holds at first, in strict mode; without it, zeros. */
  readonly powerOn?: PowerOn;
}

const FIRST_POWER_ON: PowerOn = { seed: 0, count: 0 };
/** Warnings that are kept when the machine is not strict. */
const MAX_WARNINGS = 100;
const USB_RESET_BIT = 24;
const I2C_RESET_BIT = 3;

/**
 * A chip from power-on to its end. A reset is a new machine: flash outlives it, and so does {@link memory}; everything else on the board is
 * outside. Deterministic: the same flash, models and host give the same run.
 */
export class Machine {
  readonly chip: RP2040;
  readonly clock = new MachineClock();
  readonly pins: Pins;
  readonly spi: readonly [SpiPort, SpiPort];
  readonly i2c: readonly [I2cPort, I2cPort];
  readonly usb: UsbHost;
  /** Accesses of the core outside SRAM. */
  readonly bus: Readonly<BusCounters>;
  /** What a strict machine would have stopped for. */
  readonly warnings: string[] = [];
  readonly #strict: boolean;
  readonly #pio: PioStepper;
  readonly #loop: RunLoop;
  readonly #watchdog: Watchdog;
  #fault: MachineFault | undefined;

  /** @throws FirmwareImageError if the second boot stage is not in order */
  constructor({ flash, strict = true, memory, powerOn = FIRST_POWER_ON }: MachineOptions) {
    this.#strict = strict;
    const chip = new RP2040(this.clock);
    this.chip = chip;
    chip.flash.set(flash);
    if (strict) wakeMemory(chip.sram, powerOn);
    const trouble = (_from: string, message: string): void => this.fault(`rp2040js: ${message}`);
    chip.logger = { debug: () => undefined, info: () => undefined, warn: trouble, error: trouble };
    chip.onBreak = (code) => this.fault(`the firmware stops at breakpoint ${code}`);

    const fault = (message: string): void => this.fault(message);
    this.#pio = new PioStepper(chip, (pio) => this.fault(fifoTrouble(pio)));
    this.#loop = new RunLoop(chip, this.clock, this.#pio);
    installInterruptLines(chip);
    const buses = installI2cControllers(chip);
    this.bus = installCoreBus(chip, { fault });
    installPlatform(chip);
    const device = new UsbDevice(chip, {
      attachChanged: (attached) => this.usb.attachChanged(attached),
      armed: (pipe) => this.usb.armed(pipe),
      remoteWakeup: () => this.usb.remoteWakeup(),
      fault,
    });
    this.usb = new UsbHost(this.clock, device, fault);
    // The types declare the stock controller; the chip needs only its registers and DPRAMUpdated.
    (chip as { usbCtrl: unknown }).usbCtrl = device;
    chip.peripherals[PERIPHERAL.usb] = device;
    this.#watchdog = new Watchdog(chip, memory, () => this.#end());
    for (const pio of chip.pio) this.#followStores(pio);
    if (strict) {
      installClockGuard(chip, fault);
      installQuirkGuard(chip, fault);
      const resettable = new Map([[USB_RESET_BIT, () => device.reset()]]);
      buses.forEach((_, bus) => resettable.set(I2C_RESET_BIT + bus, () => this.i2c[bus as 0 | 1].reset()));
      const resets = new ResetController(chip, resettable, fault);
      resets.guard();
      resets.install();
      // At power-on clk_sys is the ring oscillator.
      chip.updateClocks();
    }
    this.pins = new Pins(chip, this);
    this.spi = [new SpiPort(chip, 0, this), new SpiPort(chip, 1, this)];
    this.i2c = [new I2cPort(chip, buses[0], this), new I2cPort(chip, buses[1], this)];
    this.dieTemperature(DIE_TEMPERATURE_C);
    bootFromFlash(chip);
  }

  /** Time since power-on, ns; while a state machine runs, that of its edge. */
  get nanos(): number {
    return this.#pio.edgeNanos ?? this.clock.nanos;
  }

  /** Instructions since power-on. */
  get instructions(): number {
    return this.#loop.instructions;
  }

  /** How the machine ended, if it has: by its watchdog, or by asking for a reset. */
  get ended(): MachineEnd | undefined {
    return this.#watchdog.ended;
  }

  /** What a machine that follows this one after a reset must be given. */
  get memory(): WatchdogMemory {
    return this.#watchdog.memory;
  }

  /** Says how warm the die is, °C. */
  dieTemperature(celsius: number): void {
    this.chip.adc.channelValues[ADC_TEMPERATURE_CHANNEL] = temperatureCode(celsius);
  }

  /**
   * Lets time pass.
   * @throws MachineFault in strict mode, for what the firmware must not do; a machine that has thrown stays stopped
   */
  run(options: RunOptions): RunOutcome {
    if (this.#fault !== undefined) throw this.#fault;
    return this.#loop.run(options);
  }

  /** Ends the current {@link run} with 'done'; for callbacks. */
  stop(): void {
    this.#loop.stop();
  }

  /** Something that silicon would not forgive has happened. */
  fault(message: string): void {
    if (!this.#strict) {
      if (this.warnings.length < MAX_WARNINGS) this.warnings.push(message);
      return;
    }
    // The instruction has moved the program counter on already; its own address is two or four bytes back.
    this.#fault ??= new MachineFault(message, { pc: (this.chip.core.PC - 2) >>> 0, nanos: this.nanos });
    throw this.#fault;
  }

  /** State machines step by themselves; what the core's stores do to their pins and FIFOs is looked at after each. */
  #followStores(pio: RPPIO): void {
    const write = pio.writeUint32.bind(pio);
    pio.writeUint32 = (offset, value) => {
      write(offset, value);
      this.#pio.stored(pio);
    };
    const read = pio.readUint32.bind(pio);
    pio.readUint32 = (offset) => {
      const value = read(offset);
      this.#pio.stored(pio);
      return value;
    };
  }

  #end(): void {
    this.#loop.end();
    this.usb.attachChanged(false);
  }
}

const DIE_TEMPERATURE_C = 30;
