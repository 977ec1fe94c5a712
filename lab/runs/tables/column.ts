/** What the name of a column says: its quantity and its unit. */
export interface ColumnDescription {
  readonly name: string;
  /** For a person: `Parallel standard error`. */
  readonly label: string;
  /** Unit of the stored values: `Ω`. Absent for pure numbers and text. */
  readonly unit?: string;
  /** Label and unit, as a header: `Resistance (Ω)`. */
  readonly header: string;
}

/** Units as names end in them; the word after `_`, or the last words of a camel-case name. */
const UNITS = tableOf({
  ohm: 'Ω',
  s: 's',
  h: 'h',
  v: 'V',
  a: 'A',
  k: 'K',
  j: 'J',
  w: 'W',
  hz: 'Hz',
  t: 'T',
  m: 'm',
  a_per_m: 'A/m',
  j_per_m2: 'J/m²',
  j_per_m3: 'J/m³',
  j_per_bit: 'J/bit',
  bit_per_s: 'bit/s',
  v_per_m: 'V/m',
  a_per_m_per_v: 'A/(m·V)',
  j_per_vm: 'J/(V·m)',
});
/** Words that are units and stay in the label: `boardSeconds`. */
const WORDS = tableOf({ seconds: 's', joules: 'J' });
/** A letter that is a symbol and no word keeps its case, and a name of three capitals is an abbreviation. */
const ABBREVIATIONS = tableOf({ tmr: 'TMR', ap: 'AP', hk: 'Hk', mac: 'MAC', adc: 'ADC', xor: 'XOR', vcma: 'VCMA' });

/** Names come from runs of strangers: `constructor` is a key of every plain object. */
function tableOf(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries));
}

/** The name split at `_` and before capitals: `hkAPerM` is hk, A, Per, M. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .split(/[_\s-]+/)
    .filter((word) => word !== '');
}

/**
 * Reads the unit out of a name, as `resistance_ohm`, `field_A_per_m` or `pulseWidthS` carry it. A name that is a unit alone, as the
 * coordinate `v`, is a quantity without one.
 */
export function describeColumn(name: string): ColumnDescription {
  const words = wordsOf(name);
  const lower = words.map((word) => word.toLowerCase());
  // `hk_A_per_m_standard_error` has the unit of what it is the error of.
  const tail = /_(standard_error|deviation)$/.exec(lower.join('_'))?.[1]?.split('_').length ?? 0;
  for (const length of [5, 3, 2, 1]) {
    const end = words.length - tail;
    const unit = end > length ? unitOf(lower.slice(end - length, end)) : undefined;
    if (unit !== undefined) return described(name, [...words.slice(0, end - length), ...words.slice(end)], unit);
  }
  return described(name, words, WORDS.get(lower.at(-1) ?? ''));
}

/** The unit that words are: `s`, `a per m`; `per s` is one over it. */
function unitOf(words: readonly string[]): string | undefined {
  const [first, second = ''] = words;
  const under = words.length === 2 && first === 'per' ? UNITS.get(second) : undefined;
  return under === undefined ? UNITS.get(words.join('_')) : `1/${under}`;
}

function described(name: string, words: readonly string[], unit: string | undefined): ColumnDescription {
  const text = words.map(labelWord).join(' ');
  const label = text.length > 1 ? text.charAt(0).toUpperCase() + text.slice(1) : text === '' ? name : text;
  if (unit === undefined || unit === '') return { name, label, header: label };
  return { name, label, unit, header: `${label} (${unit})` };
}

/** One letter is a symbol, whose case says which. */
function labelWord(word: string): string {
  const lower = word.toLowerCase();
  return ABBREVIATIONS.get(lower) ?? (word.length === 1 ? word : lower);
}

/**
 * The header of each column of a table. Where two columns would have one header, each has its own name added, so that a header is never
 * there twice.
 */
export function columnHeaders(names: readonly string[]): string[] {
  const all = names.map(describeColumn);
  const often = new Map<string, number>();
  for (const { header } of all) often.set(header, (often.get(header) ?? 0) + 1);
  return all.map(({ header, name }) => (often.get(header) === 1 ? header : `${header} [${name}]`));
}
