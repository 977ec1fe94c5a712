import { FEEDBACK_OHM, type CellArray } from '../array/index.js';
import { nominalCell } from '../array-unit/index.js';
import { type SwitchingTable } from '../device/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import { controlSlopes } from './control-slopes.js';
import { BOOT_DRIVE } from './drive.js';

/** What calibration routines have found and the board keeps over a reboot. */
export interface CalibrationStore {
  /** Counts up with every change; part of the calibration token. */
  generation: number;
  /** Field that makes the array fair, µT. */
  coilTrimUt: number;
  /** Comparator threshold between the two read levels, µV above the virtual ground in the 100 kΩ range. */
  thresholdUv: number;
}

/** Token of the calibration in force, never 0. */
export function calibrationToken(serial: string, generation: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${serial}/${generation}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0 || 1;
}

/** Cells sampled for the factory's look at the share of ones. */
const SAMPLE = 256;

/** What the factory had in its hands. */
export interface FactoryBoard {
  readonly scenario: BoardScenario;
  /** Of the board's first array. */
  readonly cells: CellArray;
  readonly table: SwitchingTable;
}

/**
 * What the factory left: the coil trimmed for the first array at the settings after boot, by one step from the mean probabilities of a
 * sample of its cells; the comparator threshold half-way between nominal levels.
 */
export function factoryCalibration({ scenario, cells, table }: FactoryBoard): CalibrationStore {
  const { amplitudeUv, widthPs } = BOOT_DRIVE;
  const size = cells.rows * cells.cols;
  let ones = 0;
  let count = 0;
  for (let k = 0; k < SAMPLE; k++) {
    const cell = Math.floor((k * size) / SAMPLE);
    if (!cells.isGood(cell)) continue;
    const parameters = {
      hkAPerM: cells.hk[cell]!,
      vcmaSlopeAPerMPerV: cells.vcmaSlope[cell]!,
      hzAPerM: cells.strayField[cell]!,
    };
    const a = table.probability(parameters, 'P', amplitudeUv / 1e6, widthPs * 1e-12);
    const b = table.probability(parameters, 'AP', amplitudeUv / 1e6, widthPs * 1e-12);
    if (a + b === 0) continue;
    ones += a / (a + b);
    count++;
  }
  const slope = controlSlopes(table, nominalCell(scenario), BOOT_DRIVE).onesPerUt;
  const error = count === 0 ? 0 : ones / count - 0.5;
  const { resistanceP, tmr } = nominalCell(scenario);
  const levels = [1 / resistanceP, 1 / (resistanceP * (1 + tmr))];
  return {
    generation: 1,
    coilTrimUt: Math.abs(slope) < 1e-7 ? 0 : Math.round(-error / slope),
    thresholdUv: Math.round(((levels[0]! + levels[1]!) / 2) * 0.1 * FEEDBACK_OHM.cell * 1e6),
  };
}
