import { expect, it } from 'vitest';
import { readByteCount } from './byte-count.js';

it('reads bytes, thousands and powers of two', () => {
  const cases: [string, number][] = [
    ['1', 1],
    ['4096', 4096],
    ['512B', 512],
    ['1k', 1000],
    ['64KiB', 65_536],
    ['64 KiB', 65_536],
    ['1M', 1_000_000],
    ['1MB', 1_000_000],
    ['1.5Mi', 1_572_864],
    ['2GiB', 2_147_483_648],
    ['1T', 1e12],
  ];
  for (const [text, bytes] of cases) expect(readByteCount(text, 1e15), text).toBe(bytes);
});

it('refuses what is no whole number of bytes in range', () => {
  for (const text of ['', '0', '-1', '1.5', '0.0003kB', 'many', '1iB', '1KiBit', '1e3', '9PB', 'NaN', '1001'])
    expect(() => readByteCount(text, 1000), text).toThrow(/whole number of bytes from 1 to 1000/);
});
