import type { Cell, ExperimentEvent } from '../events.js';
import type { CellFindings } from './loop-cells.js';
import type { LoopParams } from './loop-params.js';
import {
  deltaPerField,
  meanOverCells,
  vcmaFromDelta,
  vcmaFromHk,
  type CellMean,
  type JunctionGeometry,
} from './vcma.js';
import type { ThermalModel } from './escape-rate.js';
import { fitThermalCell, type Estimate, type ThermalFit } from './thermal-switching.js';

/** Rows of what was found of one cell. */
export function* findingRows({ cell, biases, joint }: CellFindings): Generator<ExperimentEvent> {
  const place = { row: cell.row, col: cell.col };
  for (const { biasV, coercivity, fit } of biases) {
    if (coercivity !== undefined) {
      const { down, up, coerciveAPerM, offsetAPerM } = coercivity;
      const values = {
        ...place,
        bias_V: biasV,
        down_A_per_m: down.meanAPerM,
        down_deviation_A_per_m: down.deviationAPerM,
        down_switchings: down.count,
        up_A_per_m: up.meanAPerM,
        up_deviation_A_per_m: up.deviationAPerM,
        up_switchings: up.count,
        coercive_A_per_m: coerciveAPerM,
        offset_A_per_m: offsetAPerM,
      };
      yield { type: 'row', table: 'coercivity', values };
    }
    if (fit !== undefined) yield { type: 'row', table: 'fits', values: { ...place, bias_V: biasV, ...fitRow(fit) } };
  }
  if (joint !== undefined) {
    const values = {
      ...place,
      ...fitRow(joint),
      ...columnsOf('hk_per_V_A_per_m', joint.slopeAPerMPerV!),
      ...columnsOf('delta_per_V', joint.deltaPerV!),
    };
    yield { type: 'row', table: 'vcma', values };
  }
}

function fitRow(fit: ThermalFit): Record<string, Cell> {
  return {
    ...columnsOf('hk_A_per_m', fit.hkAPerM),
    ...columnsOf('delta', fit.delta),
    ...columnsOf('stray_A_per_m', fit.strayAPerM),
    correlation: fit.correlation,
    switched: fit.switched,
    passages: fit.records,
  };
}

function columnsOf(name: string, { value, standardError }: Estimate): Record<string, number> {
  return { [name]: value, [`${name}_standard_error`]: standardError };
}

/** Means over the cells at one bias. */
export interface BiasMeans {
  readonly biasV: number;
  readonly coerciveAPerM: CellMean | undefined;
  readonly offsetAPerM: CellMean | undefined;
  readonly hkAPerM: CellMean | undefined;
  readonly delta: CellMean | undefined;
  /** Mean correlation of the estimates of Hk and Δ. */
  readonly correlation: number | undefined;
}

/** Means over the cells bias by bias. */
export function meansByBias(findings: readonly CellFindings[], biasesV: readonly number[]): BiasMeans[] {
  return biasesV.map((biasV) => {
    const here = findings.flatMap(({ biases }) => biases.filter((each) => each.biasV === biasV));
    const loops = here.flatMap(({ coercivity }) => coercivity ?? []);
    const fits = here.flatMap(({ fit }) => fit ?? []);
    // The scatter of the cells holds the error of each cell's own mean.
    const exact = (value: number): Estimate => ({ value, standardError: 0 });
    return {
      biasV,
      coerciveAPerM: meanOverCells(loops.map(({ coerciveAPerM }) => exact(coerciveAPerM))),
      offsetAPerM: meanOverCells(loops.map(({ offsetAPerM }) => exact(offsetAPerM))),
      hkAPerM: meanOverCells(fits.map((fit) => fit.hkAPerM)),
      delta: meanOverCells(fits.map((fit) => fit.delta)),
      correlation: fits.length === 0 ? undefined : fits.reduce((sum, fit) => sum + fit.correlation, 0) / fits.length,
    };
  });
}

