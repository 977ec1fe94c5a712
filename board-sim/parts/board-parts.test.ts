import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../board/index.js';
import { SwitchingTable } from '../device/index.js';
import { BoardParts } from './board-parts.js';
import { PERFECT_DELAYS } from './serial/dual-delay-line.js';
import { CTRL } from './serial/column-drivers.js';
import { PinDriver } from './testing/pin-driver.js';

const ALL = 2n ** 64n - 1n;

function bench(options: ConstructorParameters<typeof BoardParts>[0] = {}): {
  parts: BoardParts;
  pins: PinDriver;
  trouble: string[];
} {
  const trouble: string[] = [];
  const parts = new BoardParts({ scenario: 'ideal', onTrouble: (message) => trouble.push(message), ...options });
  return { parts, pins: new PinDriver(parts), trouble };
}

/** Columns of eight bytes as a mask. */
const maskOf = (bytes: Uint8Array): bigint => Buffer.from(bytes).readBigUInt64LE();

describe('the array', () => {
  it('is the one that the behavioural board draws', () => {
    const { parts } = bench({ scenario: 'typical', seed: 11 });
    const twin = createSimulatedBoard({ scenario: 'typical', seed: 11, rows: 64, cols: 64 });
    const { cells } = parts.array.unit;
    const other = twin.core.hardware.unit(0).cells;
    for (const list of ['resistanceP', 'tmr', 'hk', 'vcmaSlope', 'strayField', 'condition', 'state'] as const)
      expect(cells[list]).toEqual(other[list]);
    twin.close();
  });

  it('refuses a size that it has no lines for', () => {
    expect(() => new BoardParts({ rows: 65 })).toThrow(/rows must be a whole number from 1 to 64, got 65/);
    expect(() => new BoardParts({ cols: 0 })).toThrow(RangeError);
    expect(() => new BoardParts({ scenario: 'none' })).toThrow(/none/);
  });
});

describe('serial chains', () => {
  it('the row chain gives back what it held: shift twice and compare', () => {
    const { parts, pins } = bench();
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: ALL }), (mask) => {
        pins.rows(mask);
        expect(pins.rows(mask)).toBe(mask);
        expect(parts.rowSwitches.closed.reduce((sum, row) => sum | (1n << BigInt(row)), 0n)).toBe(mask);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('the column chain moves with row traffic and takes effect with COL_LATCH alone', () => {
    const { parts, pins } = bench();
    pins.set('ARRAY_EN', 1);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: ALL }), fc.integer({ min: 0, max: 31 }), (mask, ctrl) => {
        pins.columns(mask, ctrl);
        pins.rows(~mask & ALL);
        expect(parts.columns.on.reduce((sum, col) => sum | (1n << BigInt(col)), 0n)).toBe(mask);
        expect(parts.columns.ctrl).toBe(ctrl);
      }),
      { seed: 2, numRuns: 50 },
    );
    pins.set('ARRAY_EN', 0);
    expect([parts.columns.on, parts.columns.ctrl]).toEqual([[], 0]);
  });

  it('the delay word is taken when DLY_LOAD rises, and traffic of the converter does not touch what is loaded', () => {
    const { parts, pins } = bench();
    pins.delays(1023, 17);
    pins.dac(0, 0xabcd);
    expect(parts.delays.codes).toEqual({ a: 1023, b: 17 });
  });

  it('a frame of the converter has 24 bits', () => {
    const { parts, pins, trouble } = bench();
    pins.dac(1, 0x9999);
    pins.wait(100_000);
    expect(parts.dac.volts(1, pins.nanos)).toBeCloseTo((0x9999 * 2.5) / 65_536, 12);
    pins.set('DAC_CS', 0);
    pins.frames(1, [0x0a], 8);
    pins.set('DAC_CS', 1);
    expect(trouble).toEqual(['DAC_CS rises after 8 bits; a frame has 24']);
  });
});

