/**
 * Products and resistance maps of the behavioural board and of the product image on the emulated board: same scenario, same seed, so the same
 * cells, wires and converters, and the same states, which are written and read back. A code of one conversion is
 *
 *     code = round(level(x) + σ·g) − offset      σ² = Σ cells' read noise² + converter noise²
 *
 * with a level that both boards share. What is left between them:
 *
 * - noise: two codes differ with a variance of 2·(σ² + 1/12), the twelfth for the rounding;
 * - the offset, a whole number of codes for each column. The behavioural board takes the nearest to the true one; the firmware measures it
 *   once, 32 conversions with σ = 0.5: to 0.10 of a code. It may be one off where the true offset lies near a half, and is the same elsewhere.
 */
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { codesPerMicrosiemens, type ConverterRange } from '../../board-sim/array/index.js';
import { hasProduct, twinsForEach, type Twins } from './harness/twins.js';

const SIZE = 64;
/** Two-sided normal bound for the 64 columns of a test: a chance of 1e-6 each. */
const Z = 4.9;
const WHOLE = { tile: 0, rowFirst: 0, rows: SIZE, colFirst: 0, cols: SIZE } as const;
const READ_V = 0.1;

/** Mean and standard deviation. */
function moments(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, sd: Math.sqrt(square) };
}

/** The same random states on both boards, without a cell that failed. */
async function programmed({ both, parts }: Twins, seed: number): Promise<Uint8Array> {
  const random = RandomStream.from(seed, 'states');
  const cells = Uint8Array.from({ length: SIZE * SIZE }, () => random.integer(2));
  const { sim, emu } = await both((board) => board.programTile({ ...WHOLE, cells, verifyPasses: 8 }));
  expect([sim.cellsFailed, emu.cellsFailed]).toEqual([0, 0]);
  expect(Buffer.compare(Uint8Array.from(parts.array.unit.cells.state), cells)).toBe(0);
  return cells;
}

/** Variance of a code of a column with these cells on: read noise of each, and the converter's, codes². */
function codeVariance({ parts }: Twins, range: ConverterRange, rows: readonly number[], col: number): number {
  const { cells, converters } = parts.array.unit;
  const perUs = codesPerMicrosiemens(READ_V, range);
  return rows.reduce((sum, row) => {
    const cell = row * SIZE + col;
    const us = 1e6 / cells.resistance(cell, READ_V);
    return sum + (cells.readNoise[cell]! * us * perUs) ** 2;
  }, converters.noiseVariance);
}

/** Checks a column's differences: a whole number of codes and noise, no more. @param bias what may be left of the mean, codes */
function expectColumn(twins: Twins, col: number, differences: readonly number[], sd: number, bias: number): number {
  const { mean, sd: seen } = moments(differences);
  const n = differences.length;
  const offset = Math.round(mean) || 0;
  expect(Math.abs(mean - offset)).toBeLessThan((Z * sd) / Math.sqrt(n) + bias);
  // The standard deviation of a standard deviation is its 1/√(2n).
  expect(Math.abs(seen / sd - 1)).toBeLessThan(Z / Math.sqrt(2 * n) + 0.05);
  const { converters } = twins.parts.array.unit;
  const fraction = converters.level(col, 0, 0) - converters.offsetCode[col]!;
  // Less than 0.14 from a whole code is more than three and a half times 0.10 from a half: a chance of 5e-4.
  if (Math.abs(fraction) < 0.14) expect(offset).toBe(0);
  expect([0, -Math.sign(fraction)]).toContain(offset);
  return offset;
}

