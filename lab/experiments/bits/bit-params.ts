import type { Board } from '../../../firmware-host/host/index.js';
import type { StreamLayout } from '../../entropy/statistics/cell-series.js';
import type { ExperimentContext, PlannedArray } from '../define-experiment.js';
import type { ParameterTexts } from '../experiment-texts.js';
import { selectLines } from '../line-selection.js';
import { count, quantity, text } from '../params.js';

/** Parameters of every experiment on raw bits: which cells, and under which pulse. */
export const bitSourceFields = {
  rows: text({ label: 'Rows', default: 'all', help: 'all, or numbers and ranges as in 0-7,12; all columns of them.' }),
  tile: count({ label: 'Tile', default: 0, min: 0, max: 65_535 }),
  pulseWidth: quantity({
    label: 'Pulse width',
    unit: 's',
    default: 0,
    min: 0,
    max: 1,
    help: '0 leaves what is set on the board.',
  }),
  amplitude: quantity({
    label: 'Amplitude',
    unit: 'V',
    default: 0,
    min: -10,
    max: 10,
    help: '0 leaves what is set on the board.',
  }),
};

/** German of {@link bitSourceFields}. */
export const bitSourceTexts = {
  rows: ['Zeilen', 'all, oder Nummern und Bereiche wie 0-7,12; davon alle Spalten.'],
  tile: ['Kachel'],
  pulseWidth: ['Pulsbreite', '0 lässt, was auf dem Board eingestellt ist.'],
  amplitude: ['Amplitude', '0 lässt, was auf dem Board eingestellt ist.'],
} as const satisfies Record<keyof typeof bitSourceFields, ParameterTexts>;

/** The values of {@link bitSourceFields}. */
export interface BitSourceParams {
  readonly rows: string;
  readonly tile: number;
  /** s; 0 = as set. */
  readonly pulseWidth: number;
  /** V; 0 = as set. */
  readonly amplitude: number;
}

/** Where bits come from, as a stream takes it. */
export interface ChosenRows {
  readonly lines: readonly number[];
  readonly mask: bigint;
  readonly tile: number;
}

/** @throws RangeError for rows or a tile that the board does not have */
export function chooseRows(
  board: Pick<Board, 'identity'>,
  { rows, tile }: Pick<BitSourceParams, 'rows' | 'tile'>,
): ChosenRows {
  const { geometry } = board.identity;
  if (tile >= geometry.tiles)
    throw new RangeError(`parameter tile must be an integer from 0 to ${geometry.tiles - 1}, got ${tile}`);
  return { ...selectLines('rows', rows, geometry.rows), tile };
}

/** The layout of a stream of chosen rows, before there is a board. @throws RangeError for rows that the array does not have */
export function layoutOf({ rows }: Pick<BitSourceParams, 'rows'>, array: PlannedArray): StreamLayout {
  return { rows: selectLines('rows', rows, array.rows).lines, columns: array.cols };
}

/** Puts the pulse in force. @returns the settings as the board made them */
export async function setPulse<P>(
  ctx: ExperimentContext<P>,
  { pulseWidth, amplitude }: Pick<BitSourceParams, 'pulseWidth' | 'amplitude'>,
) {
  const { drive } = await ctx.board.getState(ctx.signal);
  return ctx.setDrive({
    ...drive,
    ...(pulseWidth === 0 ? {} : { pulseWidthS: pulseWidth }),
    ...(amplitude === 0 ? {} : { amplitudeV: amplitude }),
  });
}
