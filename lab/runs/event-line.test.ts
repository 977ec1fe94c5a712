import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEventLine, encodeEventLine } from './event-line.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

const TIME = '2025-01-01T00:00:00.000Z';

describe('event lines', () => {
  it('read back what was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), fc.string({ unit: 'binary' }), (seq, value, text) => {
        const stored = { seq, time: TIME, event: { type: 'row', value, text } };
        const line = encodeEventLine(stored);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        // JSON has one zero: -0 comes back as 0.
        expect(decodeEventLine(line.slice(0, -1))).toEqual(JSON.parse(JSON.stringify(stored)));
        expect(JSON.parse(line)).toHaveProperty('crc');
      }),
    );
  });

  it('notice a torn or changed line', () => {
    // One changed character always changes a CRC-32; cuts fail on the tail.
    const line = encodeEventLine({ seq: 7, time: TIME, event: { type: 'row', values: { a: 1.5, b: 'µ' } } }).slice(
      0,
      -1,
    );
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        expect(decodeEventLine(line.slice(0, at))).toBeUndefined();
        const changed = line.slice(0, at) + String.fromCharCode(code) + line.slice(at + 1);
        if (changed !== line) expect(decodeEventLine(changed)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('store a number that does not exist as null, and a wide integer as text', () => {
    const line = encodeEventLine({
      seq: 0,
      time: TIME,
      event: { type: 'row', a: Number.NaN, b: Infinity, c: 2n ** 60n },
    });
    expect(decodeEventLine(line.slice(0, -1))?.event).toEqual({
      type: 'row',
      a: null,
      b: null,
      c: '1152921504606846976',
    });
  });

  it('refuse binary data and events too long for a line', () => {
    const store = (value: unknown) => () => encodeEventLine({ seq: 0, time: TIME, event: { type: 'image', value } });
    expect(store(new Uint8Array(2))).toThrow('event field "value" holds binary data; write it as an artifact instead');
    expect(store('x'.repeat(5e6))).toThrow(RangeError);
  });
});
