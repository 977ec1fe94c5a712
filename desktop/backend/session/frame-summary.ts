/** The content of a frame in one short line, for a list. */
import type { PlainMessage, PlainValue } from '../../../firmware-host/host/index.js';

/** Characters of a summary. */
const LONGEST = 160;
/** Items shown of a list. */
const MOST_ITEMS = 4;
const MOST_FIELDS = 40;
/** What the list has columns for. */
const SHOWN_ELSEWHERE = new Set(['id', 'body']);

/** Fields and values, those of the message before those of its envelope: `rows 64 · columns 64 · status STATUS_OK`. */
export function frameSummary(body: PlainMessage): string {
  const inner = typeof body['body'] === 'string' ? body['body'] : undefined;
  const message = inner === undefined ? undefined : body[inner];
  const envelope = Object.entries(body).filter(([key]) => key !== inner && !SHOWN_ELSEWHERE.has(key));
  const fields = message !== undefined && isMessage(message) ? Object.entries(message) : [];
  // More than this is cut off anyway.
  const parts = [...fields, ...envelope].slice(0, MOST_FIELDS).map(([key, value]) => `${key} ${valueText(value)}`);
  const text = parts.join(' · ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function isMessage(value: PlainValue): value is PlainMessage {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function valueText(value: PlainValue): string {
  if (value instanceof Uint8Array) return `${value.length} B`;
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST_ITEMS).map((item: PlainValue) => valueText(item));
    return `[${items.join(', ')}${value.length > MOST_ITEMS ? `, … ${value.length}` : ''}]`;
  }
  if (isMessage(value))
    return `{${Object.entries(value)
      .map(([key, field]) => `${key} ${valueText(field)}`)
      .join(', ')}}`;
  if (typeof value !== 'number' || Number.isInteger(value)) return plainText(value);
  return String(Number(value.toPrecision(6)));
}

function plainText(value: PlainValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
