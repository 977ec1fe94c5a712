import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';

const SHAPES: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolWye,
  symbolStar,
];

/** Path data of the marker of series number `index` about the origin: colour never tells series apart alone. */
export function markerPath(index: number, areaPx2: number): string {
  return symbol(SHAPES[index % SHAPES.length], areaPx2).digits(2)()!;
}
