import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../file-errors.js';
import type { RunEvent, StoredEvent } from '../event-line.js';
import { eventTimeMs } from '../event-time.js';
import { EVENTS_FILE } from '../manifest.js';
import { scanLog } from '../scan-log.js';

/** What is in a column. `integer`: whole numbers that 32 bits hold; `mixed`: values of several types, kept as text. */
export type ColumnType = 'integer' | 'number' | 'boolean' | 'text' | 'mixed';

/** A column as the survey of a log found it. */
export interface SurveyedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Rows that do not have it. */
  readonly absent: number;
  /** Values that were no number (NaN or infinite) when they were stored. */
  readonly undefinedNumbers: number;
  /** Bytes of its longest value in UTF-8, numbers left aside: these take 25 at most. */
  readonly longestText: number;
}

/** A table as the survey of a log found it. */
export interface SurveyedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly SurveyedColumn[];
}

/** Where reading can begin: before the line at `offset` there are so many rows of each table. */
export interface LogPage {
  readonly offset: number;
  readonly seq: number;
  /** As `eventTimeMs` gives it: it never goes back from page to page. */
  readonly timeMs: number;
  readonly rows: ReadonlyMap<string, number>;
}

/** What kinds of events have been stored, and how often. */
export type RunEventCounts = Readonly<Record<string, number>>;

interface Column {
  types: Set<'integer' | 'number' | 'boolean' | 'text'>;
  present: number;
  undefinedNumbers: number;
  longestText: number;
}

/** What is remembered of a log is bounded, whoever wrote it: columns (a table counts as one more), kinds of events, files, characters of a name. */
export const MOST_COLUMNS = 10_000;
export const MOST_KINDS = 1000;
const MOST_FILES = 100_000;
const LONGEST_NAME = 500;

/** A page begins every so many events. */
const PAGE_EVENTS = 2048;
const utf8 = new TextEncoder();

/**
 * What a run's log holds, in memory that depends on its tables and not on its length: tables with their columns, counts of events, and a
 * sparse index by which any row or time is found without reading what is before it. A log that grows is followed by calling
 * {@link update} again; only what is new is read.
 */
export class RunSurvey {
  readonly path: string;
  readonly #tables = new Map<string, { rows: number; columns: Map<string, Column> }>();
  readonly #counts = new Map<string, number>();
  readonly #pages: LogPage[] = [];
  readonly #files = new Set<string>();
  #columns = 0;
  #events = 0;
  #end = 0;
  #damaged = 0;
  #firstMs = NaN;
  #lastMs = NaN;

  /** @param dir the run folder */
  constructor(readonly dir: string) {
    this.path = join(dir, EVENTS_FILE);
  }

  /** Surveys a folder. @throws FileError; the signal's reason */
  static async of(dir: string, signal?: AbortSignal): Promise<RunSurvey> {
    const survey = new RunSurvey(dir);
    await survey.update(signal);
    return survey;
  }

  /**
   * Reads what has been added since the last time. A line that has no end yet is left for the next time.
   * @returns whether there was anything
   * @throws FileError; the signal's reason
   */
  async update(signal?: AbortSignal): Promise<boolean> {
    const before = this.#end;
    const size = await stat(this.path).then(
      (entry) => entry.size,
      (cause: unknown) => {
        if (systemCode(cause) === 'ENOENT') return 0;
        throw cause;
      },
    );
    const part = { from: before, to: size, ...(signal === undefined ? {} : { signal }) };
    for await (const { event, start, end, complete } of scanLog(this.path, part)) {
      if (!complete) break;
      if (event === undefined) this.#damaged += 1;
      else this.#take(event, start);
      this.#end = end;
    }
    return this.#end > before;
  }

