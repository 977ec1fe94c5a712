import { outOfRange } from './refusal.js';

/**
 * The lines that a mask selects, rising: bit k of byte j is line 8·j + k; an empty mask selects all.
 * @throws Refusal OUT_OF_RANGE for a bit beyond the geometry or a mask without any
 */
export function selectedLines(field: string, mask: Uint8Array, size: number): Uint16Array {
  if (mask.length === 0) return Uint16Array.from({ length: size }, (_, k) => k);
  const lines: number[] = [];
  mask.forEach((byte, j) => {
    for (let k = 0; k < 8; k++) if (((byte >> k) & 1) === 1) lines.push(8 * j + k);
  });
  const last = lines.at(-1);
  if (last === undefined) throw outOfRange(field, 0, 'selects nothing');
  if (last >= size) throw outOfRange(field, last, `this array has lines 0 to ${size - 1}`);
  return Uint16Array.from(lines);
}
