/** Series resistances of the array's wiring, ohm. All positive. Row wires end at column 0, column wires at the last row. */
export interface Wires {
  /** One segment of a row wire, between neighbouring columns. */
  readonly rowOhm: number;
  /** One segment of a column wire, between neighbouring rows. */
  readonly colOhm: number;
  /** From the read voltage to the first cell of each row: source and row switch; one value, or one for each row. */
  readonly driveOhm: number | Float64Array;
  /** From the last cell of each column to its virtual ground: one value, or one for each column. */
  readonly senseOhm: number | Float64Array;
}

/** The resistance at one place of a list, or the common one. */
export function at(ohm: number | Float64Array, index: number): number {
  return typeof ohm === 'number' ? ohm : ohm[index]!;
}

/** Which lines carry the inputs: `rows` are driven and columns sensed, or the other way round. */
export type Direction = 'rows' | 'columns';

/**
 * Solves for the matrix of a direction. With `columns` the wires' `driveOhm` are the drivers at the columns' ends (one value, or one for each
 * column) and `senseOhm` the sense resistances at the rows' (one, or one for each row).
 *
 * By reciprocity the current at terminal B for a volt behind terminal A equals that at A for a volt behind B, with the same resistances at
 * both. So the other direction is the transpose of a solve whose terminals are those that the lines have *in that direction*; the transpose
 * of the ordinary matrix is something else unless drivers and senses are equal.
 *
 * @param solve solves with rows driven, m×n
 * @returns [driven][sensed], siemens: m×n, or n×m when columns are driven
 */
export function inDirection(
  direction: Direction,
  m: number,
  n: number,
  wires: Wires,
  solve: (wires: Wires) => Float64Array,
): Float64Array {
  if (direction === 'rows') return solve(wires);
  const forward = solve({ ...wires, driveOhm: wires.senseOhm, senseOhm: wires.driveOhm });
  const turned = new Float64Array(m * n);
  for (let r = 0; r < m; r++) for (let c = 0; c < n; c++) turned[c * m + r] = forward[r * n + c]!;
  return turned;
}
