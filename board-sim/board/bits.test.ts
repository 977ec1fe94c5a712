import { describe, expect, it } from 'vitest';
import { BlockFlag, UNLIMITED_CREDIT, spindrift, toU64, u64ToNumber } from '../../proto/index.js';
import { debiasPairs, foldShots, packBits } from './bit-folding.js';
import { BOOT_DRIVE } from './drive.js';
import { TestHost, statusName } from './testing/test-host.js';

const { BitMode, Overflow } = spindrift.v1;

function bitsOf(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, k) => (byte >> k) & 1));
}

const share = (bits: readonly number[]): number => bits.reduce((sum, bit) => sum + bit, 0) / bits.length;

describe('folding and packing', () => {
  it('XORs columns that lie far apart', () => {
    const outcomes = Uint8Array.of(1, 0, 1, 1, 0, 0, 1, 0);
    expect(foldShots(outcomes, 2, 4, 1)).toBe(2);
    expect([...outcomes.subarray(0, 4)]).toEqual([0, 1, 1, 0]);
    expect(foldShots(outcomes, 2, 2, 1)).toBe(1);
    expect([...outcomes.subarray(0, 2)]).toEqual([1, 1]);
  });

  it('takes the first of two that differ', () => {
    // Columns: 01, 10, 11, 00.
    const outcomes = Uint8Array.of(0, 1, 1, 0, 1, 0, 1, 0);
    expect(debiasPairs(outcomes, 2, 4)).toBe(2);
    expect([...outcomes.subarray(0, 2)]).toEqual([0, 1]);
  });

  it('packs at any place', () => {
    const out = new Uint8Array(3);
    packBits(Uint8Array.of(1, 0, 1), 0, 3, out, 0, 0);
    packBits(Uint8Array.of(9, 1, 1, 1, 1, 1, 1, 1, 1, 1), 1, 9, out, 0, 3);
    expect([...out]).toEqual([0b11111101, 0b00001111, 0]);
  });
});

