import { RandomStream } from '../../base/index.js';
import { Crossbar, TileCache, WireSolver } from '../array/index.js';
import { SwitchingTable } from '../device/index.js';
import { FaultInjector, type BoardFaultSpec } from '../faults/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import {
  A_PER_M_PER_UT,
  ArrayUnit,
  CELL_CAPACITANCE_F,
  ROW_LINE_F,
  Retention,
  ShotEngine,
  drawRowSkews,
  meanConductance,
  nominalCell,
  type ArrayGeometry,
  type Burst,
  type BurstSums,
  type KeepingBoard,
  type RowDrive,
  type Surroundings,
} from '../array-unit/index.js';
import { BiasController } from './bias-controller.js';
import { controlSlopes } from './control-slopes.js';
import { BOOT_DRIVE, trimmedWidthPs, type DriveConfig } from './drive.js';
import { Meters } from './meters.js';
import { ROW_CHANGE_S, shotSeconds } from './timings.js';

/** What a burst cost. */
export interface BurstCost {
  /** Time of the array, s. */
  readonly arrayS: number;
  /** Energy from the pulse supply, J. */
  readonly pulseJ: number;
}

/**
 * The board without its protocol: arrays, drive, controller, clock and books. Everything random is drawn from the seed; the numbers of one
 * call start from its own number, so they depend neither on what was read meanwhile nor on the computer's clock.
 */
export class Hardware implements KeepingBoard {
  readonly scenario: BoardScenario;
  readonly seed: number | bigint;
  readonly geometry: ArrayGeometry;
  readonly table = SwitchingTable.standard();
  readonly controller: BiasController;
  readonly retention: Retention;
  readonly #faults: FaultInjector;
  /** Called when the coil must be switched off; throws to end what was going on. */
  onCoilOverload: () => void = () => undefined;
  meters: Meters;
  drive: DriveConfig = BOOT_DRIVE;
  readonly #units: (ArrayUnit | undefined)[];
  readonly #rowSkewS: Float64Array;
  #crossbar: Crossbar | undefined;
  #tiles: TileCache | undefined;
  #calls = 0;
  #vectors = 0;
  #tuned = false;
  #powered = false;

