import { RandomStream } from '../../base/index.js';
import { derive } from './derive.js';
import { boardCell } from './parameters.js';
import { type SwitchingCell, SwitchingTable } from './switching-table.js';

/** A pulse and what it does to the nominal cell and to a sample of cells around it. */
export interface RecommendedDrive {
  readonly voltageV: number;
  readonly widthS: number;
  /** Switching probability of the nominal cell at Hz = 0 (both directions alike). */
  readonly nominalProbability: number;
  /** Mean over the sample, both directions: what a row shows. */
  readonly meanProbability: number;
  /** Root mean square deviation of single cells and directions from that mean. */
  readonly cellDeviation: number;
  /** Slope of the row's mean along the width, 1/s: what a width trim has to work with. */
  readonly widthSlopePerS: number;
  /** Slope of the share of antiparallel outcomes of repeated pulses along Hz, m/A: what the coil has to work with. */
  readonly fieldSlope: number;
}

/** The two pulses that a board needs. */
export interface RecommendedDrives {
  /** Random bit: even odds, little memory of the start, and a width slope that a controller can use. */
  readonly randomBit: RecommendedDrive;
  /** Toggle: turns a cell over, to be checked by a read. */
  readonly toggle: RecommendedDrive;
}

/** Cells of one row as the search sees them: relative σ of Hk and slope, σ of the stray field in A/m. */
const SAMPLE = { cells: 48, hk: 0.02, slope: 0.01, strayField: 60, seed: 64 };
/** The random bit's mean slope must reach this, 1/s: a trim of 100 ps then moves the row by 0.6 %. */
const LEAST_WIDTH_SLOPE = 6e7;
const EVEN_WITHIN = 0.003;

let computed: RecommendedDrives | undefined;

const { effectiveField, vcmaSlope } = derive(boardCell);

/** The nominal cell of the board at 300 K, without stray field. */
export const nominalCell: SwitchingCell = { hkAPerM: effectiveField, vcmaSlopeAPerMPerV: vcmaSlope, hzAPerM: 0 };

/**
 * Recommended pulses, found by a search over the standard table and kept. Random bit: 1.4–1.6 V (what the board may do for
 * longer than 5 ns) and 8–15 ns; among the pulses with even mean odds (within 0.003) and a mean width slope of at least 0.06
 * per ns, the one that differs least from cell to cell. Toggle: 1.2–1.6 V, 0.7–1.7 ns, largest mean probability.
 */
export function recommendedDrives(): RecommendedDrives {
  if (computed) return computed;
  const table = SwitchingTable.standard();
  const cells = sampleCells();
  let randomBit: RecommendedDrive | undefined;
  for (let v = 140; v <= 160; v++) {
    for (let w = 160; w <= 300; w++) {
      const widthS = (w * 50) / 1e12;
      // The nominal cell decides cheaply whether the sample is worth asking.
      if (Math.abs(table.probability(nominalCell, 'P', v / 100, widthS) - 0.5) > 0.02) continue;
      if (Math.abs(meanOf(table, cells, v / 100, widthS).mean - 0.5) > EVEN_WITHIN) continue;
      const drive = describeDrive(table, cells, v / 100, widthS);
      const usable = Math.abs(drive.widthSlopePerS) >= LEAST_WIDTH_SLOPE;
      if (usable && (!randomBit || drive.cellDeviation < randomBit.cellDeviation)) randomBit = drive;
    }
  }
  let toggle: RecommendedDrive | undefined;
  for (let v = 120; v <= 160; v++) {
    for (let w = 70; w <= 170; w += 2) {
      const widthS = (w * 10) / 1e12;
      if (table.probability(nominalCell, 'P', v / 100, widthS) < 0.99) continue;
      if (toggle && meanOf(table, cells, v / 100, widthS).mean <= toggle.meanProbability) continue;
      toggle = describeDrive(table, cells, v / 100, widthS);
    }
  }
  if (!randomBit || !toggle) throw new RangeError('The switching table offers no usable drive.');
  computed = { randomBit, toggle };
  return computed;
}

function sampleCells(): SwitchingCell[] {
  const random = RandomStream.from(SAMPLE.seed, 'drive-sample');
  return Array.from({ length: SAMPLE.cells }, () => ({
    hkAPerM: nominalCell.hkAPerM * (1 + SAMPLE.hk * random.gaussian()),
    vcmaSlopeAPerMPerV: nominalCell.vcmaSlopeAPerMPerV * (1 + SAMPLE.slope * random.gaussian()),
    hzAPerM: SAMPLE.strayField * random.gaussian(),
  }));
}

/** Mean and standard deviation of p over cells and directions. */
function meanOf(
  table: SwitchingTable,
  cells: readonly SwitchingCell[],
  voltageV: number,
  widthS: number,
): { readonly mean: number; readonly deviation: number } {
  let [sum, squares] = [0, 0];
  for (const cell of cells) {
    for (const start of ['P', 'AP'] as const) {
      const p = table.probability(cell, start, voltageV, widthS);
      sum += p;
      squares += p * p;
    }
  }
  const mean = sum / (2 * cells.length);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / (2 * cells.length) - mean * mean)) };
}

function describeDrive(
  table: SwitchingTable,
  cells: readonly SwitchingCell[],
  voltageV: number,
  widthS: number,
): RecommendedDrive {
  const { mean, deviation } = meanOf(table, cells, voltageV, widthS);
  // The span of SwitchingTable.widthSlope.
  const span = 20e-12;
  const [low, high] = [meanOf(table, cells, voltageV, widthS - span), meanOf(table, cells, voltageV, widthS + span)];
  const onesAt = (hzAPerM: number): number => {
    const cell = { ...nominalCell, hzAPerM };
    const away = table.probability(cell, 'P', voltageV, widthS);
    return away / (away + table.probability(cell, 'AP', voltageV, widthS));
  };
  return {
    voltageV,
    widthS,
    nominalProbability: table.probability(nominalCell, 'P', voltageV, widthS),
    meanProbability: mean,
    cellDeviation: deviation,
    widthSlopePerS: (high.mean - low.mean) / (2 * span),
    fieldSlope: (onesAt(200) - onesAt(-200)) / 400,
  };
}
