import { formatDuration, formatSi } from '../base/index.js';

/** How a metric of a run is shown while it runs. */
const KNOWN: Readonly<Record<string, readonly [label: string, unit: string]>> = {
  images: ['images', ''],
  bitsUsed: ['bits used', 'bit'],
  bits: ['bits used', 'bit'],
  macs: ['products', 'MAC'],
  clipped: ['clipped', ''],
  boardSeconds: ['board time', 's'],
};
/** `energy.device.modelled`: joules of one scope and kind. */
const ENERGY = /^energy[./](device|array|board|host)[./](measured|modelled|estimated)$/;
const UNIT_SUFFIXES: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/(?<=[a-z])J$/, 'J'],
  [/(?<=[a-z])S$/, 's'],
  [/(?<=[a-z])V$/, 'V'],
  [/(?<=[a-z])Hz$/, 'Hz'],
];

/**
 * The newest value of every metric, as lines: counts on the first, then energies, each with its scope and kind in words.
 * Energies of different scope or kind stand beside each other and are never added.
 */
export class LiveStatus {
  readonly #values = new Map<string, number>();

  /** Takes new values; what is not named keeps its last one. */
  update(values: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(values)) this.#values.set(name, value);
  }

  /** @param width characters a line; a longer list continues on the next. */
  lines(width = 78): string[] {
    const counts: string[] = [];
    const energies: string[] = [];
    for (const [name, value] of [...this.#values].sort(([a], [b]) => rank(a) - rank(b))) {
      const energy = ENERGY.exec(name);
      if (energy !== null) energies.push(`${energy[1]!} ${formatSi(value, 'J')} ${energy[2]!}`);
      else counts.push(countText(name, value));
    }
    return [...fold(counts, '   ', width), ...fold(energies, ' | ', width, 'energy: ')];
  }
}

function countText(name: string, value: number): string {
  const format = (unit: string): string => {
    if (unit === 's' && value >= 0) return formatDuration(value);
    // A number of things is exact while it is short.
    return unit === '' && Number.isInteger(value) && Math.abs(value) < 1e5 ? String(value) : formatSi(value, unit);
  };
  const known = KNOWN[name];
  if (known !== undefined) return `${known[0]} ${format(known[1])}`;
  const suffix = UNIT_SUFFIXES.find(([ending]) => ending.test(name));
  return suffix === undefined ? `${name} ${format('')}` : `${name.replace(suffix[0], '')} ${format(suffix[1])}`;
}

/** Energies from the smallest boundary to the largest; everything else as it came. */
function rank(name: string): number {
  return ['device', 'array', 'board', 'host'].indexOf(ENERGY.exec(name)?.[1] ?? '');
}

/** Joins as many parts as fit on each line. */
function fold(parts: readonly string[], separator: string, width: number, head = ''): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${separator}${part}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push((lines.length === 0 ? head : ' '.repeat(head.length)) + part);
  }
  return lines;
}
