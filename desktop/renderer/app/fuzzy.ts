/** A match of a query in a text. */
export interface FuzzyMatch {
  /** The better the higher. */
  readonly score: number;
  /** Positions of the letters that matched, ascending. */
  readonly positions: readonly number[];
}

const START_OF_WORD = 8;
const START_OF_TEXT = 4;
const CONSECUTIVE = 5;
const EACH = 1;
/** For every letter passed over, so that short texts win. */
const SKIPPED = -0.1;

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Finds the letters of a query in a text, in their order though not side by side; starts of words and letters side by side count more. Case and accents do
 * not matter, spaces of the query neither.
 *
 * @returns nothing where a letter is missing
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | undefined {
  const wanted = Array.from(fold(query)).filter((letter) => letter !== ' ');
  const letters = Array.from(text, (letter) => fold(letter).charAt(0));
  if (wanted.length === 0) return { score: 0, positions: [] };
  let best: FuzzyMatch | undefined;
  // The first letter may stand in several places; what follows is taken at the best place from there.
  for (let start = 0; start < letters.length; start++) {
    if (letters[start] !== wanted[0]) continue;
    const found = follow(wanted, letters, start);
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found;
  }
  return best;
}

function atWordStart(letters: readonly string[], index: number): boolean {
  return index === 0 || !/[\p{L}\p{N}]/u.test(letters[index - 1]!);
}

function follow(wanted: readonly string[], letters: readonly string[], start: number): FuzzyMatch | undefined {
  const positions: number[] = [];
  let score = 0;
  let from = start;
  for (const letter of wanted) {
    const next = letters.indexOf(letter, from);
    if (next === -1) return undefined;
    // A start of a word further on is better than a letter in the middle here, unless the letter continues a match.
    const word = letters.findIndex((other, index) => index >= from && other === letter && atWordStart(letters, index));
    const chosen = next === from && positions.length > 0 ? next : word === -1 ? next : word;
    score += EACH + SKIPPED * (chosen - from);
    if (atWordStart(letters, chosen)) score += START_OF_WORD;
    if (chosen === 0) score += START_OF_TEXT;
    if (positions.length > 0 && chosen === positions.at(-1)! + 1) score += CONSECUTIVE;
    positions.push(chosen);
    from = chosen + 1;
  }
  return { score: score + SKIPPED * Math.max(0, letters.length - from), positions };
}

/** Those that match, the best first; all in their order where nothing is asked. */
export function fuzzyFilter<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const matches = items.flatMap((item, index) => {
    const match = fuzzyMatch(query, textOf(item));
    return match === undefined ? [] : [{ item, index, score: match.score }];
  });
  return matches.sort((a, b) => b.score - a.score || a.index - b.index).map(({ item }) => item);
}