describe.skipIf(!hasProduct)('products and maps of sim: and emu:', () => {
  const twins = twinsForEach();

  it('ideal boards give the same products, bit for bit', async () => {
    const made = await twins('ideal', 7);
    await programmed(made, 1);
    const random = RandomStream.from(2, 'vectors');
    for (const columnMode of ['single', 'differential'] as const)
      for (const inputBits of [1, 4, 8]) {
        const inputs = Uint8Array.from({ length: 20 * SIZE }, () => random.integer(1 << inputBits));
        const plan = { tile: 0, rows: SIZE, cols: SIZE, inputBits, columnMode, inputs };
        const { sim, emu } = await made.both((board) => board.multiply(plan));
        expect(emu.shift).toBe(sim.shift);
        expect(emu.clipped).toBe(sim.clipped);
        expect([...emu.results]).toEqual([...sim.results]);
      }
  });

  it('ideal boards give the same map, to the wires', async () => {
    const made = await twins('ideal', 7);
    await programmed(made, 3);
    const { sim, emu } = await made.both((board) => board.readMap({ averages: 2 }));
    // Floats of the same codes: the firmware divides in single precision.
    for (const [k, ohm] of sim.entries()) expect(Math.abs(emu[k]! / ohm - 1)).toBeLessThan(1e-6);
  });

  it('one-bit products of a typical board: noise, and an offset of a whole code in a few columns', async () => {
    const made = await twins('typical', 7);
    await programmed(made, 4);
    const vectors = 1500;
    const random = RandomStream.from(5, 'vectors');
    const inputs = Uint8Array.from({ length: vectors * SIZE }, () => random.integer(2));
    const plan = { tile: 0, rows: SIZE, cols: SIZE, inputBits: 1, columnMode: 'single', inputs } as const;
    const { sim, emu } = await made.both((board) => board.multiply(plan));
    expect([sim.shift, emu.shift]).toEqual([0, 0]);
    const half = Array.from({ length: SIZE }, (_, row) => row);
    let off = 0;
    for (let col = 0; col < SIZE; col++) {
      const differences = Array.from(
        { length: vectors },
        (_, k) => emu.results[k * SIZE + col]! - sim.results[k * SIZE + col]!,
      );
      // On average half of the rows are on.
      const { noiseVariance } = made.parts.array.unit.converters;
      const variance = (codeVariance(made, 'mac', half, col) - noiseVariance) / 2 + noiseVariance + 1 / 12;
      // The wires take a few per cent off the cells' noise, which the bound on the standard deviation allows for.
      if (expectColumn(made, col, differences, Math.sqrt(2 * variance), 0.02) !== 0) off++;
    }
    expect(off).toBeLessThan(SIZE / 4);
  });

  it('eight-bit products of a typical board, one vector at a time and as a stream', async () => {
    const made = await twins('typical', 9);
    await programmed(made, 6);
    const vectors = 200;
    const random = RandomStream.from(7, 'vectors');
    const inputs = Uint8Array.from({ length: vectors * SIZE }, () => random.integer(256));
    const plan = { tile: 0, rows: SIZE, cols: SIZE, inputBits: 8, columnMode: 'single', inputs } as const;
    const { sim, emu } = await made.both((board) => board.multiply(plan));
    expect([sim.shift, emu.shift]).toEqual([4, 4]);
    expect([sim.clipped, emu.clipped]).toEqual([0, 0]);
    // Σ over planes of 4^b, for the noise; Σ of 2^b, for an offset that is one off; both before the shift by four.
    const [squares, whole] = [21845, 255];
    const { noiseVariance } = made.parts.array.unit.converters;
    const all = Array.from({ length: SIZE }, (_, row) => row);
    for (let col = 0; col < SIZE; col++) {
      const variance = (codeVariance(made, 'mac', all, col) - noiseVariance) / 2 + noiseVariance + 1 / 12;
      // The shift rounds down: another 1/12.
      const sd = Math.sqrt(2 * ((squares * variance) / 256 + 1 / 12));
      const differences = Array.from(
        { length: vectors },
        (_, k) => emu.results[k * SIZE + col]! - sim.results[k * SIZE + col]!,
      );
      const { mean, sd: seen } = moments(differences);
      const offset = Math.round(mean / (whole / 16));
      expect(Math.abs(offset)).toBeLessThanOrEqual(1);
      expect(Math.abs(mean - (offset * whole) / 16)).toBeLessThan((Z * sd) / Math.sqrt(vectors) + 0.02 * (whole / 16));
      expect(seen / sd).toBeGreaterThan(1 - Z / Math.sqrt(2 * vectors) - 0.05);
      expect(seen / sd).toBeLessThan(1 + Z / Math.sqrt(2 * vectors) + 0.05);
    }
  });

  it('resistance maps of a typical board', async () => {
    const made = await twins('typical', 7);
    await programmed(made, 8);
    const averages = 64;
    const { sim, emu } = await made.both((board) => board.readMap({ averages }));
    const { drive } = await made.sim.getState();
    // What the mean code above the offset was, from the resistance.
    const code = (ohm: number): number => (1e6 * codesPerMicrosiemens(drive.readV, 'cell')) / ohm;
    for (let col = 0; col < SIZE; col++) {
      const differences = Array.from(
        { length: SIZE },
        (_, row) => code(emu[row * SIZE + col]!) - code(sim[row * SIZE + col]!),
      );
      const variances = Array.from({ length: SIZE }, (_, row) => codeVariance(made, 'cell', [row], col) + 1 / 12);
      const sd = Math.sqrt((2 * moments(variances).mean) / averages);
      const offset = expectColumn(made, col, differences, sd, 0.02);
      // Cell by cell: the offset, and noise.
      for (const [row, difference] of differences.entries())
        expect(Math.abs(difference - offset)).toBeLessThan(6 * Math.sqrt((2 * variances[row]!) / averages) + 0.02);
    }
  });
});
