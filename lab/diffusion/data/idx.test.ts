import { describe, expect, it } from 'vitest';
import { parseIdx } from './idx.js';

const good = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);

describe('IDX', () => {
  it('gives dimensions and values', () => {
    expect(parseIdx(good)).toEqual({ dimensions: [2, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  it.each([
    ['is not an IDX file', Uint8Array.of(31, 139, 8, 0, 0)],
    ['is not an IDX file', Uint8Array.of(0, 0)],
    ['ends inside its header', good.subarray(0, 10)],
    ['holds 5 values; its header says 6', good.subarray(0, 17)],
  ])('%s', (message, bytes) => {
    expect(() => parseIdx(bytes, 'x')).toThrow(message);
  });
});