describe('the bit stream', () => {
  it('gives exactly the bits asked for, all marked not entropy, the last block with END', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', { totalBits: toU64(100_001), blockBytes: 1024 });
    const opened = host.answers(id)[0]!;
    expect(opened.body === 'streamOpened' && opened.streamOpened.blockBytes).toBe(1024);
    host.credit(id, 100);
    const blocks = host.blocksOf(id);
    expect(blocks.map((block) => block.seq)).toEqual(blocks.map((_, k) => k));
    expect(blocks.every((block) => (block.flags & BlockFlag.NOT_ENTROPY) !== 0)).toBe(true);
    expect(blocks.filter((block) => (block.flags & BlockFlag.END) !== 0)).toEqual([blocks.at(-1)]);
    const bits = blocks.reduce((sum, block) => sum + 8 * block.data.length - block.tail, 0);
    expect(bits).toBe(100_001);
    const final = host.final(id);
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.blocks)).toBe(blocks.length);
  });

  it('stands still without credit and says so on the next block', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', {});
    expect(host.blocksOf(id)).toHaveLength(0);
    host.credit(id, 2);
    host.credit(id, 1);
    expect(host.blocksOf(id).map((block) => (block.flags & BlockFlag.PAUSED) !== 0)).toEqual([false, false, true]);
    host.credit(id, 1);
    host.notify('streamClose', { streamId: id });
    const final = host.final(id);
    expect(statusName(final)).toBe('OK');
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.dropped)).toBe(0);
  });

  it('is fair and without memory at the settings after boot', () => {
    // 2^20 bits: σ of the share 0.0005, plus the factory trim\'s own error; the limit is 5σ of both together.
    const host = new TestHost({ rows: 64, cols: 64, seed: 3 }).arm();
    const bits = bitsOf(host.drain('openBits', { totalBits: toU64(2 ** 20), controller: true }));
    expect(Math.abs(share(bits) - 0.5)).toBeLessThan(0.004);
    // Neighbouring shots of one cell: bit k and k + 64 inside a dwell.
    let same = 0;
    let pairs = 0;
    for (let k = 0; k + 64 < bits.length; k++) {
      if (k % 4096 >= 4032) continue;
      same += bits[k] === bits[k + 64] ? 1 : 0;
      pairs++;
    }
    expect(Math.abs(same / pairs - 0.5)).toBeLessThan(0.01);
  });

  it('is the same for the same seed and requests, whatever else is asked meanwhile', () => {
    const plain = new TestHost({ seed: 5 }).arm();
    const busy = new TestHost({ seed: 5 }).arm();
    const first = plain.drain('openBits', { totalBits: toU64(40_000), controller: true });
    busy.clock.advance(100);
    const id = busy.send('openBits', { totalBits: toU64(40_000), controller: true });
    while (!busy.answers(id).some((reply) => reply.end)) {
      busy.credit(id, 1);
      busy.ask('openTelemetry', { periodMs: 20, count: 1 });
      busy.ask('getState');
      busy.clock.advance(0.3);
    }
    expect(busy.dataOf(id)).toEqual(first);
    expect(new TestHost({ seed: 6 }).arm().drain('openBits', { totalBits: toU64(40_000) })).not.toEqual(first);
    expect(busy.board.core.hardware.meters.seconds).toBe(plain.board.core.hardware.meters.seconds);
  });

  it('folds on the board: fewer, fairer bits', () => {
    const host = new TestHost({ cols: 64 }).arm();
    const id = host.send('openBits', { totalBits: toU64(8192), xorStages: 3 });
    host.credit(id, 100);
    const final = host.final(id);
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.items)).toBe(8 * 8192);
    expect(host.status('openBits', { xorStages: 4 })).toBe('OUT_OF_RANGE');
    expect(new TestHost({ cols: 20 }).arm().status('openBits', { xorStages: 3 })).toBe('INVALID_ARGUMENT');
  });

  it('debiases on the board', () => {
    const host = new TestHost().arm();
    const bits = bitsOf(host.drain('openBits', { totalBits: toU64(50_000), mode: BitMode.BIT_MODE_VON_NEUMANN })).slice(
      0,
      50_000,
    );
    expect(Math.abs(share(bits) - 0.5)).toBeLessThan(5 * (0.5 / Math.sqrt(50_000)));
  });

  it('refuses what cannot be', () => {
    const host = new TestHost().arm();
    expect(host.status('openBits', { rowMask: Uint8Array.of(0, 0, 1) })).toBe('OUT_OF_RANGE');
    expect(host.status('openBits', { rowMask: Uint8Array.of(0) })).toBe('OUT_OF_RANGE');
    expect(host.status('openBits', { tile: 1 })).toBe('OUT_OF_RANGE');
    expect(host.status('openBits', { blockBytes: 65_521 })).toBe('OUT_OF_RANGE');
    expect(host.status('openBits', { mode: 9 })).toBe('INVALID_ARGUMENT');
  });

  it('calls a dead source dead', () => {
    const host = new TestHost({ scenario: 'broken' }).arm();
    // Row 5 is open: every outcome is 1, and debiasing leaves nothing.
    const id = host.send('openBits', { rowMask: Uint8Array.of(32), mode: BitMode.BIT_MODE_VON_NEUMANN });
    host.credit(id, 1);
    expect(statusName(host.final(id))).toBe('UNHEALTHY');
  });

  it('drops and counts what nobody takes, when it may', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', { overflow: Overflow.OVERFLOW_DROP, blockBytes: 4096 });
    host.credit(id, 4);
    expect(host.blocksOf(id)).toHaveLength(4);
    host.clock.advance(0.15); // at some 1.2 MB/s that makes 44 blocks; the ring keeps 16
    host.credit(id, 4);
    const blocks = host.blocksOf(id);
    expect(blocks).toHaveLength(8);
    expect(blocks[4]!.flags & BlockFlag.GAP).toBe(BlockFlag.GAP);
    const lost = blocks[4]!.seq - 4;
    expect(lost).toBeGreaterThan(20);
    expect(lost).toBeLessThan(32);
    host.notify('streamClose', { streamId: id });
    const final = host.final(id);
    expect(final.body === 'streamStats' && u64ToNumber(final.streamStats.dropped)).toBe(lost);
    expect(host.board.core.blocksDropped).toBe(lost);
  });

  it('goes on in turns of its own while credit is without limit, and holds for the transport', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', { overflow: Overflow.OVERFLOW_DROP, blockBytes: 16_384 });
    host.credit(id, UNLIMITED_CREDIT);
    const first = host.blocksOf(id).length;
    host.turn();
    expect(host.blocksOf(id).length).toBe(2 * first);
    host.writable = false;
    host.turn();
    expect(host.blocksOf(id).length).toBe(2 * first + 1); // the one that filled the pipe
    expect(host.deferred).toHaveLength(0);
    host.writable = true;
    host.board.drained?.();
    expect(host.blocksOf(id).length).toBeGreaterThan(2 * first + 1);
    expect(host.status('makeSafe')).toBe('OK');
  });

  it('takes the time of the slower of array and USB', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    host.drain('openBits', { totalBits: toU64(8 * 4096 * 10) });
    const { meters } = host.board.core.hardware;
    expect(meters.seconds).toBeCloseTo((10 * (4096 + 28)) / 1.216e6, 6);
    // 8 dwells a block: 64 shots of 672 ns (30 ns pulse: four cycles) and a row change each.
    expect(meters.busy.arrayS).toBeCloseTo(80 * (64 * 672e-9 + 3.6e-6), 9);
    const slow = new TestHost({ rows: 64, cols: 64 }).arm();
    slow.drain('openBits', { totalBits: toU64(8 * 4096), rateLimit: 1000 });
    expect(slow.board.core.hardware.meters.seconds).toBeCloseTo(4.096, 6);
  });

  it('books every pulse and its energy', () => {
    const host = new TestHost({ rows: 64, cols: 64, scenario: 'ideal' }).arm();
    host.drain('openBits', { totalBits: toU64(4096 * 100) });
    const { counts, energy } = host.board.core.hardware.meters;
    expect(counts).toMatchObject({
      cellPulses: 409_600,
      rowPulses: 6400,
      cellReads: 409_600,
      comparatorReads: 409_600,
      bitsOut: 409_600,
    });
    expect(energy.pulseCharge.value / 409_600).toBeCloseTo(173.45e-18 * 1.6 ** 2, 18);
    // V² t × the mean conductance of P and AP at 1.6 V (TMR 10.7 %): 1.6 V, 30 ns, 50.9 kΩ.
    const { resistanceP } = host.board.core.hardware.unit(0).cells.nominal;
    const mean = (1.6 ** 2 * 30e-9 * (1 + 1 / 1.1068)) / (2 * resistanceP);
    expect(energy.pulseJoule.value / 409_600 / mean).toBeCloseTo(1, 2);
  });
});

