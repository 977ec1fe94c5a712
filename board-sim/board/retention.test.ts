import { describe, expect, it } from 'vitest';
import { crc32, spindrift, u64ToNumber } from '../../proto/index.js';
import { A_PER_M_PER_UT } from '../array-unit/index.js';
import { type SimulatedBoardOptions } from './simulated-board.js';
import {
  escapeRates,
  flipProbability,
  macrospinModel,
  atTemperature,
  boardCell,
  effectiveField,
} from '../device/index.js';
import { type DriveConfig, BOOT_DRIVE } from './drive.js';
import { TestHost } from './testing/test-host.js';

const { Initialise } = spindrift.v1;
const READ_V = 0.02;

function set(host: TestHost, changes: Partial<DriveConfig>): void {
  const config = { ...BOOT_DRIVE, amplitudeUv: 0, ...changes };
  host.configHash = host.expect('setConfig', { config }, 'setConfigReply').configHash;
}

/** A board whose row 0 has been put into a state by a forced start, without pulses. */
function prepared(state: 0 | 1, options: SimulatedBoardOptions = {}): TestHost {
  const host = new TestHost({ scenario: 'ideal', rows: 1, cols: 256, ...options }).arm();
  set(host, {});
  const initialise = state === 0 ? Initialise.INITIALISE_P : Initialise.INITIALISE_AP;
  host.expect('runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1), initialise } }, 'runShotsReply');
  return host;
}

/** Shots without pulses: board time passes and the row is read. Returns how many cells are antiparallel. */
function wait(host: TestHost, shots: number): number {
  const plan = { shots, rowMask: Uint8Array.of(1), colMask: Uint8Array.of(1) };
  host.drain('openShots', { plan, blockBytes: 16 });
  return host.board.core.hardware.unit(0).cells.state.reduce((sum, bit) => sum + bit, 0);
}

/** Mean rates of the nominal cell where the board is: under the bias, and for a share of the time under the read voltage. */
function ratesOf(host: TestHost, fieldUt: number, biasV: number, reading: number): { fromP: number; fromAP: number } {
  const set = atTemperature(boardCell, host.board.core.hardware.meters.arrayKelvin);
  const [bias, read] = [biasV, READ_V].map((volts) =>
    escapeRates(macrospinModel(set), { hk: effectiveField(set, volts), hx: 12e3, hz: fieldUt * A_PER_M_PER_UT }),
  );
  const mean = (state: 'fromP' | 'fromAP'): number => (1 - reading) * bias![state] + reading * read![state];
  return { fromP: mean('fromP'), fromAP: mean('fromAP') };
}

describe('retention', () => {
  // Binomial counts of 256 equal cells; 4.5σ are passed by chance once in 150 000. The rates are taken at steps of field and
  // temperature, which makes them 4 % uncertain.
  it.each([
    [1, 38_000, 0, 30_000],
    [0, -38_000, 0, 30_000],
    [1, 18_000, 290_000, 30_000],
  ] as const)(
    'from state %d at %d µT and %d µV the cells leave as their rates say',
    (state, fieldUt, biasUv, shots) => {
      const host = prepared(state);
      const { hardware } = host.board.core;
      // The coil's settling counts.
      const from = hardware.seconds;
      set(host, { fieldUt, biasUv, readUv: READ_V * 1e6 });
      const trim = hardware.controller.coilTrimUt;
      const left = Math.abs(wait(host, shots) - 256 * state);
      const seconds = hardware.seconds - from;
      const { fromP, fromAP } = flipProbability(
        ratesOf(host, fieldUt + trim, biasUv / 1e6, (shots * 208e-9) / seconds),
        seconds,
      );
      const p = state === 0 ? fromP : fromAP;
      expect(p).toBeGreaterThan(0.15);
      expect(p).toBeLessThan(0.85);
      expect(Math.abs(left / 256 - p)).toBeLessThan(
        4.5 * Math.sqrt((p * (1 - p)) / 256) + 0.04 * (1 - p) * -Math.log1p(-p),
      );
    },
  );

  it('keeps weights at rest, and no state changes while no board time passes', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    const before = host.board.core.hardware.unit(0).cells.state.slice();
    for (let k = 0; k < 20; k++) {
      host.expect('getState', {}, 'getStateReply');
      host.clock.advance(100);
    }
    host.drain('openReadMap', { averages: 64 });
    // 85 ms at rest: some 1e-3 changes are expected in 4096 cells.
    expect(host.board.core.hardware.unit(0).cells.state).toEqual(before);
  });

  it('is drawn from the seed and the requests, however often the board is watched', () => {
    const run = (seed: number, watched: boolean): Uint8Array => {
      const host = prepared(1, { scenario: 'typical', seed });
      set(host, { fieldUt: 36_000 });
      for (let k = 0; k < 10; k++) {
        wait(host, 1000);
        if (!watched) continue;
        host.ask('openTelemetry', { periodMs: 20, count: 1 });
        host.clock.advance(1);
        host.expect('getState', {}, 'getStateReply');
      }
      return host.board.core.hardware.unit(0).cells.state.slice();
    };
    const plain = run(5, false);
    expect(run(5, true)).toEqual(plain);
    expect(run(6, false)).not.toEqual(plain);
    const changed = plain.reduce((sum, bit) => sum + 1 - bit, 0);
    expect(changed).toBeGreaterThan(10);
    expect(changed).toBeLessThan(246);
  });

  it('shows in products: they follow the states as they decay', () => {
    const host = new TestHost({ scenario: 'ideal', rows: 16, cols: 16 }).arm();
    const cells = new Uint8Array(256).fill(1);
    host.program(cells, 16, 16, 8, crc32(cells));
    const multiply = (): Int16Array => {
      const plan = { window: { rows: 16, cols: 16 }, inputBits: 1, columnMode: 1 };
      const inputs = new Uint8Array(16).fill(1);
      const reply = host.expect('multiplyVector', { plan, inputs }, 'multiplyVectorReply');
      return new Int16Array(reply.results.slice().buffer);
    };
    const fresh = multiply();
    set(host, { fieldUt: 42_000 });
    // Nothing but time: the multiplications' own.
    for (let k = 0; k < 400; k++) multiply();
    const later = multiply();
    const { state } = host.board.core.hardware.unit(0).cells;
    const parallel = state.reduce((sum, bit) => sum + 1 - bit, 0);
    expect(parallel).toBeGreaterThan(30);
    // A column gains the difference of the conductances for each cell that has become parallel: 4.4 codes each.
    const perCell = (later.reduce((a, b) => a + b, 0) - fresh.reduce((a, b) => a + b, 0)) / parallel;
    expect(perCell).toBeGreaterThan(14);
    expect(perCell).toBeLessThan(19);
  });

  it('suffers from reading: a read voltage that lowers the anisotropy shortens the stay', () => {
    const leavers = (readUv: number): number => {
      const host = prepared(1);
      set(host, { fieldUt: 15_000, readUv });
      const map = { averages: 1024, rowMask: Uint8Array.of(1) };
      for (let k = 0; k < 12; k++) host.drain('openReadMap', map);
      return 256 - host.board.core.hardware.unit(0).cells.state.reduce((sum, bit) => sum + bit, 0);
    };
    expect(leavers(20_000)).toBeLessThan(5);
    expect(leavers(300_000)).toBeGreaterThan(30);
  });
});

