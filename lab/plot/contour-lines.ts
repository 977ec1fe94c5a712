import { contours } from 'd3-contour';
import type { Grid } from './grid.js';
import type { PlacedAxis } from './placed-axis.js';
import { polyline } from './svg-element.js';

/** Path data of the lines at which a map has a value, between the centres of its cells. */
export function contourPath(grid: Grid, level: number, x: PlacedAxis, y: PlacedAxis): string {
  const { columns, rows } = grid;
  const values = Array.from(grid.values, (value) => (Number.isFinite(value) ? value : NaN));
  const shape = contours().size([columns, rows]).contour(values, level);
  const toX = betweenCentres(grid.xEdges, x);
  const toY = betweenCentres(grid.yEdges, y);
  // d3 closes its rings outside the centres, along the border of the map; those parts are no contour.
  const inside = (u: number, v: number): boolean => u >= 0.5 && u <= columns - 0.5 && v >= 0.5 && v <= rows - 0.5;
  const points: (readonly [number, number] | undefined)[] = [];
  for (const ring of shape.coordinates.flat()) {
    for (const [u, v] of ring as [number, number][])
      points.push(inside(u, v) ? [toX(u - 0.5), toY(v - 0.5)] : undefined);
    points.push(undefined);
  }
  return polyline(points);
}

/** From a place counted in cells (0 is the first centre) to pixels. */
function betweenCentres(edges: readonly number[], axis: PlacedAxis): (index: number) => number {
  const centres = edges.slice(1).map((edge, i) => (axis.at(edge) + axis.at(edges[i]!)) / 2);
  return (index) => {
    const i = Math.min(Math.floor(index), Math.max(0, centres.length - 2));
    return centres[i]! + (index - i) * ((centres[i + 1] ?? centres[i]!) - centres[i]!);
  };
}
