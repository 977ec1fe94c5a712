import { contours } from 'd3-contour';
import type { Grid } from './cells.js';

/** A place counted in cells; 0 is the centre of the first. */
export type Place = readonly [column: number, row: number];

/** The lines at which a map has a value, between the centres of its cells; none beside a cell without a value. */
export function contourPlaces(grid: Grid, level: number): Place[][] {
  const { columns, rows } = grid;
  const shape = contours().size([columns, rows]).contour(filled(grid), level);
  const lines: Place[][] = [];
  for (const ring of shape.coordinates.flat()) {
    // d3 counts from the corner of the first cell.
    const places = ring.map(([u, v]): Place => [u! - 0.5, v! - 0.5]);
    let line: Place[] | undefined;
    for (let i = 1; i < places.length; i += 1) {
      const [from, to] = [places[i - 1]!, places[i]!];
      if (!isContour(grid, from, to)) line = undefined;
      else if (line === undefined) lines.push((line = [from, to]));
      else line.push(to);
    }
  }
  return lines;
}

/** Values with each missing one replaced by the mean of those around it, so that lines near it keep their course until they are cut. */
function filled({ columns, rows, values }: Grid): number[] {
  return Array.from(values, (value, at) => {
    if (Number.isFinite(value)) return value;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const around: number[] = [];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r += 1) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c += 1) {
        const near = values[r * columns + c]!;
        if (Number.isFinite(near)) around.push(near);
      }
    }
    return around.length === 0 ? NaN : around.reduce((sum, near) => sum + near, 0) / around.length;
  });
}

/** Whether a piece of d3's rings is a contour: they are closed along the border of the map, and run through cells that were filled. */
function isContour({ columns, rows, values }: Grid, from: Place, to: Place): boolean {
  const [column, row] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const onMap = [from, to].every(([c, r]) => c >= 0 && c <= columns - 1 && r >= 0 && r <= rows - 1);
  if (!onMap) return false;
  return [Math.floor(row), Math.ceil(row)].every((r) =>
    [Math.floor(column), Math.ceil(column)].every((c) => Number.isFinite(values[r * columns + c])),
  );
}