describe('the controller', () => {
  it('holds every row within half a per cent under injected drift, in width and in field', () => {
    // A short precessional pulse, where the width decides; each row starts 15 ps off (σ) and all drift on.
    const host = new TestHost({
      rows: 4,
      cols: 64,
      seed: 11,
      scenario: {
        ...typicalWith({ widthSPerS: 40e-12, fieldAPerMPerS: 20 }),
        rowSkewS: 15e-12,
      },
    }).arm();
    const drive = { ...BOOT_DRIVE, amplitudeUv: 1_600_000, widthPs: 1720 };
    host.configHash = host.expect('setConfig', { config: drive }, 'setConfigReply').configHash;
    const { hardware } = host.board.core;
    host.drain('openBits', { totalBits: toU64(4 * 16_384 * 30), controller: true });
    // Measure each row on its own, with the loop still closed.
    for (let row = 0; row < 4; row++) {
      const mask = Uint8Array.of(1 << row);
      const bits = bitsOf(host.drain('openBits', { rowMask: mask, totalBits: toU64(262_144), controller: true }));
      let toggles = 0;
      for (let k = 64; k < bits.length; k++) toggles += bits[k] === bits[k - 64] ? 0 : 1;
      // 262 144 outcomes: σ 0.001; trim noise 0.0015; half a step of 5 ps adds up to 0.002.
      expect(Math.abs(toggles / (bits.length - 64) - 0.5)).toBeLessThan(0.005);
      expect(Math.abs(share(bits) - 0.5)).toBeLessThan(0.005);
    }
    const { saturatedRows, coilSaturated } = hardware.controller.state;
    expect([saturatedRows, coilSaturated]).toEqual([0, false]);
    expect(hardware.controller.state.rowTrimsPs.some((trim) => trim !== 0)).toBe(true);
  });

  it('says so when a knob is at its end, and flags the bits', () => {
    const host = new TestHost({
      rows: 4,
      cols: 64,
      scenario: typicalWith({ widthSPerS: 0, fieldAPerMPerS: 50_000 }),
    }).arm();
    host.drain('openBits', { totalBits: toU64(262_144 * 12), controller: true, blockBytes: 65_520 });
    expect(host.board.core.hardware.controller.state.coilSaturated).toBe(true);
    expect(host.replies.some((reply) => reply.body === 'log' && /coil trim at its end/.test(reply.log.text))).toBe(
      true,
    );
    expect(host.replies.some((reply) => reply.body === 'fault')).toBe(true);
    expect(host.blocks.at(-1)!.flags & BlockFlag.UNHEALTHY).toBe(BlockFlag.UNHEALTHY);
    const telemetry = host.expect('openTelemetry', { periodMs: 20, count: 1 }, 'telemetry');
    expect(telemetry.health?.ok).toBe(false);
    expect(telemetry.environment?.fieldUt).toBe(host.board.core.hardware.controller.coilTrimUt);
  });

  it('leaves the knobs alone unless it is asked', () => {
    const host = new TestHost({
      rows: 8,
      cols: 64,
      scenario: typicalWith({ widthSPerS: 0, fieldAPerMPerS: 5000 }),
    }).arm();
    const before = host.board.core.hardware.controller.coilTrimUt;
    host.drain('openBits', { totalBits: toU64(262_144 * 3), blockBytes: 65_520 });
    expect(host.board.core.hardware.controller.coilTrimUt).toBe(before);
  });
});

function typicalWith(drift: { widthSPerS: number; fieldAPerMPerS: number }) {
  const { scenario } = new TestHost().board.core;
  return { ...scenario, drift };
}
