/** Series resistances of the array's wiring, ohm. All positive. */
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
