import { Z_95 } from '../../../base/index.js';
import type { XyFigure } from '../../plot/index.js';
import type { ExperimentView, ViewAxis } from '../views.js';
import type { BiasMeans, VcmaFindings } from './loop-findings.js';
import type { CellMean } from './vcma.js';

const FIELD: ViewAxis = { column: 'field_A_per_m', label: 'Field', unit: 'A/m' };
const BIAS = { column: 'bias_V', label: 'bias', unit: 'V' } as const;

/** What the pictures of a hysteresis run show. */
export const LOOP_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'line',
    id: 'mean-loop',
    title: 'Resistance in a swept field, mean over cells and loops',
    table: 'mean-loop',
    x: FIELD,
    y: [{ column: 'resistance_ohm', label: 'Resistance', unit: 'Ω' }],
    series: BIAS,
  },
  {
    kind: 'line',
    id: 'antiparallel-share',
    title: 'Share of antiparallel readings',
    table: 'mean-loop',
    x: FIELD,
    y: [{ column: 'share', label: 'Share antiparallel', lower: 'lower', upper: 'upper', min: 0, max: 1 }],
    series: BIAS,
  },
  {
    kind: 'histogram',
    id: 'switching-fields',
    title: 'Switching fields of all cells and loops',
    table: 'switching-fields',
    value: FIELD,
    bins: 50,
    series: BIAS,
  },
  {
    kind: 'scatter',
    id: 'hk-and-delta',
    title: 'Fits of single cells: strongly correlated',
    table: 'fits',
    x: { column: 'hk_A_per_m', label: 'H_{k}', unit: 'A/m' },
    y: [{ column: 'delta', label: 'Δ' }],
    series: BIAS,
  },
];

/** First loop of one cell, bias by bias: reading after reading. */
export interface CellLoop {
  readonly biasV: number;
  readonly fieldAPerM: number[];
  readonly ohm: number[];
}

/** The loop of one cell as it was read. */
export function cellLoopFigure(
  cell: { readonly row: number; readonly col: number },
  loops: readonly CellLoop[],
  subtitle: string,
): XyFigure {
  return {
    kind: 'line',
    title: `First loop of the cell in row ${cell.row}, column ${cell.col}`,
    subtitle,
    x: { label: FIELD.label, unit: 'A/m' },
    y: { label: 'Resistance', unit: 'Ω' },
    series: loops.map(({ biasV, fieldAPerM, ohm }) => ({
      label: biasLabel(biasV),
      x: fieldAPerM,
      y: ohm,
    })),
  };
}

function biasLabel(biasV: number): string {
  return `bias ${Number((biasV * 1000).toFixed(3))} mV`;
}

/** Hk and Δ against the bias: means of the fits at each bias, and the line that the fit of all biases together gives. */
export function vcmaFigures(
  means: readonly BiasMeans[],
  vcma: VcmaFindings,
  subtitle: string,
): Readonly<Record<string, XyFigure>> {
  return {
    'hk-against-bias': againstBias('Anisotropy field', { label: 'H_{k}', unit: 'A/m' }, subtitle, {
      points: means.map(({ biasV, hkAPerM }) => [biasV, hkAPerM]),
      line: [vcma.hkAPerM.value, vcma.slopeAPerMPerV.value],
    }),
    'delta-against-bias': againstBias('Thermal stability', { label: 'Δ' }, subtitle, {
      points: means.map(({ biasV, delta }) => [biasV, delta]),
      line: [vcma.delta.value, vcma.deltaPerV.value],
    }),
  };
}

function againstBias(
  title: string,
  y: { readonly label: string; readonly unit?: string },
  subtitle: string,
  data: {
    readonly points: readonly (readonly [biasV: number, mean: CellMean | undefined])[];
    readonly line: readonly [atZero: number, perV: number];
  },
): XyFigure {
  const known = data.points.flatMap(([biasV, mean]) => (mean === undefined ? [] : [{ biasV, ...mean }]));
  const ends = known.map(({ biasV }) => biasV).sort((a, b) => a - b);
  const lineX = [ends[0] ?? 0, ends.at(-1) ?? 0];
  return {
    kind: 'scatter',
    title: `${title} against static bias`,
    subtitle,
    x: { label: 'Static bias', unit: 'V' },
    y,
    series: [
      {
        label: 'each bias by itself, mean over cells',
        color: 0,
        x: known.map(({ biasV }) => biasV),
        y: known.map(({ value }) => value),
        lower: known.map(({ value, standardError }) => value - Z_95 * standardError),
        upper: known.map(({ value, standardError }) => value + Z_95 * standardError),
      },
      {
        label: 'all biases together',
        color: 0,
        draw: 'line',
        provenance: 'modelled',
        x: lineX,
        y: lineX.map((biasV) => data.line[0] + data.line[1] * biasV),
      },
    ],
  };
}