describe('the pulse', () => {
  it('is 8 ns·n + 5 ps·(codeB − codeA) wide, from 0.4 ns on', () => {
    const { parts, pins } = bench({ delays: PERFECT_DELAYS });
    pins.prepare();
    fc.assert(
      fc.property(fc.nat(12), fc.nat(1023), fc.nat(1023), (n, a, b) => {
        pins.delays(a, b);
        parts.array.lastPulse = undefined;
        pins.shot(n);
        const widthNs = 8 * n + 0.005 * (b - a);
        // A pulse that lasts until A falls, or that starts with B's fall, is another matter: B comes 24 ns before.
        if (widthNs < 0.4) expect(parts.array.lastPulse).toBeUndefined();
        else expect(parts.array.lastPulse!.widthNs).toBeCloseTo(widthNs, 6);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('differs by the non-linearity of both lines, and by their jitter', () => {
    const { parts, pins } = bench({ scenario: 'typical', seed: 4 });
    pins.prepare();
    pins.delays(900, 100);
    const widths = Array.from({ length: 2000 }, () => {
      pins.shot(4);
      return parts.array.lastPulse!.widthNs;
    });
    const mean = widths.reduce((sum, w) => sum + w, 0) / widths.length;
    const deviation = Math.sqrt(widths.reduce((sum, w) => sum + (w - mean) ** 2, 0) / widths.length);
    const wanted = 32 - 4 + (parts.delays.inlPs('B', 100) - parts.delays.inlPs('A', 900)) / 1000;
    // 30 ps of the clock, 1 ps of each line; five standard errors pass by chance once in two million.
    expect(Math.abs(mean - wanted)).toBeLessThan((5 * 0.03) / Math.sqrt(2000));
    expect(Math.abs(deviation / Math.sqrt(0.03 ** 2 + 2 * 0.001 ** 2) - 1)).toBeLessThan(5 / Math.sqrt(4000));
  });

  it('comes again when B falls first, and that is noticed', () => {
    const { parts, pins, trouble } = bench({ delays: PERFECT_DELAYS });
    pins.prepare();
    pins.set('PULSE_SEL', 1);
    for (const [pin, level, after] of [
      ['TRIG_A', 1, 24],
      ['TRIG_B', 1, 24],
      ['TRIG_B', 0, 16],
      ['TRIG_A', 0, 24],
    ] as const) {
      pins.nanos += after;
      pins.set(pin, level);
    }
    pins.wait(100);
    expect(trouble).toEqual(['TRIG_B falls before TRIG_A: the gate fires again']);
    expect(parts.array.lastPulse).toMatchObject({ again: true });
    expect(parts.array.lastPulse!.widthNs).toBeCloseTo(24, 9);
  });

  it('has half the amplitude behind the attenuator, either sign, and none while the interlock is open', () => {
    const { parts, pins } = bench({ delays: PERFECT_DELAYS });
    const amplitude = (ctrl: number): number => {
      pins.prepare({ ctrl, amplitudeV: 1.2 });
      parts.array.lastAmplitudeV = 0;
      pins.shot(1);
      return parts.array.lastAmplitudeV;
    };
    expect(amplitude(CTRL.range100k)).toBeCloseTo(1.2, 4);
    expect(amplitude(CTRL.range100k | CTRL.attenuator)).toBeCloseTo(0.6, 4);
    expect(amplitude(CTRL.range100k | CTRL.negative)).toBeCloseTo(-1.2, 4);
    parts.setInterlock(false, pins.nanos);
    expect([parts.enabled, parts.level('INTERLOCK')]).toEqual([false, 1]);
    expect(amplitude(CTRL.range100k)).toBe(0);
  });

  it('switches cells as often as the table says', () => {
    const { parts, pins } = bench({ delays: PERFECT_DELAYS, rows: 1 });
    pins.prepare();
    pins.delays(800, 0);
    const { cells } = parts.array.unit;
    const shots = 400;
    let away = 0;
    for (let k = 0; k < shots; k++) {
      cells.state.fill(0);
      pins.shot(1);
      away += cells.state.reduce((sum, bit) => sum + bit, 0);
    }
    const cell = {
      hkAPerM: cells.hk[0]!,
      vcmaSlopeAPerMPerV: cells.vcmaSlope[0]!,
      hzAPerM: cells.strayField[0]!,
    };
    const p = SwitchingTable.standard().probability(cell, 'P', 1.6, 4e-9);
    // Four standard deviations of 25,600 equal trials, passed by chance once in 16,000, and what drift and thresholds round.
    expect(Math.abs(away / (64 * shots) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / (64 * shots)) + 2e-3);
  });
});

describe('the read-out', () => {
  it('shifts eight bytes in the order of the columns: bit c is column c', () => {
    const { parts, pins } = bench({ delays: PERFECT_DELAYS });
    pins.prepare({ rows: 1n << 5n });
    pins.delays(1023, 0); // no pulse
    const { state } = parts.array.unit.cells;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: ALL }), (mask) => {
        for (let c = 0; c < 64; c++) state[5 * 64 + c] = Number((mask >> BigInt(c)) & 1n);
        parts.array.pulses.toggles++; // states were changed behind the read-out's back
        expect(maskOf(pins.shot(0))).toBe(mask);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('shows zeros of columns that are off, and a chain that is ahead by a clock slips by eight columns', () => {
    const { pins } = bench({ delays: PERFECT_DELAYS });
    pins.prepare({ columns: 0xffn });
    pins.delays(1023, 0);
    const off = maskOf(pins.shot(0));
    const slipped = bench({ delays: PERFECT_DELAYS, faults: { readOutSlip: 1 } });
    slipped.parts.array.unit.cells.state.fill(0).fill(1, 8, 16);
    slipped.pins.prepare();
    slipped.pins.delays(1023, 0);
    expect(maskOf(slipped.pins.shot(0))).toBe(0xffn);
    // No current: far below any threshold of a parallel cell.
    expect(off >> 8n).toBe(ALL >> 8n);
  });

  it('converts sixteen columns a chip, two frames late', () => {
    const { parts, pins } = bench({ delays: PERFECT_DELAYS });
    const { state } = parts.array.unit.cells;
    for (let c = 0; c < 64; c++) state[c] = c % 3 === 0 ? 1 : 0;
    pins.prepare({ ctrl: 0 });
    pins.scan(3);
    pins.endScan();
    const frames = pins.scan(18).slice(2);
    pins.endScan();
    frames.forEach((replies, channel) => {
      expect(replies.map((reply) => reply >>> 12)).toEqual([channel, channel, channel, channel]);
    });
    const codes = frames.map((replies) => replies.map((reply) => reply & 0xfff));
    const flat = (antiparallel: boolean): number[] =>
      codes.flatMap((replies, channel) =>
        replies.filter((_, chip) => ((16 * chip + channel) % 3 === 0) === antiparallel),
      );
    // The 10 kΩ range at 0.1 V: a parallel cell of 50.9 kΩ draws 1.96 µA, 32 steps of 61 nA; antiparallel ones 1.2/2.2 less.
    const [p, ap] = [flat(false), flat(true)].map((list) => list.reduce((sum, code) => sum + code, 0) / list.length);
    expect(Math.abs(Math.abs(p! - ap!) - 32 * (1 - 1 / (1 + 1.2 / 1.04)))).toBeLessThan(2);
    expect(Math.max(...flat(true), ...flat(false)) - Math.min(...flat(true), ...flat(false))).toBeLessThan(40);
  });
});
