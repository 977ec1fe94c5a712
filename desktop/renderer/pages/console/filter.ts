/** The language of the filter: words as `dir:in msg:openBits -msg:heartbeat id:7 kind:data error`, and whatever else is text to look for. */
import type { ConsoleFilter } from '../../../rpc/api/index.js';

/** What was typed, read. */
export interface ParsedFilter {
  readonly filter: ConsoleFilter;
  /** The first word that means nothing. */
  readonly wrong?: string;
}

/** Filters to begin with. */
export const FILTER_EXAMPLES = [
  'error',
  'dir:out',
  'kind:control',
  '-msg:heartbeat',
  'msg:config',
  'id:7',
  'dir:in kind:data',
] as const;

/** Reads a filter. Words of one kind replace each other; text words are looked for together, as they stand. */
export function parseFilter(text: string): ParsedFilter {
  let filter: ConsoleFilter = {};
  const words: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    if (word === '') continue;
    const read = parseWord(word);
    if (read === undefined) return { filter, wrong: word };
    if (typeof read === 'string') words.push(read);
    else filter = { ...filter, ...read };
  }
  return { filter: words.length === 0 ? filter : { ...filter, text: words.join(' ').slice(0, 200) } };
}

/** A part of the filter, or text; undefined: neither. */
function parseWord(word: string): ConsoleFilter | string | undefined {
  if (/^errors?$/i.test(word)) return { errors: true };
  const [, key = '', value = ''] = /^(-?[a-z]+):(.*)$/i.exec(word) ?? [];
  switch (key.toLowerCase()) {
    case '':
      return word;
    case 'dir':
      return value === 'in' || value === 'out' ? { direction: value } : undefined;
    case 'kind':
      return value === 'control' || value === 'data' || value === 'lost' ? { kind: value } : undefined;
    case 'msg':
      return value === '' || value.length > 100 ? undefined : { message: value };
    case '-msg':
      return value === '' || value.length > 100 ? undefined : { without: value };
    case 'id': {
      const id = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
      return id <= 0xffff_ffff ? { id } : undefined;
    }
    default:
      return undefined;
  }
}
