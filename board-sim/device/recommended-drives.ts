import { RandomStream } from '../../base/index.js';
import { derive } from './derive.js';
import { s1 } from './parameters.js';
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
/** The random bit's mean slope must reach this, 1/s: a trim of 100 ps then moves the row by 0.4 %. */
const LEAST_WIDTH_SLOPE = 4e7;
const EVEN_WITHIN = 0.003;

let computed: RecommendedDrives | undefined;

/** The nominal cell: S1 at 300 K without stray field. */
export const nominalCell: SwitchingCell = {
  hkAPerM: derive(s1).effectiveField,
  vcmaSlopeAPerMPerV: derive(s1).vcmaSlope,
  hzAPerM: 0,
};

/**
 * Recommended pulses, found by a search over the standard table and kept. Random bit: 0.9–1.6 V, 8–15 ns; among the pulses
 * with even mean odds (within 0.003) and a mean width slope of at least 0.04 per ns, the one that differs least from cell to
 * cell. Toggle: 0.6–1.2 V, 0.7–1.7 ns, largest mean probability.
 */
export function recommendedDrives(table: SwitchingTable = SwitchingTable.standard()): RecommendedDrives {
  if (computed) return computed;
  const cells = sampleCells();
  let randomBit: RecommendedDrive | undefined;
  for (let v = 90; v <= 160; v += 2) {
    for (let w = 80; w <= 150; w++) {
      const widthS = w * 0.1e-9;
      // The nominal cell decides cheaply whether the sample is worth asking.
      if (Math.abs(table.probability(nominalCell, 'P', v / 100, widthS) - 0.5) > 0.02) continue;
      const drive = describeDrive(table, cells, v / 100, widthS);
      const usable =
        Math.abs(drive.meanProbability - 0.5) <= EVEN_WITHIN && Math.abs(drive.widthSlopePerS) >= LEAST_WIDTH_SLOPE;
      if (usable && (!randomBit || drive.cellDeviation < randomBit.cellDeviation)) randomBit = drive;
    }
  }
  let toggle: RecommendedDrive | undefined;
  for (let v = 60; v <= 120; v++) {
    for (let w = 70; w <= 170; w += 2) {
      const widthS = w * 0.01e-9;
      if (table.probability(nominalCell, 'P', v / 100, widthS) < 0.95) continue;
      const drive = describeDrive(table, cells, v / 100, widthS);
      if (!toggle || drive.meanProbability > toggle.meanProbability) toggle = drive;
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

function describeDrive(
  table: SwitchingTable,
  cells: readonly SwitchingCell[],
  voltageV: number,
  widthS: number,
): RecommendedDrive {
  let [sum, squares, slope] = [0, 0, 0];
  for (const cell of cells) {
    for (const start of ['P', 'AP'] as const) {
      const p = table.probability(cell, start, voltageV, widthS);
      sum += p;
      squares += p * p;
      slope += table.widthSlope(cell, start, voltageV, widthS);
    }
  }
  const n = 2 * cells.length;
  const onesAt = (hzAPerM: number): number => {
    const [away, back] = (['P', 'AP'] as const).map((start) =>
      table.probability({ ...nominalCell, hzAPerM }, start, voltageV, widthS),
    ) as [number, number];
    return away / (away + back);
  };
  return {
    voltageV,
    widthS,
    nominalProbability: table.probability(nominalCell, 'P', voltageV, widthS),
    meanProbability: sum / n,
    cellDeviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)),
    widthSlopePerS: slope / n,
    fieldSlope: (onesAt(200) - onesAt(-200)) / 400,
  };
}
