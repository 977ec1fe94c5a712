/** Rows or columns of an array as a person names them. */
export interface LineSelection {
  /** Numbers of the lines, rising. */
  readonly lines: readonly number[];
  /** Bit k = line k: what board calls take. */
  readonly mask: bigint;
}

/**
 * Reads which rows or columns to use: `all`, or numbers and ranges as in `0-7,12`.
 * @param name of the parameter, for messages
 * @param size lines that the board has
 * @throws RangeError naming the parameter, the text and what the board has
 */
export function selectLines(name: string, text: string, size: number): LineSelection {
  const allowed = `parameter ${name} must be all, or numbers and ranges from 0 to ${size - 1} as in 0-7,12`;
  const refuse = (): RangeError => new RangeError(`${allowed}; got ${JSON.stringify(text)}`);
  const chosen = new Set<number>();
  const parts = text.trim() === 'all' ? [`0-${size - 1}`] : text.split(',');
  for (const part of parts) {
    const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    if (match === null) throw refuse();
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first || last >= size) throw refuse();
    for (let line = first; line <= last; line += 1) chosen.add(line);
  }
  const lines = [...chosen].sort((a, b) => a - b);
  return { lines, mask: lines.reduce((mask, line) => mask | (1n << BigInt(line)), 0n) };
}