  constructor(
    scenario: BoardScenario,
    seed: number | bigint,
    geometry: ArrayGeometry,
    faults: readonly BoardFaultSpec[] = [],
  ) {
    this.scenario = scenario;
    this.seed = seed;
    this.geometry = geometry;
    this.meters = this.#newMeters();
    this.controller = new BiasController(geometry.rows);
    this.#units = new Array<ArrayUnit | undefined>(geometry.tiles).fill(undefined);
    this.#rowSkewS = drawRowSkews(scenario, seed, geometry.rows);
    this.#faults = new FaultInjector(faults, seed, geometry, {
      cells: () => this.unit(0).cells,
      changed: (row) => this.unit(0).thresholds.forget(row),
    });
    this.retention = new Retention(this);
    this.setDrive(BOOT_DRIVE);
  }

  /** Power-up: clock and books start anew; the junctions keep their states. */
  restart(): void {
    this.retention.settle();
    this.#tuned = false;
    this.meters = this.#newMeters();
    this.retention.restart();
    this.setDrive(BOOT_DRIVE);
  }

  unit(tile: number): ArrayUnit {
    return (this.#units[tile] ??= new ArrayUnit(this.scenario, this.seed, this.geometry, tile, this.table));
  }

  get units(): ArrayUnit[] {
    return this.#units.filter((unit) => unit !== undefined);
  }

  get seconds(): number {
    return this.meters.seconds;
  }

  /** Field of the coil as it is now, µT: it is off with the drive. */
  get coilUt(): number {
    return this.#powered ? this.drive.fieldUt + this.controller.coilTrimUt : 0;
  }

  /** Field that is not the coil's, A/m: drift of the scenario, and faults. */
  get strangeFieldAPerM(): number {
    return this.scenario.drift.fieldAPerMPerS * this.seconds + this.#faults.fieldAPerM;
  }

  /** Amplitude of pulses as it is, V: what is set, but for a fault of the supply. */
  get amplitudeV(): number {
    return (this.drive.amplitudeUv / 1e6) * this.#faults.amplitudeFactor;
  }

  get surroundings(): Surroundings {
    return {
      fieldAPerM: this.coilUt * A_PER_M_PER_UT + this.strangeFieldAPerM,
      kelvin: this.meters.arrayKelvin,
      biasV: this.#powered ? this.drive.biasUv / 1e6 : 0,
    };
  }

  /** Switches pulses, bias and coil on or off. */
  power(on: boolean): void {
    if (on === this.#powered) return;
    this.retention.settle();
    this.#powered = on;
    this.#setCoil();
    this.retention.refresh();
  }

  get crossbar(): Crossbar {
    if (this.#crossbar === undefined) {
      const stream = RandomStream.from(this.seed, 'read-noise');
      this.#crossbar = new Crossbar(this.geometry.rows, this.geometry.cols, [stream.nextU32(), stream.nextU32()]);
    }
    return this.#crossbar;
  }

  get tiles(): TileCache {
    return (this.#tiles ??= new TileCache(new WireSolver(this.geometry.rows, this.geometry.cols)));
  }

  /** A stream of random numbers for the next call that needs one. */
  callStream(purpose: string): RandomStream {
    return RandomStream.from(this.seed, purpose, this.#calls++);
  }

  /** Numbers of the next `count` vectors since power-up of the model: the first of them. Reboots do not start them anew. */
  takeVectors(count: number): number {
    const first = this.#vectors;
    this.#vectors += count;
    return first;
  }

  /** Puts drive settings in force. */
  setDrive(drive: DriveConfig): void {
    const other = drive.amplitudeUv !== this.drive.amplitudeUv || drive.widthPs !== this.drive.widthPs;
    this.retention.settle();
    this.drive = drive;
    this.#setCoil();
    this.retention.refresh();
    if (this.#tuned && !other) return;
    this.#tuned = true;
    this.controller.retune(controlSlopes(this.table, nominalCell(this.scenario), drive));
  }

  /** What a row's cells feel besides their own parameters. */
  rowDrive(row: number): RowDrive {
    const { drive, scenario, meters, amplitudeV, strangeFieldAPerM } = this;
    const widthPs = trimmedWidthPs(drive.amplitudeUv, drive.widthPs, this.controller.rowTrimsPs[row]!);
    return {
      amplitudeV,
      widthS: Math.max(0, widthPs * 1e-12 + this.#rowSkewS[row]! + scenario.drift.widthSPerS * meters.seconds),
      fieldAPerM: (drive.fieldUt + this.controller.coilTrimUt) * A_PER_M_PER_UT + strangeFieldAPerM,
    };
  }

  /** Time of one shot at the present settings, s. */
  shotSeconds(pulses: number): number {
    const { widthPs, settleNs, readNs } = this.drive;
    return shotSeconds(widthPs * 1e-12, settleNs * 1e-9, readNs * 1e-9, pulses);
  }

  /** Pulses and reads a row: outcomes into `out`, events and junction energies into the books. The time is the caller's to spend. */
  burst(tile: number, engine: ShotEngine, burst: Burst, out: Uint8Array): { sums: BurstSums; cost: BurstCost } {
    const unit = this.unit(tile);
    const { meters } = this;
    const { counts, energy } = meters;
    const { widthPs, readUv, readNs } = this.drive;
    const columns = burst.columns.length;
    this.#faults.before(burst.shots * columns, meters.seconds);
    const { amplitudeV } = this;
    const readV = readUv / 1e6;
    this.retention.select(unit, burst.row);
    this.#setCoil();
    unit.thresholds.refresh(burst.row, this.rowDrive(burst.row));
    const sums = engine.run(burst, unit.thresholds, unit.electricsAt(amplitudeV), unit.electricsAt(readV), out);
    const cellPulses = burst.shots * burst.pulses * columns + sums.initialised;
    const squared = amplitudeV * amplitudeV;
    const chargeJ = cellPulses * CELL_CAPACITANCE_F * squared;
    const initialiseJ =
      sums.initialised * squared * widthPs * 1e-12 * meanConductance(nominalCell(this.scenario), amplitudeV);
    const jouleJ = squared * widthPs * 1e-12 * sums.pulseConductance + initialiseJ;
    this.retention.read(unit, burst.row, 1, burst.shots * readNs * 1e-9, readV);
    energy.pulseCharge.add(chargeJ);
    energy.pulseJoule.add(jouleJ);
    energy.read.add(readV * readV * readNs * 1e-9 * sums.readConductance);
    const rowPulses = burst.shots * burst.pulses + (sums.initialised > 0 ? burst.shots : 0);
    counts.rowPulses += rowPulses;
    counts.cellPulses += cellPulses;
    counts.cellReads += burst.shots * columns;
    counts.comparatorReads += burst.shots * columns;
    const initialiseShots = burst.initialise === undefined ? 0 : burst.shots;
    return {
      sums,
      cost: {
        arrayS: ROW_CHANGE_S + burst.shots * this.shotSeconds(burst.pulses) + initialiseShots * this.shotSeconds(1),
        pulseJ: rowPulses * ROW_LINE_F * squared + chargeJ + jouleJ,
      },
    };
  }

  /** The controller may have trimmed the coil since. */
  #setCoil(): void {
    this.meters.coilUt = this.coilUt;
  }

  #newMeters(): Meters {
    return new Meters(this.scenario.ambientC, () => this.onCoilOverload());
  }

  /** The dice of one call on one array. */
  newEngine(tile: number, purpose: string): ShotEngine {
    return new ShotEngine(this.unit(tile).cells, this.callStream(purpose));
  }
}
