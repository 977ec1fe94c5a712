/** Probabilities as text: 12 bits each, two characters of the base64 alphabet, so that a table is a plain string constant. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const MAX_CODE = 4095;

/** Rounds probabilities to 1/4095 and writes them as text; values outside 0 … 1 are clamped. */
export function encodeProbabilities(values: ArrayLike<number>): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; i++) {
    const code = Math.round(Math.min(1, Math.max(0, values[i] as number)) * MAX_CODE);
    parts.push(ALPHABET.charAt(code >> 6), ALPHABET.charAt(code & 63));
  }
  return parts.join('');
}

/**
 * Reads them back.
 * @throws RangeError when the text is not `count` values long or holds another character
 */
export function decodeProbabilities(text: string, count: number): Float32Array {
  if (text.length !== 2 * count) {
    throw new RangeError(`The table text has ${text.length} characters; ${count} values need ${2 * count}.`);
  }
  const value = new Int16Array(128).fill(-1);
  for (let i = 0; i < 64; i++) value[ALPHABET.charCodeAt(i)] = i;
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const high = value[text.charCodeAt(2 * i)] ?? -1;
    const low = value[text.charCodeAt(2 * i + 1)] ?? -1;
    if (high < 0 || low < 0) throw new RangeError(`The table text has a foreign character near position ${2 * i}.`);
    out[i] = (64 * high + low) / MAX_CODE;
  }
  return out;
}