describe('a swept field', () => {
  /** Sweeps the coil over row 0 and returns each step's field, duration and antiparallel cells. */
  function sweep(host: TestHost, fields: readonly number[], biasUv: number) {
    const { hardware } = host.board.core;
    return fields.map((fieldUt) => {
      const from = hardware.seconds;
      set(host, { fieldUt, biasUv, readUv: READ_V * 1e6 });
      host.drain('openReadMap', { averages: 8, rowMask: Uint8Array.of(1) });
      const ap = hardware.unit(0).cells.state.reduce((sum, bit) => sum + bit, 0);
      return { fieldUt: fieldUt + hardware.controller.coilTrimUt, seconds: hardware.seconds - from, ap };
    });
  }

  const ramp = (to: number): number[] => Array.from({ length: 61 }, (_, k) => (to * k) / 60);

  /** Mean field at which cells have left a state, from counts or from the integral of the rates; and its deviation. */
  function switching(host: TestHost, steps: ReturnType<typeof sweep>, biasV: number, from: 0 | 1) {
    let [stay, mean, square, seen] = [1, 0, 0, 0];
    let before = from === 1 ? 256 : 0;
    for (const { fieldUt, seconds, ap } of steps) {
      const rates = ratesOf(host, fieldUt, biasV, (5e-6 + 8 * 20.3e-6) / seconds);
      const left = stay * (1 - Math.exp(-(from === 1 ? rates.fromAP : rates.fromP) * seconds));
      stay -= left;
      mean += left * fieldUt;
      square += left * fieldUt * fieldUt;
      seen += (Math.abs(ap - before) * fieldUt) / 256;
      before = ap;
    }
    return { expected: mean, deviation: Math.sqrt(square - mean * mean), seen, stay };
  }

  // The mean of 256 cells has a sixteenth of the deviation of one; 4.5 of those, and 0.1 mT for the coil's steps of 1 mT,
  // within which a cell reads at the end. False alarm once in 150 000 a comparison.
  it.each([0, 150_000, -100_000])('gives a loop whose switching fields are those of the rates, at %d µV', (biasUv) => {
    const host = prepared(1);
    const up = sweep(host, ramp(60_000), biasUv);
    const forth = switching(host, up, biasUv / 1e6, 1);
    const down = sweep(host, [...ramp(60_000)].reverse().concat(ramp(-60_000)), biasUv);
    const back = switching(host, down.slice(61), biasUv / 1e6, 0);
    expect(forth.stay).toBeLessThan(0.01);
    expect(up.at(-1)!.ap).toBeLessThan(5);
    // Nothing switches back before the field has turned.
    expect(down[60]!.ap).toBeLessThan(5);
    expect(down.at(-1)!.ap).toBeGreaterThan(251);
    for (const branch of [forth, back])
      expect(Math.abs(branch.seen - branch.expected)).toBeLessThan(4.5 * (branch.deviation / 16) + 100);
  });

  it('moves with the bias by the VCMA slope', () => {
    // With 0.1 V more the loop is as narrow as that of a cell whose Hk is smaller by the slope: fit Hk to the loop at a bias.
    const fitted = (biasUv: number): number => {
      const host = prepared(1);
      const { seen } = switching(host, sweep(host, ramp(60_000), biasUv), 0, 1);
      let [low, high] = [-0.4, 0.4];
      // As a voltage at which the rates give this switching field.
      for (let k = 0; k < 12; k++) {
        const middle = (low + high) / 2;
        const trial = prepared(1);
        const { expected } = switching(trial, sweep(trial, ramp(60_000), biasUv), middle, 1);
        if (expected > seen) low = middle;
        else high = middle;
      }
      return effectiveField(boardCell, (low + high) / 2);
    };
    const slope = (fitted(200_000) - fitted(0)) / 0.2;
    const exact = effectiveField(boardCell, 1) - effectiveField(boardCell, 0);
    expect(Math.abs(slope / exact - 1)).toBeLessThan(0.06);
  });
});