/** What several biases say of the anisotropy. */
export interface VcmaFindings {
  readonly hkAPerM: CellMean;
  readonly delta: CellMean;
  readonly strayAPerM: CellMean;
  readonly slopeAPerMPerV: CellMean;
  readonly deltaPerV: CellMean;
  /** VCMA coefficients by the slope of Hk and by that of Δ, J/(V m). */
  readonly fromHk: Estimate;
  readonly fromDelta: Estimate;
  /** Δ/Hk as fitted over what Ms, free layer, diameter and temperature make of it: 1 when all fit together. */
  readonly momentRatio: number;
}

/** @returns undefined when no cell could be fitted over its biases */
export function vcmaOf(
  findings: readonly CellFindings[],
  geometry: JunctionGeometry,
  temperatureK: number,
): VcmaFindings | undefined {
  const joints = findings.flatMap(({ joint }) => joint ?? []);
  const hkAPerM = meanOverCells(joints.map((fit) => fit.hkAPerM));
  const delta = meanOverCells(joints.map((fit) => fit.delta));
  const strayAPerM = meanOverCells(joints.map((fit) => fit.strayAPerM));
  const slopeAPerMPerV = meanOverCells(joints.map((fit) => fit.slopeAPerMPerV!));
  const deltaPerV = meanOverCells(joints.map((fit) => fit.deltaPerV!));
  if (!hkAPerM || !delta || !strayAPerM || !slopeAPerMPerV || !deltaPerV) return undefined;
  return {
    hkAPerM,
    delta,
    strayAPerM,
    slopeAPerMPerV,
    deltaPerV,
    fromHk: vcmaFromHk(slopeAPerMPerV, geometry),
    fromDelta: vcmaFromDelta(deltaPerV, geometry, temperatureK),
    momentRatio: delta.value / hkAPerM.value / deltaPerField(geometry, temperatureK),
  };
}

/** Cells on which the sensitivity is tried. */
const SENSITIVITY_CELLS = 4;

/** Relative changes of the fitted values when f0 is taken ten times larger. */
export interface AttemptRateSensitivity {
  readonly hk: number;
  readonly delta: number;
  readonly hkPerV?: number;
  readonly deltaPerV?: number;
}

/** How much the choice of f0 matters, from a few cells fitted again; undefined when none could be fitted. */
export function sensitivityOf(
  findings: readonly CellFindings[],
  model: ThermalModel,
): AttemptRateSensitivity | undefined {
  const faster = { ...model, attemptRateHz: 10 * model.attemptRateHz };
  const pairs = findings.slice(0, SENSITIVITY_CELLS).flatMap(({ cell, joint, biases }) => {
    const first = joint ?? biases[0]?.fit;
    const again = joint === undefined ? fitThermalCell(cell.records, faster, 0) : fitThermalCell(cell.records, faster);
    return first === undefined || again === undefined ? [] : [{ first, again }];
  });
  if (pairs.length === 0) return undefined;
  const change = (of: (fit: ThermalFit) => Estimate): number =>
    pairs.reduce((sum, { first, again }) => sum + of(again).value / of(first).value - 1, 0) / pairs.length;
  const slopes = pairs.every(({ first }) => first.slopeAPerMPerV !== undefined);
  return {
    hk: change((fit) => fit.hkAPerM),
    delta: change((fit) => fit.delta),
    ...(slopes ? { hkPerV: change((fit) => fit.slopeAPerMPerV!), deltaPerV: change((fit) => fit.deltaPerV!) } : {}),
  };
}

/** The junction as the parameters describe it. */
export function geometryOf(p: LoopParams): JunctionGeometry {
  return {
    saturationMagnetizationAPerM: p.saturationMagnetization,
    freeLayerThicknessM: p.freeLayerThickness,
    oxideThicknessM: p.oxideThickness,
    areaM2: (Math.PI * p.diameter ** 2) / 4,
  };
}
