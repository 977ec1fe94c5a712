import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitGrid } from './bit-grid.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20260103 });

it('keeps the last rows and their sums, whatever pieces the bits come in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.uint8Array({ maxLength: 7 }), { maxLength: 12 }),
      fc.constantFrom('lsb', 'msb'),
      (columns, capacity, pieces, order) => {
        const grid = new BitGrid(columns, capacity);
        const bits: number[] = [];
        for (const piece of pieces) {
          grid.push(piece, order);
          for (const byte of piece)
            for (let i = 0; i < 8; i += 1) bits.push((byte >> (order === 'lsb' ? i : 7 - i)) & 1);
        }
        const whole = Math.floor(bits.length / columns);
        expect(grid.total).toBe(whole);
        // The row that is being filled has taken the place of the oldest one.
        const filling = bits.length % columns !== 0;
        expect(grid.rows).toBe(Math.min(whole, filling && whole >= capacity ? capacity - 1 : capacity));
        const kept = Array.from({ length: grid.rows }, (_, i) => whole - grid.rows + i);
        kept.forEach((row, i) => {
          expect([...grid.row(i)]).toEqual(bits.slice(row * columns, (row + 1) * columns));
        });
        for (let c = 0; c < columns && grid.rows > 0; c += 1) {
          const ones = kept.reduce((sum, row) => sum + bits[row * columns + c]!, 0);
          expect(grid.columnShares()[c]).toBeCloseTo(ones / grid.rows, 12);
        }
      },
    ),
  );
});

it('has shares of rows and of all', () => {
  const grid = new BitGrid(4, 8);
  grid.push(Uint8Array.of(0b0011_1111), 'msb');
  expect([...grid.rowShares()]).toEqual([0.5, 1]);
  expect(grid.share()).toBe(0.75);
  grid.push(Uint8Array.of(0xff), 'lsb', 3);
  expect(grid.rows).toBe(2);
});
