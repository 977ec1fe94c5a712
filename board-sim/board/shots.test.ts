import { describe, expect, it } from 'vitest';
import { CellCondition } from '../array/index.js';
import { spindrift, u64ToNumber } from '../../proto/index.js';
import { BOOT_DRIVE } from './drive.js';
import { TestHost, bodyOf } from './testing/test-host.js';
import { shotSeconds } from './timings.js';

const { Initialise, MapQuantity } = spindrift.v1;

describe('a shot', () => {
  it('takes what the pulse program takes', () => {
    expect(shotSeconds(0.5e-9, 80e-9, 208e-9, 1)).toBeCloseTo(656e-9, 12);
    expect(shotSeconds(16e-9, 80e-9, 208e-9, 1)).toBeCloseTo(656e-9, 12);
    expect(shotSeconds(32e-9, 80e-9, 208e-9, 1)).toBeCloseTo(672e-9, 12);
    expect(shotSeconds(32e-9, 80e-9, 208e-9, 3)).toBeCloseTo(3 * 672e-9, 12);
    // A pulse of a microsecond may fill a tenth of the time at most.
    expect(shotSeconds(1e-6, 80e-9, 208e-9, 1)).toBeCloseTo(10e-6, 12);
  });
});

describe('shots', () => {
  it('come inline, row by row, and agree with the states they leave', () => {
    const host = new TestHost().arm();
    const plan = { rowMask: Uint8Array.of(0b0000_1010), colMask: Uint8Array.of(0xff, 0x0f), shots: 5 };
    const reply = host.expect('runShots', { plan }, 'runShotsReply');
    expect(reply.count).toBe(2 * 5 * 12);
    const bit = (k: number): number => (reply.outcomes[k >> 3]! >> (k & 7)) & 1;
    const { state } = host.board.core.hardware.unit(0).cells;
    for (let c = 0; c < 12; c++) {
      expect(bit(4 * 12 + c)).toBe(state[1 * 16 + c]); // last shot of row 1
      expect(bit(9 * 12 + c)).toBe(state[3 * 16 + c]); // last shot of row 3
    }
    let ones = 0;
    for (let k = 0; k < reply.count; k++) ones += bit(k);
    expect(reply.ones).toBe(ones);
    expect(reply.boardTimeUs).toBe(Math.round(1e6 * 2 * (3.6e-6 + 5 * 672e-9)));
  });

  it("switch with the cell's own probability for its start state", () => {
    const host = new TestHost({ cols: 64 }).arm();
    const drive = { ...BOOT_DRIVE, amplitudeUv: 720_000, widthPs: 800 };
    host.configHash = host.expect('setConfig', { config: drive }, 'setConfigReply').configHash;
    const { hardware } = host.board.core;
    const { cells } = hardware.unit(0);
    for (const [initialise, start] of [
      [Initialise.INITIALISE_P, 'P'],
      [Initialise.INITIALISE_AP, 'AP'],
    ] as const) {
      const shots = 4000;
      const data = host.drain('openShots', {
        plan: { rowMask: Uint8Array.of(1), colMask: Uint8Array.of(7), shots, initialise },
      });
      const { widthS, fieldAPerM } = hardware.rowDrive(0);
      for (let c = 0; c < 3; c++) {
        const cell = {
          hkAPerM: cells.hk[c]!,
          vcmaSlopeAPerMPerV: cells.vcmaSlope[c]!,
          hzAPerM: cells.strayField[c]! + fieldAPerM,
        };
        const p = hardware.table.probability(cell, start, drive.amplitudeUv / 1e6, widthS);
        let switched = 0;
        for (let shot = 0; shot < shots; shot++) {
          const k = shot * 3 + c;
          const one = (data[k >> 3]! >> (k & 7)) & 1;
          if (one !== (start === 'P' ? 0 : 1)) switched++;
        }
        // Binomial, 5σ: false alarm 6e-7 for each of the six.
        expect(Math.abs(switched / shots - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / shots) + 1e-3);
      }
    }
  });

  it('may pulse several times before a read, or not at all', () => {
    const host = new TestHost({ scenario: 'ideal' }).arm();
    const off = { ...BOOT_DRIVE, amplitudeUv: 0 };
    host.configHash = host.expect('setConfig', { config: off }, 'setConfigReply').configHash;
    const still = host.expect(
      'runShots',
      { plan: { shots: 4, pulsesPerShot: 3, initialise: Initialise.INITIALISE_AP } },
      'runShotsReply',
    );
    expect(still.ones).toBe(still.count);
    const { counts, energy } = host.board.core.hardware.meters;
    expect(counts.rowPulses).toBeGreaterThanOrEqual(16 * 4 * 3);
    expect(energy.pulseJoule.value).toBe(0);
  });

  it('come as a stream of any length, in order of row, shot, column', () => {
    const host = new TestHost().arm();
    const id = host.send('openShots', { plan: { shots: 100, colMask: Uint8Array.of(0xff, 0x01) }, blockBytes: 100 });
    host.credit(id, 1000);
    const final = host.final(id);
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.items)).toBe(16 * 100);
    const bits = 16 * 100 * 9;
    const data = host.dataOf(id);
    expect(data.length).toBe(Math.ceil(bits / 8));
    const { state } = host.board.core.hardware.unit(0).cells;
    for (let row = 0; row < 16; row++)
      for (let c = 0; c < 9; c++) {
        const k = (row * 100 + 99) * 9 + c;
        expect((data[k >> 3]! >> (k & 7)) & 1).toBe(state[row * 16 + c]);
      }
  });

  it('are limited', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    expect(host.ask('runShots', { plan: { shots: 1 } }).detail).toMatch(/inline_bits = 2048/);
    expect(host.status('openShots', { plan: { shots: 2 ** 20 + 1 } })).toBe('OUT_OF_RANGE');
    expect(host.status('openShots', { plan: { shots: 0 } })).toBe('OUT_OF_RANGE');
    expect(host.status('openShots', { plan: { shots: 1, pulsesPerShot: 17 } })).toBe('OUT_OF_RANGE');
    expect(host.status('openShots', { plan: { shots: 1, initialise: 7 } })).toBe('INVALID_ARGUMENT');
    expect(host.status('openShots', {})).toBe('INVALID_ARGUMENT');
  });
});

