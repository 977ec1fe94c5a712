import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { randomBytes } from '../health/testing/streams.js';
import { Sha256Lanes } from './sha256-lanes.js';

it('gives what node:crypto gives, for messages of any length and any number of them', () => {
  for (const length of [0, 1, 3, 48, 54, 55, 56, 58, 63, 64, 65, 119, 120, 300]) {
    const lanes = new Sha256Lanes(length);
    for (const count of [64, 1, 4, 5, 63]) {
      const messages = Array.from({ length: count }, (_, i) => randomBytes(1000 * length + 70 * count + i, length));
      messages.forEach((message, i) => lanes.messages.set(message, i * lanes.stride));
      const expected = messages.map((message) => createHash('sha256').update(message).digest());
      expect(Buffer.compare(lanes.digest(count), Buffer.concat(expected))).toBe(0);
    }
    lanes.wipe();
    expect(Buffer.compare(lanes.digest(1), createHash('sha256').update(new Uint8Array(length)).digest())).toBe(0);
  }
});
