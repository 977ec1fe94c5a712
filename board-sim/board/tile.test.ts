import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { BlockFlag, crc32, u64ToNumber } from '../../proto/index.js';
import { CellCondition, codesPerMicrosiemens } from '../array/index.js';
import { SwitchingTable } from '../device/index.js';
import { TestHost, bodyOf, statusName } from './testing/test-host.js';
import { WRITE_DRIVE } from './tile-writer.js';
import { nominalCell } from '../array-unit/index.js';

function pattern(count: number, seed = 1): Uint8Array {
  const stream = RandomStream.from(seed, 'pattern');
  return Uint8Array.from({ length: count }, () => stream.nextU32() >>> 31);
}

function inputsOf(count: number, bits: number): Uint8Array {
  const stream = RandomStream.from(2, 'inputs');
  return Uint8Array.from({ length: count }, () => stream.nextU32() & (2 ** bits - 1));
}

describe('programming', () => {
  it('uses a pulse that nearly always switches, also cells two σ off', () => {
    const cell = nominalCell(new TestHost().board.core.scenario);
    for (const hk of [0.96, 1, 1.04])
      for (const start of ['P', 'AP'] as const)
        expect(
          SwitchingTable.standard().probability(
            { hkAPerM: cell.hkAPerM * hk, vcmaSlopeAPerMPerV: cell.vcmaSlopeAPerMPerV, hzAPerM: 100 },
            start,
            WRITE_DRIVE.amplitudeV,
            WRITE_DRIVE.widthS,
          ),
        ).toBeGreaterThan(0.9);
  });

  it('leaves every cell as wanted, and counts its pulses', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    const cells = pattern(4096);
    const { state } = host.board.core.hardware.unit(0).cells;
    const wrong = state.reduce((sum, bit, k) => sum + (bit === cells[k] ? 0 : 1), 0);
    const reply = bodyOf(host.program(cells, 64, 64, 8, crc32(cells)), 'programTileReply');
    expect(reply.cellsFailed).toBe(0);
    expect([...state]).toEqual([...cells]);
    expect(reply.writeAttempts).toBeGreaterThanOrEqual(wrong);
    expect(reply.writeAttempts).toBeLessThan(1.2 * wrong);
    const { counts, energy } = host.board.core.hardware.meters;
    expect(counts.cellWrites).toBe(4096);
    expect(counts.writeAttempts).toBe(reply.writeAttempts);
    // Some 45 fJ a pulse: 1.45 V over 51 to 57 kΩ for 1.18 ns.
    expect(energy.write.value / reply.writeAttempts).toBeGreaterThan(40e-15);
    expect(energy.write.value / reply.writeAttempts).toBeLessThan(50e-15);
    expect(u64ToNumber(reply.boardTimeUs)).toBeGreaterThan(reply.writeAttempts * 4.2);
  });

  it('costs no pulse when the states are right already', () => {
    const host = new TestHost().arm();
    const cells = pattern(256);
    host.program(cells, 16, 16, 20, crc32(cells));
    const again = bodyOf(host.program(cells, 16, 16, 20, crc32(cells)), 'programTileReply');
    expect(again).toMatchObject({ cellsFailed: 0, writeAttempts: 0 });
  });

  it('reports stuck cells as failed', () => {
    const host = new TestHost({ scenario: 'broken', rows: 64, cols: 64 }).arm();
    const cells = pattern(4096);
    const { condition, state } = host.board.core.hardware.unit(0).cells;
    const reply = bodyOf(host.program(cells, 64, 64, 30, crc32(cells)), 'programTileReply');
    let expected = 0;
    condition.forEach((code, k) => {
      if (code !== CellCondition.good && state[k] !== cells[k]) expected++;
    });
    expect(reply.cellsFailed).toBe(expected);
    expect(expected).toBeGreaterThan(20);
  });

  it('writes nothing when data is wrong, short or too much', () => {
    const host = new TestHost().arm();
    const cells = pattern(256);
    const before = host.board.core.hardware.unit(0).cells.state.slice();
    expect(statusName(host.program(cells, 16, 16, 1, 123))).toBe('DATA_LOSS');
    const two = cells.slice();
    two[7] = 2;
    expect(statusName(host.program(two, 16, 16, 1, crc32(two)))).toBe('INVALID_ARGUMENT');
    const id = host.send('programTile', { window: { rows: 16, cols: 16 }, dataCrc32: crc32(cells) });
    host.up(id, cells.subarray(0, 100), BlockFlag.END);
    expect(statusName(host.final(id))).toBe('INVALID_ARGUMENT');
    const more = host.send('programTile', { window: { rows: 4, cols: 4 } });
    host.up(more, cells);
    expect(statusName(host.final(more))).toBe('INVALID_ARGUMENT');
    expect(host.board.core.hardware.unit(0).cells.state).toEqual(before);
  });

  it('refuses windows beyond the array', () => {
    const host = new TestHost({ tiles: 2 }).arm();
    expect(host.ask('programTile', { window: { rows: 17, cols: 1 } }).detail).toMatch(/rows.*16.*17/);
    expect(host.status('programTile', { window: { tile: 2, rows: 1, cols: 1 } })).toBe('OUT_OF_RANGE');
    expect(host.status('programTile', { window: { rows: 1, cols: 1 }, verifyPasses: 33 })).toBe('OUT_OF_RANGE');
    expect(host.status('programTile', {})).toBe('INVALID_ARGUMENT');
  });
});

