import { describeColumn } from '../tables/column.js';

/** A result as people read it: with its unit, and its uncertainty where the run has one. */
export interface ResultItem {
  /** Dotted: `fit.xi`. */
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly value: number | string | boolean | null;
  /** Standard uncertainty, in the unit of the value. */
  readonly sigma?: number;
  /** Interval that the run gives, at 95 % unless the experiment says otherwise. */
  readonly interval?: readonly [lower: number, upper: number];
  /** Of a list of findings, such as the fair pulses of a map: the items of each, as far as they are told. `value` is how many there are. */
  readonly rows?: readonly (readonly ResultItem[])[];
}

/** Lists of values that are longer than this are told by their length. */
const LONGEST_LIST = 6;
/** Findings of a list that are told; the run folder has all. */
const MOST_ROWS = 100;

/** What stands beside a value and says how well it is known. */
const ERROR_ENDING = /(StandardError|Sigma|_standard_error|_sigma)$/;

type Values = Readonly<Record<string, unknown>>;

/**
 * Results as a flat list. An estimate `{ value, standardError }` is one item; `pInterval` beside `p` and `xiStandardError` beside `xi`
 * (or `standardErrorOhm` between name and unit) become the uncertainty of their value and are no items of their own.
 */
export function resultItems(results: Values, prefix = ''): ResultItem[] {
  const used = new Set<string>();
  const items: ResultItem[] = [];
  for (const [key, value] of Object.entries(results)) {
    if (typeof value !== 'number') continue;
    for (const name of errorNames(key)) if (typeof results[name] === 'number') used.add(name);
    if (intervalOf(results[`${key}Interval`]) !== undefined) used.add(`${key}Interval`);
  }
  for (const [key, value] of Object.entries(results)) {
    if (used.has(key)) continue;
    const name = prefix + key;
    if (isRecord(value) && !isEstimate(value)) items.push(...resultItems(value, `${name}.`));
    else items.push(item(name, key, value, results));
  }
  return items;
}

function item(name: string, key: string, value: unknown, beside: Values): ResultItem {
  const { label, unit } = describeColumn(key);
  const groups = name
    .slice(0, name.length - key.length)
    .split('.')
    .slice(0, -1);
  const inGroup = groups.length > 0 && !/^[A-Z]{2}|^Hk/.test(label);
  const frame = {
    name,
    label: [...groups.map((group) => describeColumn(group).label), inGroup ? lowerFirst(label) : label].join(': '),
    ...(unit === undefined ? {} : { unit }),
  };
  if (isFindings(value))
    return { ...frame, value: value.length, rows: value.slice(0, MOST_ROWS).map((one) => resultItems(one)) };
  if (isEstimate(value)) return { ...frame, value: value.value, sigma: value.standardError };
  if (typeof value === 'number') {
    const sigma = errorNames(key)
      .map((one) => beside[one])
      .find((one) => typeof one === 'number');
    const interval = intervalOf(beside[`${key}Interval`]);
    return {
      ...frame,
      value,
      ...(sigma === undefined ? {} : { sigma }),
      ...(interval === undefined ? {} : { interval }),
    };
  }
  return { ...frame, value: plain(value) };
}

function plain(value: unknown): number | string | boolean | null {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return 0;
  return value.length > LONGEST_LIST ? `${value.length} values` : value.map(String).join(', ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Names that the standard error of a value may have. */
function errorNames(key: string): string[] {
  if (ERROR_ENDING.test(key)) return [];
  const unit = /(Ohm|S|V|K|J|W|Hz|APerM|APerMPerV|JPerVM)$/.exec(key)?.[1] ?? '';
  const stem = key.slice(0, key.length - unit.length);
  return [
    `${key}StandardError`,
    `${key}Sigma`,
    `${key}_standard_error`,
    ...(unit === '' || stem === '' ? [] : [`${stem}StandardError${unit}`]),
  ];
}

function intervalOf(value: unknown): readonly [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [lower, upper] = value as unknown[];
  return typeof lower === 'number' && typeof upper === 'number' ? [lower, upper] : undefined;
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of records, at least one. */
function isFindings(value: unknown): value is readonly Values[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function isEstimate(value: unknown): value is { readonly value: number; readonly standardError: number } {
  return isRecord(value) && typeof value['value'] === 'number' && typeof value['standardError'] === 'number';
}
