import { describe, expect, it } from 'vitest';
import { spindrift, u64ToBigInt, u64ToNumber, toU64 } from '../../proto/index.js';
import { energySum } from './telemetry.js';
import { TestHost, bodyOf } from './testing/test-host.js';

const { CalibrationRoutine } = spindrift.v1;

describe('calibration', () => {
  it('finds the offset codes again', () => {
    const host = new TestHost({ rows: 16, cols: 64 }).arm();
    const { converters } = host.board.core.hardware.unit(0);
    const factory = converters.offsetCode.slice();
    converters.offsetCode.fill(2048);
    const id = host.send('calibrate', { routine: CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET });
    const reply = bodyOf(host.final(id), 'calibrateReply');
    expect(reply.failed).toBe(0);
    expect(reply.values.map((value) => value.name)).toEqual(['offset_mean', 'offset_min', 'offset_max']);
    // 256 conversions of 0.5 LSB noise: within a code.
    converters.offsetCode.forEach((code, col) => expect(Math.abs(code - factory[col]!)).toBeLessThanOrEqual(1));
  });

  it('measures the gains against the calibration loads', () => {
    // Drawn with 0.2 %; bows and noise change a gain by less. 64 columns: their mean has σ = 0.025 %, the extremes lie within 5σ.
    const host = new TestHost({ rows: 16, cols: 64 }).arm();
    const reply = host.expect(
      'calibrate',
      { routine: CalibrationRoutine.CALIBRATION_ROUTINE_ADC_GAIN },
      'calibrateReply',
    );
    const [mean, min, max] = reply.values.map(({ value }) => value);
    expect(reply.failed).toBe(0);
    expect(reply.values.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      'gain_mean ppm',
      'gain_min ppm',
      'gain_max ppm',
    ]);
    expect(Math.abs(mean!)).toBeLessThan(1500);
    expect(min).toBeGreaterThan(-12_000);
    expect(max).toBeLessThan(12_000);
    expect(max! - min!).toBeGreaterThan(4000);
  });

  it('makes a new calibration and configuration token', () => {
    const host = new TestHost().arm();
    const before = host.expect('getState', {}, 'getStateReply');
    const reply = host.expect(
      'calibrate',
      { routine: CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET },
      'calibrateReply',
    );
    expect(reply.calibrationHash).not.toBe(before.calibrationHash);
    expect(reply.configHash).not.toBe(before.configHash);
    expect(host.status('runShots', { plan: { shots: 1 } })).toBe('STALE_CONFIG');
  });

  it('puts the comparator threshold between the two levels', () => {
    const host = new TestHost().arm();
    const reply = host.expect(
      'calibrate',
      { routine: CalibrationRoutine.CALIBRATION_ROUTINE_READ_REFERENCE },
      'calibrateReply',
    );
    const [ap, p, threshold] = reply.values.map((value) => value.value);
    // 0.1 V over 51 kΩ and 110 kΩ into 100 kΩ: 196 mV and 91 mV.
    expect(p! / 196_000).toBeCloseTo(1, 1);
    expect(ap! / 91_000).toBeCloseTo(1, 1);
    expect(threshold).toBeGreaterThan(ap!);
    expect(threshold).toBeLessThan(p!);
  });

  it('brings the bits to one half', () => {
    const host = new TestHost({ rows: 16, cols: 64, seed: 9 }).arm();
    host.board.core.hardware.controller.presetCoil(200);
    const reply = host.expect(
      'calibrate',
      { routine: CalibrationRoutine.CALIBRATION_ROUTINE_BIAS_TO_HALF },
      'calibrateReply',
    );
    const ones = reply.values.find((value) => value.name === 'ones')!;
    expect(Math.abs(ones.value - 500_000)).toBeLessThan(4000);
    expect(reply.failed).toBe(0);
    expect(host.board.core.calibration.coilTrimUt).toBe(reply.values[0]!.value);
  });

  it('does not serve every routine', () => {
    const host = new TestHost().arm();
    expect(host.status('calibrate', { routine: CalibrationRoutine.CALIBRATION_ROUTINE_FIELD_ZERO })).toBe(
      'NOT_IMPLEMENTED',
    );
    expect(host.status('calibrate', { routine: 0 })).toBe('INVALID_ARGUMENT');
    expect(host.status('calibrate', { routine: 77 })).toBe('INVALID_ARGUMENT');
  });
});

describe('telemetry', () => {
  it('comes at once, then at its period, and changes nothing', () => {
    const host = new TestHost().arm();
    const id = host.send('openTelemetry', { periodMs: 100 });
    host.clock.advance(0.35);
    expect(host.answers(id).map((reply) => reply.body === 'telemetry' && reply.telemetry.seq)).toEqual([0, 1, 2, 3]);
    host.notify('cancel', { targetId: id });
    host.clock.advance(1);
    expect(host.answers(id)).toHaveLength(5);
    expect(host.board.core.hardware.meters.seconds).toBe(0);
    expect(host.status('openTelemetry', { periodMs: 19 })).toBe('OUT_OF_RANGE');
  });

  it('counts events, energies and rails since boot', () => {
    const host = new TestHost({ rows: 64, cols: 64 }).arm();
    host.drain('openBits', { totalBits: toU64(2 ** 21), blockBytes: 65_520 });
    const telemetry = host.expect('openTelemetry', { periodMs: 20, count: 1 }, 'telemetry');
    expect(u64ToNumber(telemetry.counters!.bitsOut)).toBe(2 ** 21);
    const { energy, seconds } = host.board.core.hardware.meters;
    const sum = (value: typeof telemetry.modelled): number =>
      value!.pulseJoule!.joules + Number(u64ToBigInt(value!.pulseJoule!.attojoules)) / 1e18;
    expect(sum(telemetry.modelled)).toBeCloseTo(energy.pulseJoule.value, 15);
    const usb = telemetry.rails.find((rail) => rail.name === 'USB5V')!;
    const joules = u64ToNumber(usb.energyCode) * usb.energyLsbNj * 1e-9;
    expect(usb.energyLsbNj).toBe(80_000);
    expect(joules / seconds).toBeCloseTo(2, 1);
    expect(telemetry.rails.map((rail) => rail.name)).toEqual(['USB5V', '3V3', 'VAMP', 'COIL']);
    expect(telemetry.environment?.arrayValid).toBe(true);
    expect(telemetry.environment!.arrayMdegc).toBeGreaterThan(24_000);
    expect(Math.abs(telemetry.health!.onesPpm - 500_000)).toBeLessThan(50_000);
  });

  it('has no temperature before the first conversion', () => {
    const host = new TestHost();
    host.hello();
    const { environment } = host.expect('openTelemetry', { periodMs: 20, count: 1 }, 'telemetry');
    expect(environment?.arrayValid).toBe(false);
  });

  it('splits joules into whole ones and attojoules', () => {
    const whole = (joules: number): [number, bigint] => {
      const sum = energySum(joules);
      return [sum.joules!, u64ToBigInt(sum.attojoules!)];
    };
    expect(whole(0)).toEqual([0, 0n]);
    expect(whole(1.5e-15)).toEqual([0, 1500n]);
    expect(whole(3.25)).toEqual([3, 250_000_000_000_000_000n]);
    expect(whole(1 - 1e-20)).toEqual([1, 0n]);
  });
});
