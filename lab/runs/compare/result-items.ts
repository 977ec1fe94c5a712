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
}

/** Lists longer than this are told by their length. */
const LONGEST_LIST = 6;

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
  const group = name.slice(0, name.length - key.length);
  const frame = {
    name,
    label: group + (group === '' ? label : label.toLowerCase()),
    ...(unit === undefined ? {} : { unit }),
  };
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
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.length > LONGEST_LIST) return `${value.length} values`;
  return JSON.stringify(value);
}

/** Names that the standard error of a value may have. */
function errorNames(key: string): string[] {
  if (ERROR_ENDING.test(key)) return [];
  const unit = /(Ohm|S|V|K|J|W|Hz|APerM)$/.exec(key)?.[1] ?? '';
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

function isEstimate(value: unknown): value is { readonly value: number; readonly standardError: number } {
  return isRecord(value) && typeof value['value'] === 'number' && typeof value['standardError'] === 'number';
}