describe('the coil', () => {
  it('carries 15 mT for good and trips at its I²t budget above', () => {
    const host = new TestHost({ scenario: 'ideal', rows: 1, cols: 1 }).arm();
    const hold = (fieldUt: number, seconds: number): void => {
      set(host, { fieldUt });
      for (const until = host.board.core.hardware.seconds + seconds; host.board.core.hardware.seconds < until;)
        host.drain('openReadMap', { averages: 1024 });
    };
    hold(14_000, 30);
    expect(host.board.core.armed).toBe(true);
    const before = host.board.core.hardware.seconds;
    expect(() => hold(60_000, 30)).toThrow(/CANCELLED/);
    expect(host.board.core.hardware.seconds - before).toBeCloseTo(20 / 3.75, 1);
    expect(host.board.core.armed).toBe(false);
    const fault = host.replies.find((reply) => reply.body === 'fault');
    expect(fault?.body === 'fault' && fault.fault).toMatchObject({ source: 'coil', limit: 20_000 });
    const state = host.expect('getState', {}, 'getStateReply');
    expect(spindrift.v1.FaultCode[state.fault]).toBe('FAULT_CODE_OVER_CURRENT');
    const telemetry = host.expect('openTelemetry', { periodMs: 20, count: 1 }, 'telemetry');
    expect(telemetry.environment?.fieldUt).toBe(0);
    expect(u64ToNumber(telemetry.boardTimeUs)).toBeGreaterThan(0);
  });
});
