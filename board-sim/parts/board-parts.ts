import { DEFAULT_SCENARIO, scenarioNamed, type BoardScenario } from '../scenarios/index.js';
import { AnalogLevels } from './analog-levels.js';
import { ArrayFront } from './array-front.js';
import { BoardClock } from './board-clock.js';
import { type BoardPartsOptions } from './board-options.js';
import { CoilDriver } from './coil-driver.js';
import { BoardBus } from './i2c/board-bus.js';
import { type I2cTarget } from './i2c/i2c-bus.js';
import { DRIVEN_PINS, EXTERNAL_PULLS, GPIO, type Level, type PinName } from './pins.js';
import { CLOCK_JITTER_NS, PulseGate, SELECTOR_NS, type GatePulse } from './pulse-gate.js';
import { Rails } from './rails.js';
import { ReadOutPort } from './read-out-port.js';
import { COLUMN_LINES, ColumnDrivers } from './serial/column-drivers.js';
import { Dac80508, DacChannel } from './serial/dac80508.js';
import { DualDelayLine, delaySpreadOf } from './serial/dual-delay-line.js';
import { ROW_LINES, RowSwitches } from './serial/row-switches.js';

/** Books are brought up to date at least this often, ns. */
const BOOK_NS = 1e6;

/**
 * Every chip of the board around one array, at the microcontroller's pins. Times are nanoseconds of board time since the first power-up;
 * pins of one source come in order, others may lag by some hundred nanoseconds. Everything random is drawn from the seed; the array is the
 * one that the behavioural board draws as its first.
 */
export class BoardParts {
  readonly scenario: BoardScenario;
  /** The array with its cells: what only a simulation can look at. */
  readonly array: ArrayFront;
  readonly rails: Rails;
  readonly bus: BoardBus;
  /** The whole I²C bus. */
  readonly i2c: I2cTarget;
  readonly rowSwitches: RowSwitches;
  readonly columns: ColumnDrivers;
  readonly dac: Dac80508;
  readonly delays: DualDelayLine;
  readonly #levels: AnalogLevels;
  readonly #gate: PulseGate;
  readonly #port: ReadOutPort;
  readonly #trouble: (message: string, nanos: number) => void;
  /** Levels of what the microcontroller drives or leaves to its pull; bit n for GPIO n. */
  #driven = 0;
  readonly #clock = new BoardClock();
  #bookedAt = 0;
  #interlockClosed = true;
  readonly #interlockListeners: ((level: Level) => void)[] = [];

