import { parseQuantity } from '../../../base/index.js';
import { BOARD_KINDS } from '../../../firmware-host/host/board-types.js';
import { RUN_STATES } from '../manifest.js';
import { describeColumn } from '../tables/column.js';
import type { RunEntry, Scalar } from './run-entry.js';

/** Whether a run fits a query. */
export type RunQuery = (entry: RunEntry) => boolean;

const FIELDS = ['experiment', 'state', 'board', 'kind', 'tag', 'is', 'after', 'before', 'on'] as const;
type Field = (typeof FIELDS)[number];
const KINDS = [...BOARD_KINDS, 'none', 'unknown'] as const;

/** A word of a query, with its quotes off. */
interface Word {
  readonly text: string;
  readonly negative: boolean;
  /** Whether it began with a quote, and so is text whatever is in it. */
  readonly quoted: boolean;
}

const COMPARISON = /^([A-Za-z_][\w.]*)\s*(>=|<=|!=|=|>|<)(.*)$/s;
const FIELD = /^([A-Za-z]+):(.*)$/s;

/**
 * Reads a query. Its words must all fit: plain words look for text in title, notes, tags, experiment, board and folder;
 * `FIELD:VALUE` and comparisons such as `pulseWidthS>1ns` look at one thing; a minus in front turns a word round; quotes hold words together.
 *
 * Parameters are compared by their names, results by `result.NAME`, and `seconds` is how long the run took. Values take SI prefixes and
 * the unit that the name ends in.
 * @throws RangeError naming the word that cannot be understood, and what is allowed; TypeError
 */
export function parseQuery(query: string): RunQuery {
  if (typeof query !== 'string') throw new TypeError(`a query must be text, got ${typeof query}`);
  if (query.length > 1000) throw new RangeError(`a query has up to 1000 characters, got ${query.length}`);
  const tests = splitWords(query).map((word) => {
    const test = testOf(word);
    return word.negative ? (entry: RunEntry) => !test(entry) : test;
  });
  return (entry) => tests.every((test) => test(entry));
}

function splitWords(query: string): Word[] {
  const words: Word[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const match = /^(-?)((?:"[^"]*"|[^\s"])+)\s*/.exec(rest);
    if (match === null) throw new RangeError(`a quote in the query is not closed: ${rest}`);
    const [all, minus, raw] = match as unknown as [string, string, string];
    words.push({ text: raw.replaceAll('"', ''), negative: minus === '-', quoted: raw.startsWith('"') });
    rest = rest.slice(all.length);
  }
  return words.filter(({ text }) => text !== '');
}

function testOf({ text, quoted }: Word): RunQuery {
  if (quoted) return contains(text);
  if (text.startsWith('#')) return fieldTest('tag', text.slice(1), text);
  const comparison = COMPARISON.exec(text);
  if (comparison !== null) return compare(comparison[1]!, comparison[2]!, comparison[3]!.trim(), text);
  const field = FIELD.exec(text);
  if (field === null) return contains(text);
  const name = FIELDS.find((one) => one === field[1]!.toLowerCase());
  if (name === undefined) {
    throw new RangeError(
      `unknown field in "${text}"; allowed are ${FIELDS.map((one) => `${one}:`).join(' ')}; put quotes around it to look for it as text`,
    );
  }
  return fieldTest(name, field[2]!, text);
}

function contains(text: string): RunQuery {
  const wanted = text.toLowerCase();
  return ({ name, id, experiment, board, serial, title, text: notes, tags, error }) =>
    [name, id, experiment, board, serial, title, notes, error, ...tags].some((part) =>
      part.toLowerCase().includes(wanted),
    );
}

function fieldTest(field: Field, value: string, word: string): RunQuery {
  if (value === '') throw new RangeError(`"${word}" lacks a value after the colon`);
  const wanted = value.toLowerCase();
  switch (field) {
    case 'experiment':
      return ({ experiment }) => experiment.includes(wanted);
    case 'board':
      return ({ board, serial }) => `${board} ${serial}`.toLowerCase().includes(wanted);
    case 'tag':
      return ({ tags }) => tags.some((tag) => tag.toLowerCase() === wanted);
    case 'state': {
      const state = oneOf(word, wanted, RUN_STATES);
      return (entry) => entry.state === state;
    }
    case 'kind': {
      const kind = oneOf(word, wanted, KINDS);
      return (entry) => entry.boardKind === kind;
    }
    case 'is': {
      const what = oneOf(word, wanted, ['starred', 'annotated'] as const);
      return what === 'starred'
        ? ({ star }) => star
        : ({ title, text, tags }) => title !== '' || text !== '' || tags.length > 0;
    }
    case 'after':
    case 'before':
    case 'on':
      return dateTest(field, value, word);
  }
}

function oneOf<T extends string>(word: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new RangeError(`"${word}": allowed are ${allowed.join(', ')}`);
  return found;
}

const DAY_MS = 86_400_000;

/** Dates are days of the calendar of this computer; `after` includes its day, `before` does not. */
function dateTest(field: 'after' | 'before' | 'on', value: string, word: string): RunQuery {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const date = match === null ? undefined : new Date(year, month - 1, day);
  if (date === undefined || date.getMonth() !== month - 1 || date.getDate() !== day) {
    throw new RangeError(`"${word}": write a day as 2025-03-01`);
  }
  const from = date.getTime();
  const to = new Date(year, month - 1, day + 1).getTime() || from + DAY_MS;
  return ({ started }) => {
    const at = Date.parse(started);
    if (field === 'before') return at < from;
    return field === 'after' ? at >= from : at >= from && at < to;
  };
}

const ORDERS: Readonly<Record<string, (difference: number) => boolean>> = {
  '=': (d) => d === 0,
  '!=': (d) => d !== 0,
  '<': (d) => d < 0,
  '<=': (d) => d <= 0,
  '>': (d) => d > 0,
  '>=': (d) => d >= 0,
};

function compare(name: string, operator: string, value: string, word: string): RunQuery {
  if (value === '') throw new RangeError(`"${word}" lacks a value after ${operator}`);
  const order = ORDERS[operator]!;
  const number = quantity(name, value);
  const equality = operator === '=' || operator === '!=';
  if (number === undefined && !equality) {
    const { unit } = describeColumn(name.split('.').at(-1)!);
    throw new RangeError(
      `"${word}": ${JSON.stringify(value)} is no number; write one as ${unit === undefined ? '0.5 or 10k' : `1.5e-9 or 1.5n${unit}`}`,
    );
  }
  const wanted = value.toLowerCase();
  return (entry) => {
    const found = valueOf(entry, name);
    if (typeof found === 'number') return number !== undefined && order(found - number);
    if (found === undefined || !equality) return false;
    return order(String(found).toLowerCase() === wanted ? 0 : 1);
  };
}

/** With prefix and the unit that the name asks for, with a prefix alone, or plain. */
function quantity(name: string, value: string): number | undefined {
  const unit = describeColumn(name.split('.').at(-1)!).unit ?? '';
  for (const allowed of [unit, '']) {
    try {
      return parseQuantity(value, allowed);
    } catch {
      // Then it may be written the other way.
    }
  }
  return undefined;
}

/** Names are those of the run, or the same in other capitals. */
function valueOf(entry: RunEntry, name: string): Scalar | undefined {
  if (name === 'seconds') return entry.seconds ?? undefined;
  const [of, key] = name.startsWith('result.') ? [entry.results, name.slice(7)] : [entry.params, name];
  if (Object.hasOwn(of, key)) return of[key];
  const lower = key.toLowerCase();
  return Object.entries(of).find(([one]) => one.toLowerCase() === lower)?.[1];
}
