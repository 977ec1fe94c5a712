import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { constantDigits, type ConstantName } from './constants.js';

const HASHES: Readonly<Record<ConstantName, string>> = {
  pi: '417539f94f4d570b0f5c9e655b2e7d5cbb652028bf28a31add155d73a560a34d',
  e: 'b5a3b3b457a180cd3c6054f49563c6e7a008e5f080fc2b00b94668c3d96245e3',
  sqrt2: '643e1a5463d3021c18006b20b7ebc43767322de2c753846167308e040017e854',
  sqrt3: '0be6f9dbbcd5b77fd7f84ddede5dddf875f836503151b84e8988356031d50d72',
};

/** Of the first million digits, as the STS's own data files have them. */
it.each(Object.keys(HASHES) as ConstantName[])('%s has the digits of the data file', (name) => {
  expect(createHash('sha256').update(constantDigits(name, 1_000_000)).digest('hex')).toBe(HASHES[name]);
});
