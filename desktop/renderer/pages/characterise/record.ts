import type { BoardFault } from '../../../../firmware-host/host/index.js';
import type { Cell, EnergyTotal, EngineEvent, LogLevel } from '../../../../lab/experiments/index.js';
import type { GreyImage } from '../../plot/index.js';

/** Rows of a table that the page keeps; the run folder has all. */
export const MOST_ROWS = 2000;
/** Lines of the log, notes and faults that the page keeps. */
const MOST_LINES = 500;

/** A table as far as the page keeps it. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The last rows, the oldest first. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** Rows that ever came. */
  readonly total: number;
}

/** A line of the log. */
export interface KeptLine {
  readonly level: LogLevel | 'note';
  readonly text: string;
}

/** What a run has told, bounded in size. */
export interface RunRecord {
  readonly tables: readonly KeptTable[];
  readonly lines: readonly KeptLine[];
  readonly notes: readonly string[];
  readonly faults: readonly BoardFault[];
  readonly images: readonly (GreyImage & { readonly name: string })[];
  readonly energy: readonly EnergyTotal[];
  readonly phase?: string;
  readonly error?: string;
  /** What a person can do about it. */
  readonly nextStep?: string;
  /** Whether the array is known to be safe after the run; absent while it goes on. */
  readonly safety?: { readonly safe: boolean; readonly text?: string };
}

/** Of a run that has told nothing yet. */
export const EMPTY_RECORD: RunRecord = { tables: [], lines: [], notes: [], faults: [], images: [], energy: [] };

/** The record with more events. */
export function withEvents(record: RunRecord, events: readonly EngineEvent[]): RunRecord {
  let next = withRows(record, events);
  for (const event of events) next = withEvent(next, event);
  return next;
}

/** Rows come in thousands: all of a batch are added at once. */
function withRows(record: RunRecord, events: readonly EngineEvent[]): RunRecord {
  const added = new Map<string, Readonly<Record<string, Cell>>[]>();
  for (const event of events) {
    if (event.type !== 'row') continue;
    const rows = added.get(event.table);
    if (rows === undefined) added.set(event.table, [event.values]);
    else rows.push(event.values);
  }
  if (added.size === 0) return record;
  const known = new Map(record.tables.map((table) => [table.name, table]));
  for (const [name, rows] of added) {
    const table = known.get(name) ?? { name, columns: [], rows: [], total: 0 };
    const columns = [...new Set([...table.columns, ...rows.flatMap((row) => Object.keys(row))])];
    known.set(name, {
      name,
      columns,
      rows: [...table.rows, ...rows].slice(-MOST_ROWS),
      total: table.total + rows.length,
    });
  }
  return { ...record, tables: [...known.values()] };
}

const lastOf = <T>(list: readonly T[], item: T): T[] => [...list, item].slice(-MOST_LINES);

function withEvent(record: RunRecord, event: EngineEvent): RunRecord {
  switch (event.type) {
    case 'note':
      return {
        ...record,
        notes: lastOf(record.notes, event.text),
        lines: lastOf(record.lines, { level: 'note', text: event.text }),
      };
    case 'log':
      return { ...record, lines: lastOf(record.lines, { level: event.level, text: event.text }) };
    case 'fault':
      return { ...record, faults: lastOf(record.faults, event.fault) };
    case 'image': {
      const { name, width, height, data } = event;
      const others = record.images.filter((image) => image.name !== name);
      return { ...record, images: lastOf(others, { name, width, height, data }) };
    }
    case 'energy':
      return { ...record, energy: event.totals };
    case 'phase':
      return { ...record, phase: event.name };
    case 'status':
      if (event.error === undefined) return record;
      return {
        ...record,
        error: event.error,
        ...(event.nextStep === undefined ? {} : { nextStep: event.nextStep }),
      };
    case 'safety':
      return { ...record, safety: { safe: event.safe, ...(event.text === undefined ? {} : { text: event.text }) } };
    case 'row':
    case 'progress':
    case 'figure':
    case 'result':
    case 'metric':
      return record;
  }
}
