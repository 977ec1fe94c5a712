import type { PageFigure, XyFigure } from '../../plot/index.js';
import type { Cell } from '../events.js';
import type { ExperimentView } from '../views.js';
import { allanView } from './allan-view.js';

/** Hours are no SI unit, but what a person thinks in here. */
const TIME = { column: 'time_h', label: 'Board time, hours' } as const;
const CONTROLLER = { column: 'controller', label: 'Controller' } as const;

/** What the pictures of a bias drift show. */
export const DRIFT_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'line',
    id: 'bias',
    title: 'Share of ones against time',
    table: 'bias',
    x: TIME,
    y: [{ column: 'p', label: 'Share of ones', lower: 'lower', upper: 'upper' }],
    series: CONTROLLER,
    references: [{ axis: 'y', value: 0.5 }],
  },
  allanView('independent bits', CONTROLLER),
  {
    kind: 'line',
    id: 'knob',
    title: 'Field of the coil, as the board reports it',
    table: 'knobs',
    x: TIME,
    y: [{ column: 'field_A_per_m', label: 'Field', unit: 'A/m' }],
    series: CONTROLLER,
  },
  {
    kind: 'line',
    id: 'temperature',
    title: 'Temperature of the array',
    table: 'knobs',
    x: TIME,
    y: [{ column: 'temperature_K', label: 'Temperature', unit: 'K' }],
    series: CONTROLLER,
  },
];

/** A part of a run: with the controller or without. */
export interface DriftPart {
  readonly controller: 'on' | 'off';
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly allan: readonly Readonly<Record<string, Cell>>[];
  readonly knobs: readonly Readonly<Record<string, Cell>>[];
}

const column = (rows: DriftPart['rows'], name: string): number[] => rows.map((row) => Number(row[name] ?? NaN));

/** Both parts on one page: bias, its Allan deviation, and what the controller did. */
export function driftPage(parts: readonly DriftPart[], subtitle: string): PageFigure {
  const label = ({ controller }: DriftPart): string => `controller ${controller}`;
  const bias: XyFigure = {
    kind: 'line',
    title: 'Share of ones',
    x: { label: TIME.label },
    y: { label: 'Share of ones' },
    references: [{ axis: 'y', value: 0.5 }],
    series: parts.map((part, color) => ({
      label: label(part),
      x: column(part.rows, 'time_h'),
      y: column(part.rows, 'p'),
      lower: column(part.rows, 'lower'),
      upper: column(part.rows, 'upper'),
      color,
    })),
  };
  const allan: XyFigure = {
    kind: 'line',
    title: 'Allan deviation',
    x: { label: 'Averaging time', unit: 's', scale: 'log' },
    y: { label: 'Allan deviation', scale: 'log' },
    series: [
      ...parts.map((part, color) => ({
        label: label(part),
        x: column(part.allan, 'averaging_s'),
        y: column(part.allan, 'deviation'),
        lower: column(part.allan, 'lower'),
        upper: column(part.allan, 'upper'),
        draw: 'both' as const,
        interval: 'bars' as const,
        color,
      })),
      ...parts.slice(0, 1).map((part) => ({
        label: 'independent bits',
        x: column(part.allan, 'averaging_s'),
        y: column(part.allan, 'white'),
        provenance: 'modelled' as const,
        color: 2,
      })),
    ],
  };
  const knob: XyFigure = {
    kind: 'line',
    title: 'What the controller did: field of the coil',
    x: { label: TIME.label },
    y: { label: 'Field', unit: 'A/m' },
    series: parts.map((part, color) => ({
      label: label(part),
      x: column(part.knobs, 'time_h'),
      y: column(part.knobs, 'field_A_per_m'),
      color,
    })),
  };
  return { kind: 'page', title: 'Bias drift', subtitle, columns: 1, figures: [bias, allan, knob] };
}
