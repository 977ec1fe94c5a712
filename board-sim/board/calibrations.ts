import { type Burst } from '../array-unit/index.js';
import { toCode } from '../array/index.js';
import { type spindrift } from '../../proto/index.js';
import { type BoardCore } from './board-core.js';
import { MapReader } from './map-reader.js';
import { ADC_SCAN_S, SCAN_SETTLE_S, DWELL_SHOTS } from './timings.js';

type Value = spindrift.v1.CalibrationValue.$Shape;

/** What a routine found. */
export interface CalibrationFindings {
  readonly values: Value[];
  /** Steps that failed and kept their old value. */
  readonly failed: number;
}

/** Called after each step. */
export type CalibrationProgress = (done: number, total: number) => void;

const OFFSET_CONVERSIONS = 256;

/** Offset code of each column: conversions without current, averaged. A column whose mean lies far from the middle keeps its old code. */
export function calibrateOffsets(core: BoardCore, progress: CalibrationProgress): CalibrationFindings {
  const { hardware } = core;
  const dice = hardware.callStream('adc-offset');
  let failed = 0;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let tile = 0; tile < core.geometry.tiles; tile++) {
    const { converters } = hardware.unit(tile);
    const sd = Math.sqrt(converters.noiseVariance);
    for (let col = 0; col < core.geometry.cols; col++) {
      let total = 0;
      for (let k = 0; k < OFFSET_CONVERSIONS; k++)
        total += toCode(converters.level(col, 0, 1) + sd * dice.gaussian()).code;
      const mean = total / OFFSET_CONVERSIONS;
      if (Math.abs(mean - 2048) > 256) failed++;
      else converters.offsetCode[col] = Math.round(mean);
      const code = converters.offsetCode[col]!;
      low = Math.min(low, code);
      high = Math.max(high, code);
      sum += code;
    }
    hardware.meters.spend({ arrayS: SCAN_SETTLE_S + OFFSET_CONVERSIONS * ADC_SCAN_S });
    hardware.meters.counts.adcConversions += OFFSET_CONVERSIONS * core.geometry.cols;
    progress(tile + 1, core.geometry.tiles);
  }
  const value = (name: string, code: number): Value => ({ name, value: Math.round(code), sigma: 1, unit: 'code' });
  return {
    values: [
      value('offset_mean', sum / (core.geometry.cols * core.geometry.tiles)),
      value('offset_min', low),
      value('offset_max', high),
    ],
    failed,
  };
}

/** Comparator threshold: every cell is read, the readings fall into two groups, the threshold goes half-way between their means. */
export function calibrateReadReference(core: BoardCore, progress: CalibrationProgress): CalibrationFindings {
  const { hardware, geometry } = core;
  const reader = new MapReader(hardware, 0, 4);
  const columns = Uint16Array.from({ length: geometry.cols }, (_, c) => c);
  const codes: number[] = [];
  for (let row = 0; row < geometry.rows; row++) {
    const { readings, arrayS } = reader.readRow(row, columns);
    hardware.meters.spend({ arrayS });
    for (const { code } of readings) if (code > 8) codes.push(code);
    progress(row + 1, geometry.rows);
  }
  codes.sort((a, b) => a - b);
  const cut =
    codes.length === 0 ? 0 : (codes[Math.floor(codes.length * 0.02)]! + codes[Math.floor(codes.length * 0.98)]!) / 2;
  const [antiparallel, parallel] = [codes.filter((code) => code < cut), codes.filter((code) => code >= cut)];
  if (antiparallel.length < 16 || parallel.length < 16) return { values: [], failed: 1 };
  const microvolts = (code: number): number => Math.round((code * 2.5e6) / 4096);
  const levels = [meanOf(antiparallel), meanOf(parallel)] as const;
  core.calibration.thresholdUv = microvolts((levels[0] + levels[1]) / 2);
  const sigma = (group: number[]): number => microvolts(deviation(group) / Math.sqrt(group.length)) + 1;
  return {
    values: [
      { name: 'level_ap', value: microvolts(levels[0]), sigma: sigma(antiparallel), unit: 'uV' },
      { name: 'level_p', value: microvolts(levels[1]), sigma: sigma(parallel), unit: 'uV' },
      { name: 'threshold', value: core.calibration.thresholdUv, sigma: sigma(parallel), unit: 'uV' },
    ],
    failed: 0,
  };
}

/** Dwells of each row while the controller settles: eleven corrections of the coil at 64 × 64, some of every row. */
const SETTLE_ROUNDS = 48;
const MEASURE_ROUNDS = 16;

/**
 * Lets the controller find the trims at which rows switch half of the time and the array is fair, then measures how well. Keeps the coil's
 * trim as calibration.
 */
export function calibrateBias(core: BoardCore, progress: CalibrationProgress): CalibrationFindings {
  const { hardware, geometry } = core;
  const { controller, meters } = hardware;
  const engine = hardware.newEngine(0, 'bias');
  const columns = Uint16Array.from({ length: geometry.cols }, (_, c) => c);
  const out = new Uint8Array(DWELL_SHOTS * geometry.cols);
  const total = SETTLE_ROUNDS + MEASURE_ROUNDS;
  const toggles = new Float64Array(geometry.rows);
  const outcomes = new Float64Array(geometry.rows);
  let ones = 0;
  controller.forget();
  for (let round = 0; round < total; round++) {
    const measuring = round >= SETTLE_ROUNDS;
    for (let row = 0; row < geometry.rows; row++) {
      const burst: Burst = { row, shots: DWELL_SHOTS, pulses: 1, columns };
      const { sums, cost } = hardware.burst(0, engine, burst, out);
      meters.spend({ ...cost, amplitudeV: hardware.amplitudeV });
      if (!measuring) core.reportSaturation(controller.observe(row, sums.outcomes, sums.toggles, sums.ones));
      else {
        toggles[row]! += sums.toggles;
        outcomes[row]! += sums.outcomes;
        ones += sums.ones;
      }
    }
    progress(round + 1, total);
  }
  controller.forget();
  const drawn = outcomes.reduce((sum, count) => sum + count, 0);
  if (drawn === 0) return { values: [], failed: geometry.rows };
  let worst = 0;
  toggles.forEach((count, row) => {
    if (outcomes[row]! > 0) worst = Math.max(worst, Math.abs(count / outcomes[row]! - 0.5));
  });
  const { coilTrimUt, saturatedRows, coilSaturated, rowTrimsPs } = controller.state;
  core.calibration.coilTrimUt = coilTrimUt;
  const ppm = (share: number): number => Math.round(share * 1e6);
  const perRow = drawn / geometry.rows;
  return {
    values: [
      { name: 'coil_trim', value: coilTrimUt, sigma: 10, unit: 'uT' },
      { name: 'ones', value: ppm(ones / drawn), sigma: ppm(0.5 / Math.sqrt(drawn)), unit: 'ppm' },
      { name: 'switching', value: ppm(sumOf(toggles) / drawn), sigma: ppm(0.5 / Math.sqrt(drawn)), unit: 'ppm' },
      { name: 'worst_row', value: ppm(worst), sigma: ppm(0.5 / Math.sqrt(perRow)), unit: 'ppm' },
      { name: 'trim_min', value: Math.min(...rowTrimsPs), sigma: 5, unit: 'ps' },
      { name: 'trim_max', value: Math.max(...rowTrimsPs), sigma: 5, unit: 'ps' },
    ],
    failed: saturatedRows + (coilSaturated ? 1 : 0),
  };
}

function sumOf(list: Float64Array): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function meanOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}

function deviation(list: readonly number[]): number {
  const mean = meanOf(list);
  return Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length);
}
