import { checkWindow, resultShift, type ArrayWindow, type MultiplySettings } from '../array/index.js';
import { type Decoded, spindrift } from '../../proto/index.js';
import { type BoardCore } from './board-core.js';
import { LIMITS } from './limits.js';
import { checkField, invalid, outOfRange } from './refusal.js';
import { planeSeconds } from './timings.js';

const { AdcRange, ColumnMode } = spindrift.v1;

/** A window of the wire, checked against the geometry. @throws Refusal */
export function checkWireWindow(
  core: BoardCore,
  window: Decoded<spindrift.v1.Window.$Properties> | null | undefined,
): { tile: number; window: ArrayWindow } {
  if (window == null) throw invalid('window is missing');
  const tile = core.checkTile(window.tile);
  const { rows, cols } = core.geometry;
  const { rowFirst, colFirst } = window;
  const checked: ArrayWindow = { rowFirst, rows: window.rows, colFirst, cols: window.cols };
  try {
    checkWindow(checked, rows, cols);
  } catch (error) {
    throw outOfRange('window', tile, error instanceof Error ? error.message : String(error));
  }
  return { tile, window: checked };
}

/** What a batch of vectors took. */
export interface BatchCost {
  readonly arrayS: number;
  readonly clipped: number;
}

/** A multiplication as it was asked for, ready to run: the effective matrix of the window's present states is in the kernel. */
export class Multiplier {
  readonly window: ArrayWindow;
  readonly outputs: number;
  readonly shift: number;
  readonly #core: BoardCore;
  readonly #tile: number;
  readonly #settings: MultiplySettings;
  /** Changes of the array's states when its matrix was loaded, and the conductance of that matrix, microsiemens. */
  #loadedAt = -1;
  #totalUs = 0;

  /** @throws Refusal naming what is wrong with the plan */
  constructor(core: BoardCore, plan: Decoded<spindrift.v1.MultiplyPlan.$Properties> | null | undefined) {
    if (plan == null) throw invalid('plan is missing');
    const { tile, window } = checkWireWindow(core, plan.window);
    const inputBits = checkField('input_bits', plan.inputBits, 1, LIMITS.maxInputBits);
    if (plan.columnMode > ColumnMode.COLUMN_MODE_DIFFERENTIAL)
      throw invalid(`column_mode: unknown value ${plan.columnMode}`);
    if (plan.adcRange > AdcRange.ADC_RANGE_CELL) throw invalid(`adc_range: unknown value ${plan.adcRange}`);
    const differential = plan.columnMode === ColumnMode.COLUMN_MODE_DIFFERENTIAL;
    if (differential && window.cols % 2 !== 0)
      throw invalid(`cols = ${window.cols}: differential columns come in pairs`);
    const repeats = plan.repeats === 0 ? 1 : checkField('repeats', plan.repeats, 1, LIMITS.maxRepeats);
    this.#core = core;
    this.#tile = tile;
    this.window = window;
    this.outputs = differential ? window.cols / 2 : window.cols;
    this.shift = resultShift(inputBits);
    this.#settings = {
      inputBits,
      differential,
      repeats,
      range: plan.adcRange === AdcRange.ADC_RANGE_CELL ? 'cell' : 'mac',
      colFirst: window.colFirst,
      readV: core.hardware.drive.readUv / 1e6,
    };
  }

  get inputBits(): number {
    return this.#settings.inputBits;
  }

  /** Time that a vector takes when every plane drives a row, s. */
  get secondsPerVector(): number {
    return this.#settings.inputBits * planeSeconds(this.#settings.repeats);
  }

  /** Puts the matrix of the window's present states and the settings into the kernel; once the array is held. */
  load(): void {
    const { hardware } = this.#core;
    const unit = hardware.unit(this.#tile);
    hardware.retention.accessAll(unit, this.window.rowFirst, this.window.rows);
    this.#loadedAt = unit.decay.changes;
    const matrix = hardware.tiles.get(this.#tile, unit.cells, this.window, this.#settings.readV, unit.wires);
    hardware.crossbar.load(matrix, unit.converters, this.#settings);
    this.#totalUs = matrix.stepUs * matrix.rowTotals.reduce((sum, steps) => sum + steps, 0);
  }

  /**
   * Multiplies whole vectors into `out` and books what it took; the time is the caller's to spend.
   * @throws Refusal INVALID_ARGUMENT for an input of too many bits; nothing is done then
   */
  run(inputs: Uint8Array, out: Uint8Array): BatchCost {
    const { hardware } = this.#core;
    const { counts, energy } = hardware.meters;
    const { rowFirst, rows } = this.window;
    const unit = hardware.unit(this.#tile);
    hardware.retention.accessAll(unit, rowFirst, rows);
    if (unit.decay.changes !== this.#loadedAt) this.load();
    const { repeats, readV, inputBits } = this.#settings;
    if (!hardware.crossbar.accept(inputs))
      throw invalid(`inputs: a value needs more than input_bits = ${inputBits} bits`);
    const vectors = inputs.length / this.window.rows;
    const done = hardware.crossbar.multiply(vectors, hardware.takeVectors(vectors), out);
    const planeS = planeSeconds(repeats);
    counts.mvms += vectors;
    counts.planes += done.planes;
    counts.adcConversions += done.planes * repeats * this.#core.geometry.cols;
    counts.clipped += done.clipped;
    energy.mvmStatic.add(readV * readV * done.drivenUs * 1e-6 * planeS);
    // Rows are driven for as long as their bits are set; what counts for keeping the states is the mean over rows.
    const drivenS = this.#totalUs > 0 ? (done.drivenUs / this.#totalUs) * planeS : 0;
    hardware.retention.read(unit, rowFirst, rows, drivenS, readV);
    return { arrayS: done.planes * planeS, clipped: done.clipped };
  }
}
