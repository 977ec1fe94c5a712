import { RESTARTS } from './restart-cutoff.js';

/** The two ways to read restart data. */
export interface RestartSets {
  /** Restart after restart, as recorded. */
  readonly rows: Uint8Array<SharedArrayBuffer>;
  /** First samples of all restarts, then the second ones, and so on. */
  readonly columns: Uint8Array<SharedArrayBuffer>;
}

/** Where one symbol is commonest in one row or column. */
export interface RestartMaximum {
  readonly count: number;
  readonly symbol: number;
  readonly in: 'row' | 'column';
  /** Number of that row or column, from 0. */
  readonly index: number;
}

/** The row data set in memory that threads share, and its transpose (SP 800-90B, 3.1.4.1). */
export function restartSets(samples: Uint8Array): RestartSets {
  const rows = new Uint8Array(new SharedArrayBuffer(samples.length));
  const columns = new Uint8Array(new SharedArrayBuffer(samples.length));
  rows.set(samples);
  for (let row = 0, at = 0; row < RESTARTS; row++)
    for (let column = 0; column < RESTARTS; column++) columns[column * RESTARTS + row] = samples[at++]!;
  return { rows, columns };
}

/** The largest count of one symbol in any row or column (SP 800-90B, 3.1.4.3): rows before columns, the first of equal ones. */
export function largestCount({ rows, columns }: RestartSets): RestartMaximum {
  let most: RestartMaximum = { count: 0, symbol: 0, in: 'row', index: 0 };
  for (const [where, data] of [
    ['row', rows],
    ['column', columns],
  ] as const)
    for (let index = 0; index < RESTARTS; index++) {
      const counts = new Uint32Array(256);
      for (const symbol of data.subarray(index * RESTARTS, (index + 1) * RESTARTS))
        counts[symbol] = counts[symbol]! + 1;
      counts.forEach((count, symbol) => {
        if (count > most.count) most = { count, symbol, in: where, index };
      });
    }
  return most;
}
