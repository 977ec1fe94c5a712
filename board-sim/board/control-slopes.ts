import { type NominalCell } from '../array/index.js';
import { A_PER_M_PER_UT } from '../array-unit/index.js';
import { type SwitchingTable } from '../device/index.js';
import { type ControlSlopes } from './bias-controller.js';
import { type DriveConfig } from './drive.js';

const WIDTH_STEP_S = 20e-12;
const FIELD_STEP_UT = 125;

/**
 * How the switching fraction 2ab/(a + b) and the share of ones a/(a + b) of a nominal cell answer to width and field, a and b being its
 * probabilities to leave the parallel and the antiparallel state. Stands for the slopes that a board's calibration would have measured.
 */
export function controlSlopes(table: SwitchingTable, cell: NominalCell, drive: DriveConfig): ControlSlopes {
  const amplitudeV = drive.amplitudeUv / 1e6;
  const widthS = drive.widthPs * 1e-12;
  const at = (width: number, fieldUt: number): { switching: number; ones: number } => {
    const parameters = {
      hkAPerM: cell.hkAPerM,
      vcmaSlopeAPerMPerV: cell.vcmaSlopeAPerMPerV,
      hzAPerM: fieldUt * A_PER_M_PER_UT,
    };
    const a = table.probability(parameters, 'P', amplitudeV, Math.max(0, width));
    const b = table.probability(parameters, 'AP', amplitudeV, Math.max(0, width));
    return a + b === 0 ? { switching: 0, ones: 0.5 } : { switching: (2 * a * b) / (a + b), ones: a / (a + b) };
  };
  const field = drive.fieldUt;
  return {
    switchingPerS:
      (at(widthS + WIDTH_STEP_S, field).switching - at(widthS - WIDTH_STEP_S, field).switching) / (2 * WIDTH_STEP_S),
    onesPerUt: (at(widthS, field + FIELD_STEP_UT).ones - at(widthS, field - FIELD_STEP_UT).ones) / (2 * FIELD_STEP_UT),
  };
}
