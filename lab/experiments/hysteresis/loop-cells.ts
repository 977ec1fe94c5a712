import type { CellVerdict } from '../cell-states.js';
import { switchingField, type SwitchingRecord } from './switching-records.js';
import { fitThermalCell, type ThermalFit } from './thermal-switching.js';
import type { ThermalModel } from './escape-rate.js';

/** One of the chosen cells, with what the passages told of it. */
export interface LoopCell {
  readonly row: number;
  readonly col: number;
  readonly verdict: CellVerdict;
  /** Without a field, brought to each state, ohm; NaN where it cannot be read. */
  readonly parallelOhm: number;
  readonly antiparallelOhm: number;
  /** Resistance between its states, ohm. */
  readonly thresholdOhm: number;
  readonly records: SwitchingRecord[];
}

/** Mean and scatter of some switching fields. */
export interface FieldStatistics {
  readonly count: number;
  readonly meanAPerM: number;
  /** Of single switchings; NaN from one. */
  readonly deviationAPerM: number;
}

/** Switching fields of a cell at one bias. */
export interface Coercivity {
  /** From parallel to antiparallel: negative in a cell without a large stray field. */
  readonly down: FieldStatistics;
  readonly up: FieldStatistics;
  /** Half the width of the loop. */
  readonly coerciveAPerM: number;
  /** Middle of the loop: minus the stray field. */
  readonly offsetAPerM: number;
}

/** What is found of a cell at one bias; parts are absent where too few passages switched it. */
export interface BiasFindings {
  readonly biasV: number;
  readonly coercivity: Coercivity | undefined;
  /** Hk and Δ at this bias. */
  readonly fit: ThermalFit | undefined;
}

/** Everything that is found of a cell. */
export interface CellFindings {
  readonly cell: LoopCell;
  readonly biases: readonly BiasFindings[];
  /** All biases together, with the change per volt. */
  readonly joint: ThermalFit | undefined;
}

/** Evaluates the passages of one cell. */
export function evaluateCell(cell: LoopCell, biasesV: readonly number[], model: ThermalModel): CellFindings {
  const joint = biasesV.length > 1 ? fitThermalCell(cell.records, model) : undefined;
  // Readings put the read voltage on the cell: what it does there is known from the joint fit, or taken to be nothing.
  const perV = joint?.perV ?? 0;
  const biases = biasesV.map((biasV): BiasFindings => {
    const records = cell.records.filter((record) => record.biasV === biasV);
    const fit = fitThermalCell(records, model, perV);
    return { biasV, coercivity: coercivityOf(records), fit: fit === undefined ? undefined : atBias(fit, biasV) };
  });
  return { cell, biases, joint };
}

/** Hk and Δ of a fit, which are those at V = 0, at a bias; their relative errors stay, since the change per volt was given. */
function atBias(fit: ThermalFit, biasV: number): ThermalFit {
  const grown = 1 + fit.perV * biasV;
  const at = ({ value, standardError }: ThermalFit['delta']): ThermalFit['delta'] => ({
    value: value * grown,
    standardError: standardError * grown,
  });
  return { ...fit, hkAPerM: at(fit.hkAPerM), delta: at(fit.delta) };
}

function coercivityOf(records: readonly SwitchingRecord[]): Coercivity | undefined {
  const down = statisticsOf(records.filter(({ from }) => from === 'p'));
  const up = statisticsOf(records.filter(({ from }) => from === 'ap'));
  if (down.count === 0 || up.count === 0) return undefined;
  return {
    down,
    up,
    coerciveAPerM: (up.meanAPerM - down.meanAPerM) / 2,
    offsetAPerM: (up.meanAPerM + down.meanAPerM) / 2,
  };
}

function statisticsOf(records: readonly SwitchingRecord[]): FieldStatistics {
  const fields = records.flatMap((record) => switchingField(record) ?? []);
  const mean = fields.reduce((sum, field) => sum + field, 0) / fields.length;
  const squares = fields.reduce((sum, field) => sum + (field - mean) ** 2, 0);
  return {
    count: fields.length,
    meanAPerM: mean,
    deviationAPerM: fields.length < 2 ? NaN : Math.sqrt(squares / (fields.length - 1)),
  };
}
