/** Letters, digits and `_.+-`, no longer than this. */
const LONGEST = 100;

/**
 * A name for a file or folder that every system takes, made of any text: `Messung 3 (1)` gives `Messung-3-1`. It begins with a letter, a digit or `_`,
 * and is empty where nothing of the text can stay.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_.+-]+/g, '-')
    .replace(/^[^A-Za-z0-9_]+/, '')
    .slice(0, LONGEST)
    .replace(/[-.]+$/, '');
}