  /** @throws RangeError for an unknown scenario or a size out of range */
  constructor(options: BoardPartsOptions = {}) {
    const { scenario = DEFAULT_SCENARIO, seed = 1, rows = ROW_LINES, cols = COLUMN_LINES, faults = {} } = options;
    for (const [name, size] of [
      ['rows', rows],
      ['cols', cols],
    ] as const)
      if (!Number.isInteger(size) || size < 1 || size > ROW_LINES)
        throw new RangeError(`${name} must be a whole number from 1 to ${ROW_LINES}, got ${size}`);
    this.scenario = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
    this.#trouble = options.onTrouble ?? (() => undefined);
    this.rails = new Rails(new CoilDriver(faults.coil), this.scenario.ambientC, faults.supply);
    this.rowSwitches = new RowSwitches(faults.rowSlip);
    this.columns = new ColumnDrivers(faults.columnSlip);
    this.dac = new Dac80508(faults.dac);
    const spread = options.delays ?? delaySpreadOf(this.scenario);
    this.delays = new DualDelayLine(seed, spread, faults.delays);
    const clockJitterNs = options.clockJitterNs ?? (spread.jitterPs === 0 ? 0 : CLOCK_JITTER_NS);
    this.#gate = new PulseGate(this.delays, seed, clockJitterNs, (pulse) => this.#pulse(pulse));
    this.#levels = new AnalogLevels(this.dac, faults.attenuator ?? 0.5, faults.droopPerColumn ?? 0);
    this.array = new ArrayFront(
      this.scenario,
      seed,
      { rows, cols },
      {
        clock: this.#clock,
        levels: this.#levels,
        columns: this.columns,
        rails: this.rails,
        onGate: () => this.#gate.selected,
      },
    );
    this.#port = new ReadOutPort(
      (out, nanos) => this.array.compare(out, nanos),
      (col, nanos) => this.array.convert(col, nanos),
      faults.readOutSlip,
    );
    this.bus = new BoardBus(
      {
        fieldUt: (nanos) => this.rails.coil.fieldUt(nanos),
        celsius: () => this.rails.celsius,
        outputV: (output) => this.dac.settledVolts(DacChannel.aux0 + output),
        before: (nanos) => this.#book(nanos),
      },
      options.eeprom,
      faults,
      options.header,
    );
    this.rails.attach(this.bus.bus);
    this.i2c = this.bus.bus;
    this.#release();
  }

  /** Board time since power-up, s. */
  get seconds(): number {
    return this.#clock.seconds;
  }

  /** Whether ARRAY_EN and the interlock let pulses and columns on. */
  get enabled(): boolean {
    return this.driven('ARRAY_EN') === 1 && this.#interlockClosed;
  }

  /** What the microcontroller drives a pin to, or what it is pulled to. */
  driven(pin: PinName): Level {
    return ((this.#driven >>> GPIO[pin]) & 1) as Level;
  }

  /** What the parts drive into a pin of the microcontroller; 0 where they drive nothing. */
  level(pin: PinName): Level {
    if (pin === 'INTERLOCK') return this.#interlockClosed ? 0 : 1;
    return GPIO[pin] < 8 ? (((this.#port.levels >>> GPIO[pin]) & 1) as Level) : 0;
  }

  /** Tells of changes of what the parts drive: D0 … D7 and INTERLOCK. @returns what ends it */
  onPin(pin: PinName, listener: (level: Level) => void): () => void {
    if (pin !== 'INTERLOCK') return this.#port.onPin(GPIO[pin], listener);
    const listeners = this.#interlockListeners;
    listeners.push(listener);
    return () => listeners.splice(listeners.indexOf(listener), 1);
  }

  /** Tells of every change of D0 … D7 at once, and now: which of them are driven, and their levels; bit n for D n. @returns what ends it */
  onData(listener: (driven: number, levels: number) => void): () => void {
    return this.#port.onData(listener);
  }

  /** The microcontroller drives a pin, or lets go of it to its pull. */
  setPin(pin: PinName, level: Level, nanos: number): void {
    this.setGpio(GPIO[pin], level, nanos);
  }

  /** The same by the pin's number. */
  setGpio(gpio: number, level: Level, nanos: number): void {
    if (((this.#driven >>> gpio) & 1) === level) return;
    this.#driven ^= 1 << gpio;
    this.#clock.to(nanos);
    switch (gpio) {
      case GPIO.FCLK:
        this.#port.clock(level, ((this.#driven >>> GPIO.ADC_MOSI) & 1) as Level);
        break;
      case GPIO.SHLD:
        this.#gate.settle(nanos);
        this.#port.shiftOrLoad(level, nanos);
        break;
      case GPIO.TRIG_A:
        this.#gate.trigger('A', level, nanos);
        break;
      case GPIO.TRIG_B:
        this.#gate.trigger('B', level, nanos);
        break;
      case GPIO.PULSE_SEL:
        this.#gate.select(level, nanos);
        this.array.disturb(nanos + SELECTOR_NS);
        break;
      case GPIO.ADC_CS:
        this.#port.selectConverters(level, nanos);
        break;
      default:
        this.#slowPin(gpio, level, nanos);
    }
  }

  /** A frame of an SPI controller, highest bit first. @returns what came in meanwhile: ROW_RX on bus 0, nothing on bus 1 */
  spi(bus: 0 | 1, word: number, bits: number, nanos: number): number {
    this.#clock.to(nanos);
    if (bus === 0) {
      this.columns.clock(word, bits);
      return this.rowSwitches.clock(word, bits);
    }
    this.dac.clock(word, bits);
    this.delays.clock(word, bits);
    return 0;
  }

  /** Board time goes on without anything at the pins. */
  advance(nanos: number): void {
    this.#clock.to(nanos);
    this.#gate.settle(nanos);
    if (nanos - this.#bookedAt > BOOK_NS) this.#book(nanos);
  }

  /** The loop is closed or opened: opened, pulses and columns are off at once. */
  setInterlock(closed: boolean, nanos: number): void {
    if (closed === this.#interlockClosed) return;
    this.#enable(() => (this.#interlockClosed = closed), nanos);
    for (const listener of this.#interlockListeners) listener(closed ? 0 : 1);
  }

  /** The microcontroller is reset: its pins fall to their pulls, the other chips keep what they hold. */
  releasePins(nanos: number): void {
    this.setPin('ARRAY_EN', 0, nanos);
    for (const pin of DRIVEN_PINS) this.setPin(pin, EXTERNAL_PULLS[pin] ?? 0, nanos);
  }

  /** Power goes and comes back: every chip starts anew, the junctions keep their states, a write of the EEPROM is torn. */
  powerCycle(nanos: number): void {
    this.releasePins(nanos);
    this.#book(nanos);
    this.array.lines.settle();
    this.dac.powerUp(nanos);
    this.delays.powerUp();
    this.rowSwitches.powerUp();
    this.columns.powerUp();
    this.#gate.powerUp();
    this.#port.powerUp();
    this.rails.coil.powerUp(nanos);
    this.rails.powerUp(nanos);
    this.bus.powerUp(nanos);
    this.#clock.powerUp(nanos);
    this.#bookedAt = nanos;
    this.array.powerUp(nanos);
    this.#release();
  }

  /** Pins at their pulls without an edge. */
  #release(): void {
    this.#driven = 0;
    for (const pin of DRIVEN_PINS) this.#driven |= (EXTERNAL_PULLS[pin] ?? 0) << GPIO[pin];
  }

  #slowPin(gpio: number, level: Level, nanos: number): void {
    switch (gpio) {
      case GPIO.ROW_SYNC:
        if (level === 1 && this.rowSwitches.clocks % ROW_LINES !== 0)
          this.#trouble(`ROW_SYNC rises after ${this.rowSwitches.clocks} bits`, nanos);
        if (this.rowSwitches.sync(level)) this.array.closeRows(this.rowSwitches.closed, nanos);
        break;
      case GPIO.COL_LATCH:
        if (this.columns.latch(level)) this.array.columnsMoved(nanos);
        break;
      case GPIO.DAC_CS:
        this.#selectDac(level, nanos);
        break;
      case GPIO.DLY_LOAD:
        this.#gate.settle(nanos);
        this.delays.load(level);
        break;
      case GPIO.COIL_EN:
        this.rails.coil.enable(level === 1, nanos);
        break;
      case GPIO.ARRAY_EN:
        this.#driven ^= 1 << gpio; // until what it enables has come up to now
        this.#enable(() => (this.#driven ^= 1 << gpio), nanos);
        break;
      default: // LED, ADC_MOSI: nothing follows by itself
    }
  }

  #selectDac(level: Level, nanos: number): void {
    if (level === 0) {
      this.dac.select(0, nanos);
      return;
    }
    if (this.dac.bits !== 24 && this.dac.bits !== 0)
      this.#trouble(`DAC_CS rises after ${this.dac.bits} bits; a frame has 24`, nanos);
    this.#book(nanos);
    this.array.lines.around(() => {
      const channel = this.dac.select(1, nanos);
      if (channel === 'all' || channel === DacChannel.coil)
        this.rails.coil.set(this.dac.settledVolts(DacChannel.coil), nanos);
      if (channel !== undefined) this.array.disturb(nanos);
    });
  }

  /** ARRAY_EN or the interlock changes. */
  #enable(change: () => void, nanos: number): void {
    this.#book(nanos);
    change();
    const { enabled } = this;
    this.#gate.enable(enabled, nanos);
    this.columns.enable(enabled);
    this.array.columnsMoved(nanos);
    this.array.lines.enable(enabled);
  }

  #book(nanos: number): void {
    this.#clock.to(nanos);
    this.#gate.settle(nanos);
    this.#bookedAt = nanos;
    this.rails.advance(nanos, this.enabled ? this.#levels.supplyV(nanos) : 0);
    this.array.lines.refresh();
  }

  #pulse(pulse: GatePulse): void {
    if (pulse.again) this.#trouble('TRIG_B falls before TRIG_A: the gate fires again', pulse.startNs);
    this.array.pulse(pulse);
  }
}
