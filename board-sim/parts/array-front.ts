import { ArrayUnit } from '../array-unit/index.js';
import { SwitchingTable } from '../device/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import { type AnalogLevels, loadUs, rangeOf, settledShare } from './analog-levels.js';
import { ArrayLines } from './array-lines.js';
import { type BoardClock } from './board-clock.js';
import { CellPulses } from './cell-pulses.js';
import { type GatePulse } from './pulse-gate.js';
import { type Rails } from './rails.js';
import { ReadOut, type ReadConditions } from './read-out.js';
import { type ColumnDrivers } from './serial/column-drivers.js';

/** What the array's analog side is made between. */
export interface ArraySurface {
  readonly clock: BoardClock;
  readonly levels: AnalogLevels;
  readonly columns: ColumnDrivers;
  readonly rails: Rails;
  /** Whether ROWBUS is on the pulse gate. */
  readonly onGate: () => boolean;
}

/** The array between its lines: pulses go to its cells, its columns to comparators and converters. */
export class ArrayFront {
  readonly unit: ArrayUnit;
  readonly pulses: CellPulses;
  readonly readOut: ReadOut;
  readonly lines: ArrayLines;
  /** The last pulse that reached ROWBUS, and its amplitude, V. */
  lastPulse: GatePulse | undefined;
  lastAmplitudeV = 0;
  readonly #surface: ArraySurface;
  /** When the amplifiers' input changed last, ns. */
  #readSince = 0;

  constructor(
    scenario: BoardScenario,
    seed: number | bigint,
    size: { readonly rows: number; readonly cols: number },
    surface: ArraySurface,
  ) {
    const table = SwitchingTable.standard();
    const { clock, rails, levels } = surface;
    this.unit = new ArrayUnit(scenario, seed, { ...size, tiles: 1 }, 0, table);
    this.pulses = new CellPulses(this.unit, scenario, seed, table);
    this.readOut = new ReadOut(this.unit, scenario, seed);
    this.lines = new ArrayLines(this.unit, scenario, {
      get seconds() {
        return clock.seconds;
      },
      get coilUt() {
        return rails.coil.fieldUt(clock.nanos);
      },
      get kelvin() {
        return rails.celsius + 273.15;
      },
      get readV() {
        return levels.settledReadV;
      },
    });
    this.#surface = surface;
  }

  /** Something upstream of the amplifiers changes at a time: they settle anew from then. */
  disturb(nanos: number): void {
    if (nanos > this.#readSince) this.#readSince = nanos;
  }

  /** The row switches have moved. */
  closeRows(rows: readonly number[], nanos: number): void {
    this.lines.close(rows);
    this.disturb(nanos);
  }

  /** Column enables or control lines have moved. */
  columnsMoved(nanos: number): void {
    this.lines.enableColumns(this.#surface.columns.on);
    this.disturb(nanos);
  }

  pulse(pulse: GatePulse): void {
    const { levels, columns, rails, clock } = this.#surface;
    const { lines } = this;
    const amplitudeV = levels.amplitudeV(pulse.startNs, columns.ctrl, lines.columns.length);
    this.lastPulse = pulse;
    this.lastAmplitudeV = amplitudeV;
    lines.live();
    const joules = this.pulses.apply(lines.rows, lines.columns, {
      amplitudeV,
      widthS: pulse.meanWidthNs * 1e-9,
      jitterS: (pulse.widthNs - pulse.meanWidthNs) * 1e-9,
      fieldAPerM: lines.fieldAPerM,
      seconds: clock.seconds,
    });
    rails.pulse(joules);
  }

  /** What the comparators show: bit c of byte k for column 8k + c. */
  compare(out: Uint8Array, nanos: number): void {
    this.readOut.compare(this.#conditions(nanos), this.#surface.levels.thresholdBelowV(nanos), out);
  }

  /** Code of a column's conversion. */
  convert(col: number, nanos: number): number {
    return this.readOut.convert(this.#conditions(nanos), col);
  }

  powerUp(nanos: number): void {
    this.#readSince = nanos;
    this.lines.powerUp();
  }

  #conditions(nanos: number): ReadConditions {
    this.lines.live();
    const { rows, columns, version } = this.lines;
    const { levels, onGate, columns: drivers } = this.#surface;
    const { ctrl } = drivers;
    return {
      rows,
      columns,
      readV: onGate() ? 0 : levels.readV(nanos),
      settled: settledShare(nanos - this.#readSince),
      range: rangeOf(ctrl),
      loadUs: loadUs(ctrl),
      calibrationV: levels.calibrationV(nanos),
      version: { lines: version, toggles: this.pulses.toggles, changes: this.unit.decay.changes },
    };
  }
}
