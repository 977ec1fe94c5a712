const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** A text a third longer and accented: what stays plain on screen did not come from a catalogue. */
export function pseudoText(text: string): string {
  const accented = text.replace(/[aeiouyAEIOU]/g, (letter) => ACCENTS[letter] ?? letter);
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}

/** A catalogue with all its texts so changed; functions that make texts make such. */
export function pseudo<T>(value: T): T {
  if (typeof value === 'string') return pseudoText(value) as T;
  if (typeof value === 'function') {
    const make = value as unknown as (...inputs: unknown[]) => unknown;
    return ((...inputs: unknown[]) => pseudo(make(...inputs))) as T;
  }
  if (Array.isArray(value)) return value.map(pseudo) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, pseudo(entry)])) as T;
  return value;
}
