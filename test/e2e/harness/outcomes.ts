/** What streams of outcomes say about the cells that made them. */
const COLUMNS = 64;
/** Shots of a row before the next row's turn, in a stream of bits. */
const DWELL = 64;

/** Outcomes cell by cell: `at(row, shot, col)` is 0 or 1. */
export interface Outcomes {
  readonly rows: number;
  /** Of each row. */
  readonly shots: number;
  at(row: number, shot: number, col: number): 0 | 1;
}

const bit = (packed: Uint8Array, index: number): 0 | 1 => ((packed[index >> 3]! >> (index & 7)) & 1) as 0 | 1;

/** Shots row by row, as RunShots and OpenShots deliver them. */
export function shotOutcomes(packed: Uint8Array, rows: number, shots: number): Outcomes {
  return { rows, shots, at: (row, shot, col) => bit(packed, (row * shots + shot) * COLUMNS + col) };
}

/** Raw bits, the rows in rotation, as OpenBits delivers them. */
export function bitOutcomes(packed: Uint8Array, rows: number): Outcomes {
  const dwells = Math.floor((packed.length * 8) / (DWELL * COLUMNS * rows));
  return {
    rows,
    shots: dwells * DWELL,
    at: (row, shot, col) => {
      const dwell = Math.floor(shot / DWELL) * rows + row;
      return bit(packed, (dwell * DWELL + (shot % DWELL)) * COLUMNS + col);
    },
  };
}

/** Successes among independent trials. */
export interface Count {
  readonly n: number;
  readonly k: number;
}

/** How often each cell turned, by the state that it was in; the pulses of a cell are independent trials given that state. */
export function turns(outcomes: Outcomes): { readonly fromP: Count[]; readonly fromAP: Count[] } {
  const fromP: Count[] = [];
  const fromAP: Count[] = [];
  for (let row = 0; row < outcomes.rows; row++)
    for (let col = 0; col < COLUMNS; col++) {
      const n = [0, 0];
      const k = [0, 0];
      let before = outcomes.at(row, 0, col);
      for (let shot = 1; shot < outcomes.shots; shot++) {
        const after = outcomes.at(row, shot, col);
        n[before]!++;
        if (after !== before) k[before]!++;
        before = after;
      }
      fromP.push({ n: n[0]!, k: k[0]! });
      fromAP.push({ n: n[1]!, k: k[1]! });
    }
  return { fromP, fromAP };
}

/** Ones of each cell. */
export function ones(outcomes: Outcomes): Count[] {
  const counts: Count[] = [];
  for (let row = 0; row < outcomes.rows; row++)
    for (let col = 0; col < COLUMNS; col++) {
      let k = 0;
      for (let shot = 0; shot < outcomes.shots; shot++) k += outcomes.at(row, shot, col);
      counts.push({ n: outcomes.shots, k });
    }
  return counts;
}

/** How many standard deviations two shares are apart, by their common share. NaN where both are certain and equal. */
export function deviation(a: Count, b: Count): number {
  const p = (a.k + b.k) / (a.n + b.n);
  return (a.k / a.n - b.k / b.n) / Math.sqrt(p * (1 - p) * (1 / a.n + 1 / b.n));
}

/** Largest deviation of all pairs, and χ² over them. Pairs with too few trials, or too certain, for the normal law are left out. */
export function compare(a: readonly Count[], b: readonly Count[]): { cells: number; worst: number; chi2: number } {
  let [cells, worst, chi2] = [0, 0, 0];
  for (const [k, one] of a.entries()) {
    const other = b[k]!;
    const successes = one.k + other.k;
    if (one.n < 100 || other.n < 100 || successes < 50 || one.n + other.n - successes < 50) continue;
    const z = deviation(one, other);
    cells++;
    worst = Math.max(worst, Math.abs(z));
    chi2 += z * z;
  }
  return { cells, worst, chi2 };
}
