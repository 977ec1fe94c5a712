import type { EnergyEntry } from '../../../lab/energy/index.js';

const COLUMNS = [
  'time (s)',
  'scope',
  'kind',
  'component',
  'phase',
  'energy (J)',
  'sigma (J)',
  'scale sigma (J)',
  'scale cause',
  'events',
  'formula',
  'inputs',
] as const;

/** Rows that go out together. */
const ROWS_PER_PIECE = 1000;

/** Entries as CSV (RFC 4180, full precision, decimal points), a thousand rows a piece. Energies of different scope or kind must not be added. */
export async function* entriesCsv(entries: AsyncIterable<EnergyEntry>): AsyncGenerator<string, void, undefined> {
  let piece = line(COLUMNS);
  let rows = 0;
  for await (const entry of entries) {
    piece += row(entry);
    rows += 1;
    if (rows % ROWS_PER_PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function row(entry: EnergyEntry): string {
  const { timeS, scope, kind, component, phase = '', joules, sigma, scaleSigma = 0, events, formula = '' } = entry;
  const inputs = Object.entries(entry.inputs ?? {}).map(([name, value]) => `${name}=${value}`);
  const cause = entry.scaleCause ?? '';
  return line([
    timeS,
    scope,
    kind,
    component,
    phase,
    joules,
    sigma,
    scaleSigma,
    cause,
    events,
    formula,
    inputs.join('; '),
  ]);
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