describe('multiplying', () => {
  const plan = { window: { rows: 16, cols: 16 }, inputBits: 4, columnMode: 2 };

  it('is exact on an ideal board, up to rounding in the converter', () => {
    const host = new TestHost({ scenario: 'ideal' }).arm();
    const cells = pattern(256);
    host.program(cells, 16, 16, 20, crc32(cells));
    const inputs = inputsOf(16, 4);
    const reply = host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply');
    const results = new Int16Array(reply.results.slice().buffer);
    expect(results).toHaveLength(8);
    expect([reply.shift, reply.clipped]).toEqual([0, 0]);
    const { cells: array } = host.board.core.hardware.unit(0);
    const step = (array.conductance(0, 0, 0.1) - array.conductance(0, 1, 0.1)) * 1e6 * codesPerMicrosiemens(0.1, 'mac');
    for (let j = 0; j < 8; j++) {
      let product = 0;
      for (let r = 0; r < 16; r++) product += inputs[r]! * (cells[r * 16 + 2 * j + 1]! - cells[r * 16 + 2 * j]!);
      // Four planes of two conversions, each rounded by half a code at most, weights 1 to 8.
      expect(Math.abs(results[j]! - product * step)).toBeLessThan(15.1);
    }
  });

  it('streams any number of vectors: one block of results for each block of inputs', () => {
    const host = new TestHost().arm();
    const inputs = inputsOf(16 * 100, 4);
    const id = host.send('openMultiply', { plan, count: 100 });
    const opened = bodyOf(host.answers(id)[0]!, 'streamOpened');
    expect(opened).toMatchObject({ shift: 0, valuesPerItem: 8, lossless: true });
    expect(opened.upBlockBytes % 16).toBe(0);
    expect(opened.upBlockBytes).toBeLessThanOrEqual(65_520);
    // Without downward credit the board waits; with it every waiting block is answered in order.
    host.up(id, inputs.subarray(0, 16 * 30));
    host.up(id, inputs.subarray(16 * 30, 16 * 31));
    expect(host.blocksOf(id)).toHaveLength(0);
    host.credit(id, 1);
    expect(host.blocksOf(id).map((block) => block.data.length)).toEqual([30 * 16]);
    host.credit(id, 10);
    host.up(id, inputs.subarray(16 * 31));
    expect(host.blocksOf(id).map((block) => block.data.length)).toEqual([30 * 16, 16, 69 * 16]);
    const final = host.final(id);
    expect(statusName(final)).toBe('OK');
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.items)).toBe(100);
    // The same vectors one by one, from the same counter, give the same results.
    const other = new TestHost().arm();
    const single: number[] = [];
    for (let k = 0; k < 5; k++) {
      const reply = other.expect(
        'multiplyVector',
        { plan, inputs: inputs.subarray(16 * k, 16 * k + 16) },
        'multiplyVectorReply',
      );
      single.push(...new Int16Array(reply.results.slice().buffer));
    }
    expect([...new Int16Array(host.dataOf(id).slice(0, 80).buffer)]).toEqual(single);
  });

  it('ends with END, and without a count', () => {
    const host = new TestHost().arm();
    const id = host.send('openMultiply', { plan });
    host.credit(id, 4);
    host.up(id, inputsOf(32, 4));
    host.up(id, new Uint8Array(0), BlockFlag.END);
    expect(statusName(host.final(id))).toBe('OK');
    expect(host.blocksOf(id).map((block) => block.flags & BlockFlag.END)).toEqual([0, 1]);
  });

  it('refuses inputs of too many bits, half vectors, and more than was announced', () => {
    const host = new TestHost().arm();
    expect(host.status('multiplyVector', { plan, inputs: new Uint8Array(16).fill(16) })).toBe('INVALID_ARGUMENT');
    expect(host.status('multiplyVector', { plan, inputs: new Uint8Array(15) })).toBe('INVALID_ARGUMENT');
    const half = host.send('openMultiply', { plan });
    host.credit(half, 4);
    host.up(half, new Uint8Array(17));
    expect(statusName(host.final(half))).toBe('INVALID_ARGUMENT');
    const more = host.send('openMultiply', { plan, count: 1 });
    host.credit(more, 4);
    host.up(more, new Uint8Array(32));
    expect(statusName(host.final(more))).toBe('INVALID_ARGUMENT');
    expect(host.board.core.hardware.meters.counts.mvms).toBe(0);
  });

  it('refuses plans that cannot be', () => {
    const host = new TestHost().arm();
    const bad = (changes: object): string => host.status('openMultiply', { plan: { ...plan, ...changes } });
    expect(bad({ inputBits: 0 })).toBe('OUT_OF_RANGE');
    expect(bad({ inputBits: 9 })).toBe('OUT_OF_RANGE');
    expect(bad({ repeats: 65 })).toBe('OUT_OF_RANGE');
    expect(bad({ window: { rows: 16, cols: 15 } })).toBe('INVALID_ARGUMENT');
    expect(bad({ columnMode: 5 })).toBe('INVALID_ARGUMENT');
    expect(bad({ adcRange: 5 })).toBe('INVALID_ARGUMENT');
    expect(bad({ window: { rowFirst: 9, rows: 8, cols: 16 } })).toBe('OUT_OF_RANGE');
    expect(host.status('openMultiply', {})).toBe('INVALID_ARGUMENT');
  });

  it('books planes, conversions, time and the static energy', () => {
    const host = new TestHost({ rows: 64, cols: 64, scenario: 'ideal' }).arm();
    const cells = new Uint8Array(4096);
    host.program(cells, 64, 64, 20, crc32(cells));
    const { meters } = host.board.core.hardware;
    const before = meters.seconds;
    const inputs = new Uint8Array(64).fill(255);
    const all = { window: { rows: 64, cols: 64 }, inputBits: 8, columnMode: 1 };
    const reply = host.expect('multiplyVector', { plan: all, inputs }, 'multiplyVectorReply');
    expect(meters.counts).toMatchObject({ planes: 8, mvms: 1, adcConversions: 8 * 64 });
    expect(meters.seconds - before).toBeCloseTo(8 * 21.4e-6, 9);
    expect(reply.shift).toBe(4);
    // 64 × 64 parallel cells at 0.1 V for 171 µs: 4096 × 0.196 µW.
    const { resistanceP } = host.board.core.hardware.unit(0).cells.nominal;
    expect(meters.energy.mvmStatic.value / ((4096 * 0.01) / resistanceP) / (8 * 21.4e-6)).toBeCloseTo(1, 3);
    expect(reply.clipped).toBe(8 * 64); // 64 × 1.96 µA is just beyond full scale
  });

  it('sees what bits did to the tile in between', () => {
    const host = new TestHost({ scenario: 'ideal' }).arm();
    const cells = pattern(256);
    host.program(cells, 16, 16, 20, crc32(cells));
    const inputs = inputsOf(16, 4);
    const first = host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply').results.slice();
    expect(host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply').results).toEqual(first);
    host.drain('openShots', { plan: { shots: 10 } });
    expect(host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply').results).not.toEqual(first);
    host.program(cells, 16, 16, 20, crc32(cells));
    expect(host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply').results).toEqual(first);
    expect(host.board.core.hardware.tiles.counts).toMatchObject({ hits: 2, misses: 2 });
  });
});