  #take(stored: StoredEvent, start: number): void {
    const { event, seq, time } = stored;
    const timeMs = eventTimeMs(this.#lastMs, time);
    if (this.#events % PAGE_EVENTS === 0) {
      const rows = new Map([...this.#tables].map(([name, table]) => [name, table.rows]));
      this.#pages.push({ offset: start, seq, timeMs, rows });
    }
    if (this.#events === 0) this.#firstMs = timeMs;
    this.#lastMs = timeMs;
    this.#events += 1;
    if (!this.#note(event)) this.#damaged += 1;
  }

  /** @returns false for more than is remembered */
  #note(event: RunEvent): boolean {
    const { type } = event;
    if (type.length > LONGEST_NAME || (!this.#counts.has(type) && this.#counts.size >= MOST_KINDS)) return false;
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    if (type === 'row') return this.#row(String(event['table']), event['values']);
    if (type === 'artifact' && this.#files.size < MOST_FILES)
      this.#files.add(String(event['name']).slice(0, LONGEST_NAME));
    return true;
  }

  #row(name: string, values: unknown): boolean {
    if (typeof values !== 'object' || values === null) return true;
    let table = this.#tables.get(name);
    const cells = Object.entries(values);
    const fresh = cells.filter(([key]) => table?.columns.has(key) !== true);
    if (this.#columns + fresh.length > MOST_COLUMNS || this.#tables.size >= MOST_COLUMNS) return false;
    if ([[name], ...fresh].some(([key]) => key.length > LONGEST_NAME)) return false;
    this.#columns += fresh.length;
    if (table === undefined) this.#tables.set(name, (table = { rows: 0, columns: new Map() }));
    table.rows += 1;
    for (const [key, value] of cells) {
      let column = table.columns.get(key);
      if (column === undefined) {
        table.columns.set(key, (column = { types: new Set(), present: 0, undefinedNumbers: 0, longestText: 0 }));
      }
      note(column, value);
    }
    return true;
  }

  /** Tables in order of their first row. */
  get tables(): SurveyedTable[] {
    return [...this.#tables].map(([name, { rows, columns }]) => ({
      name,
      rows,
      columns: [...columns].map(([column, found]) => ({
        name: column,
        type: typeOf(found),
        absent: rows - found.present,
        undefinedNumbers: found.undefinedNumbers,
        longestText: found.longestText,
      })),
    }));
  }

  /** How many events of each type. */
  get counts(): RunEventCounts {
    return Object.fromEntries(this.#counts);
  }

  get events(): number {
    return this.#events;
  }

  /** Lines that cannot be read. */
  get damagedLines(): number {
    return this.#damaged;
  }

  /** Bytes that have been read. */
  get bytes(): number {
    return this.#end;
  }

  /** Files that the run has written so far. */
  get files(): readonly string[] {
    return [...this.#files];
  }

  /** Milliseconds since 1970 of the first and the last event, as `eventTimeMs` gives them; NaN without one. */
  get span(): readonly [firstMs: number, lastMs: number] {
    return [this.#firstMs, this.#lastMs];
  }

  get pages(): readonly LogPage[] {
    return this.#pages;
  }

  /** The last page that begins before a row of a table; undefined for an empty log. */
  pageOfRow(table: string, row: number): LogPage | undefined {
    return this.#lastPage((page) => (page.rows.get(table) ?? 0) <= row);
  }

  /** The last page that begins before a time; the first page for a time before the first event. */
  pageOfTime(timeMs: number): LogPage | undefined {
    // Events of one time may lie in several pages.
    return this.#lastPage((page) => page.timeMs < timeMs) ?? this.#pages[0];
  }

  #lastPage(before: (page: LogPage) => boolean): LogPage | undefined {
    let [low, high] = [0, this.#pages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.#pages[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.#pages[low - 1];
  }
}

function note(column: Column, value: unknown): void {
  column.present += 1;
  if (value === null) column.undefinedNumbers += 1;
  else if (typeof value === 'number') {
    // Minus zero is a double of its own.
    column.types.add((value | 0) === value && !Object.is(value, -0) ? 'integer' : 'number');
  } else if (typeof value === 'boolean') column.types.add('boolean');
  else column.types.add('text');
  if (typeof value === 'number') return;
  column.longestText = Math.max(column.longestText, utf8.encode(cellText(value)).length);
}

function typeOf({ types, undefinedNumbers }: Column): ColumnType {
  const [only, ...others] = types;
  if (only === undefined) return 'number';
  if (others.length === 0) return only === 'integer' && undefinedNumbers > 0 ? 'number' : only;
  return types.size === 2 && types.has('integer') && types.has('number') ? 'number' : 'mixed';
}

/** A stored value as text, the same in every format and locale. */
export function cellText(value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return 'NaN';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