describe('a resistance map', () => {
  const floats = (data: Uint8Array): Float32Array => new Float32Array(data.slice().buffer);

  it("shows each cell's resistance in its present state", () => {
    const host = new TestHost().arm();
    const map = floats(host.drain('openReadMap', { averages: 16 }));
    const { cells } = host.board.core.hardware.unit(0);
    expect(map).toHaveLength(256);
    // Converter gain (0.2 %), noise and rounding (0.3 LSB of 160): 2 % holds with a wide margin.
    map.forEach((ohm, cell) => expect(Math.abs(ohm / cells.resistance(cell, 0.1) - 1)).toBeLessThan(0.02));
    const { counts } = host.board.core.hardware.meters;
    expect(counts.cellReads).toBe(256 * 16);
    expect(counts.adcConversions).toBe(16 * 16 * 16);
  });

  it('is Infinity for open cells and low for shorts', () => {
    const host = new TestHost({ scenario: 'broken', rows: 64, cols: 64 }).arm();
    const map = floats(host.drain('openReadMap', {}));
    const { cells } = host.board.core.hardware.unit(0);
    map.forEach((ohm, cell) => {
      if (cells.condition[cell] === CellCondition.open) expect(ohm).toBe(Infinity);
      if (cells.condition[cell] === CellCondition.short) expect(ohm).toBeLessThan(10_000);
    });
  });

  it('gives codes as well, for chosen lines', () => {
    const host = new TestHost().arm();
    const data = host.drain('openReadMap', {
      rowMask: Uint8Array.of(4),
      colMask: Uint8Array.of(0, 3),
      quantity: MapQuantity.MAP_QUANTITY_CODE,
    });
    const codes = new Uint16Array(data.slice().buffer);
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code).toBeGreaterThan(2100);
  });

  it('takes the time of its scans', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    host.drain('openReadMap', { averages: 64 });
    expect(host.board.core.hardware.meters.busy.arrayS).toBeCloseTo(64 * (64 * 20.3e-6 + 5e-6), 6);
  });
});

describe('self tests', () => {
  it('pass on a good board and find a broken one', () => {
    const good = new TestHost();
    good.hello();
    expect(good.expect('selfTest', {}, 'selfTestReply')).toMatchObject({ testsRun: 5, testsFailed: 0, testsTotal: 5 });
    const bad = new TestHost({ scenario: 'broken', rows: 64, cols: 64 });
    bad.hello();
    const id = bad.send('selfTest', { mask: 1 << 4 });
    const answers = bad.answers(id);
    expect(answers).toHaveLength(2);
    const result = bodyOf(answers[0]!, 'selfTestReply').result!;
    expect(result).toMatchObject({ name: 'dead cells', pass: false });
    expect(result.measured).toBeGreaterThan(result.high);
    expect(bad.status('selfTest', { mask: 1 << 20 })).toBe('OUT_OF_RANGE');
  });
});
