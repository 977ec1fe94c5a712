import { contourPlaces, type Grid, type PlacedAxis } from '../../base/axes/index.js';
import { INK, PAPER } from './palette.js';
import { element, polyline } from './svg-element.js';

/** Path data of the lines at which a map has a value, between the centres of its cells; none beside a cell without a value. */
export function contourPath(grid: Grid, level: number, x: PlacedAxis, y: PlacedAxis): string {
  const toX = betweenCentres(grid.xEdges, x);
  const toY = betweenCentres(grid.yEdges, y);
  const lines = contourPlaces(grid, level);
  return polyline(lines.flatMap((places) => [...places.map(([c, r]) => [toX(c), toY(r)] as const), undefined]));
}

/** A white line with a dark rim is seen on every colour. */
export function strokeContour(d: string): string {
  const look = { d, fill: 'none', 'stroke-linejoin': 'round' };
  return (
    element('path', { ...look, stroke: INK, 'stroke-width': 2.8, 'stroke-opacity': 0.6 }) +
    element('path', { ...look, class: 'contour', stroke: PAPER, 'stroke-width': 1.4 })
  );
}

/** From a place counted in cells to pixels. */
function betweenCentres(edges: readonly number[], axis: PlacedAxis): (index: number) => number {
  const centres = edges.slice(1).map((edge, i) => (axis.at(edge) + axis.at(edges[i]!)) / 2);
  return (index) => {
    const i = Math.min(Math.floor(index), Math.max(0, centres.length - 2));
    return centres[i]! + (index - i) * ((centres[i + 1] ?? centres[i]!) - centres[i]!);
  };
}
