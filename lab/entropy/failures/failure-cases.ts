import { RandomStream } from '../../../base/index.js';

/** A way in which a source can fail, for a study of how long it goes unseen. */
export interface FailureCase {
  readonly id: string;
  /** For tables. */
  readonly title: string;
  /** The fault as a board URI names it, without its time (docs/entropy-studies.md); cells and lines by `place`. */
  readonly fault: (place: { readonly row: number; readonly col: number }) => string;
}

/**
 * What is studied by default. The strengths are choices: so large that a user would want to know at once, and so different that no single test sees
 * them all.
 */
export const FAILURE_CASES: readonly FailureCase[] = [
  { id: 'stuck-cell', title: 'one cell stuck', fault: ({ row, col }) => `stuck-cell:${row}:${col}` },
  { id: 'stuck-row', title: 'a row stuck', fault: ({ row }) => `stuck-row:${row}` },
  { id: 'dead-column', title: 'a column dead', fault: ({ col }) => `dead-column:${col}` },
  {
    id: 'drifting-cell',
    title: 'one cell drifting, 20 kA/m a second',
    fault: ({ row, col }) => `drift-cell:${row}:${col}:20000`,
  },
  {
    id: 'telegraph-cell',
    title: 'telegraph noise at one cell, 5 kA/m, 50 ms',
    fault: ({ row, col }) => `telegraph-cell:${row}:${col}:5000:0.05`,
  },
  { id: 'magnet', title: 'a magnet, 2 kA/m', fault: () => 'field:2000' },
  { id: 'strong-magnet', title: 'a magnet, 10 kA/m', fault: () => 'field:10000' },
  { id: 'alternating-magnet', title: 'a magnet, ±5 kA/m, 100 Hz', fault: () => 'field:5000:0.01' },
  { id: 'growing-field', title: 'a field that grows, 4 kA/m a second', fault: () => 'field-ramp:4000' },
  { id: 'weak-supply', title: 'pulse supply at 70 %', fault: () => 'supply:0.7' },
];

/** @throws RangeError naming the parameter and the cases there are */
export function failureCasesOf(name: string, text: string): readonly FailureCase[] {
  if (text.trim() === 'all') return FAILURE_CASES;
  const ids = text.split(',').map((part) => part.trim());
  return ids.map((id) => {
    const found = FAILURE_CASES.find((known) => known.id === id);
    if (found !== undefined) return found;
    const known = FAILURE_CASES.map((each) => each.id).join(', ');
    throw new RangeError(
      `parameter ${name} must be all, or some of ${known}, separated by commas; got ${JSON.stringify(id)}`,
    );
  });
}

/** Where it happens: another cell for every seed, the same for every case. */
export function placeOf(seed: number, rows: number, columns: number): { readonly row: number; readonly col: number } {
  const stream = RandomStream.from(seed, 'failure-place');
  return { row: stream.integer(rows), col: stream.integer(columns) };
}
