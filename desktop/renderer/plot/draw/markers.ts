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

/** Path of the marker of a series about the origin: colour never tells series apart alone. */
export function markerShape(number: number, areaPx2: number): string {
  return symbol(SHAPES[number % SHAPES.length], areaPx2).digits(2)()!;
}

/** Area of a marker, square pixels; smaller where there are so many that they would only cover each other. */
export const markerArea = (points: number): number => (points > 400 ? 9 : 38);
