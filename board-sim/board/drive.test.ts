import { describe, expect, it } from 'vitest';
import { scenarioNamed } from '../scenarios/index.js';
import { BOOT_DRIVE, trimmedWidthPs } from './drive.js';
import { Hardware } from './hardware.js';
import { LIMITS } from './limits.js';
import { TestHost, bodyOf, statusName } from './testing/test-host.js';

function tryConfig(host: TestHost, changes: object): string {
  return host.status('setConfig', { config: { ...BOOT_DRIVE, ...changes } });
}

describe('trims', () => {
  it('lead neither over the staircase nor below the shortest pulse', () => {
    expect(trimmedWidthPs(2_000_000, 4900, 400)).toBe(5000);
    expect(trimmedWidthPs(-2_000_000, 4900, -400)).toBe(4500);
    expect(trimmedWidthPs(1_600_000, 99_800, 400)).toBe(100_000);
    expect(trimmedWidthPs(1_200_000, 99_800, 400)).toBe(100_200);
    expect(trimmedWidthPs(400_000, 700, -400)).toBe(500);
  });

  it('are held when a row is pulsed', () => {
    const hardware = new Hardware(scenarioNamed('ideal'), 1, { rows: 4, cols: 4, tiles: 1 });
    hardware.setDrive({ ...BOOT_DRIVE, amplitudeUv: 2_000_000, widthPs: 4900 });
    hardware.controller.rowTrimsPs[1] = 400;
    hardware.controller.rowTrimsPs[2] = -400;
    expect([0, 1, 2].map((row) => Math.round(hardware.rowDrive(row).widthS * 1e12))).toEqual([4900, 5000, 4500]);
  });
});

describe('drive settings', () => {
  it('are refused one step beyond each limit, and taken at it', () => {
    const host = new TestHost();
    host.hello();
    const { amplitudeUv, widthPs, biasUv, readUv, readNs, settleNs, fieldUt } = LIMITS;
    const short = { widthPs: 2000 };
    for (const [inside, outside] of [
      [
        { ...short, amplitudeUv: amplitudeUv.max },
        { ...short, amplitudeUv: amplitudeUv.max + 38 },
      ],
      [
        { ...short, amplitudeUv: -amplitudeUv.max },
        { ...short, amplitudeUv: -amplitudeUv.max - 38 },
      ],
      [{ amplitudeUv: amplitudeUv.min }, { amplitudeUv: amplitudeUv.min - 38 }],
      [{ widthPs: widthPs.min }, { widthPs: widthPs.min - 5 }],
      [
        { amplitudeUv: 1_200_000, widthPs: widthPs.max },
        { amplitudeUv: 1_200_000, widthPs: widthPs.max + 5 },
      ],
      [{ biasUv: biasUv.max }, { biasUv: biasUv.max + 38 }],
      [{ biasUv: biasUv.min }, { biasUv: biasUv.min - 38 }],
      [{ readUv: readUv.max }, { readUv: readUv.max + 38 }],
      [{ readUv: readUv.min }, { readUv: readUv.min - 38 }],
      [{ readNs: readNs.max }, { readNs: readNs.max + 8 }],
      [{ settleNs: settleNs.min }, { settleNs: settleNs.min - 8 }],
      [{ fieldUt: fieldUt.max }, { fieldUt: fieldUt.max + 2 }],
      // The staircase: what a width allows.
      [
        { amplitudeUv: 2_000_000, widthPs: 5000 },
        { amplitudeUv: 2_000_000, widthPs: 5005 },
      ],
      [
        { amplitudeUv: 1_600_000, widthPs: 100_000 },
        { amplitudeUv: 1_600_000, widthPs: 100_005 },
      ],
    ]) {
      expect([JSON.stringify(inside), tryConfig(host, inside!)]).toEqual([JSON.stringify(inside), 'OK']);
      expect([JSON.stringify(outside), tryConfig(host, outside!)]).toEqual([JSON.stringify(outside), 'OUT_OF_RANGE']);
    }
  });

  it('name field, value and limit when refused, and change nothing', () => {
    const host = new TestHost();
    host.hello();
    const before = host.expect('getState', {}, 'getStateReply');
    const reply = host.ask('setConfig', { config: { ...BOOT_DRIVE, readUv: 400_000 } });
    expect(reply.detail).toMatch(/read_uv = 400000.*300000/);
    const after = host.expect('getState', {}, 'getStateReply');
    expect(after.config).toEqual(before.config);
    expect(after.configHash).toBe(before.configHash);
  });

  it('are rounded to what the hardware can do, and reported', () => {
    const host = new TestHost();
    host.hello();
    const wanted = { ...BOOT_DRIVE, amplitudeUv: 1_234_567, widthPs: 1233, readNs: 211, settleNs: 83, fieldUt: 7 };
    const { actual } = host.expect('setConfig', { config: wanted }, 'setConfigReply');
    expect(actual).toMatchObject({ widthPs: 1235, readNs: 208, settleNs: 80 });
    expect(Math.abs(actual!.amplitudeUv - 1_234_567)).toBeLessThanOrEqual(20);
    expect(host.expect('getState', {}, 'getStateReply').config).toEqual(actual);
  });

  it('make the token of the configuration', () => {
    const host = new TestHost();
    host.hello();
    const first = host.expect('setConfig', { config: BOOT_DRIVE }, 'setConfigReply').configHash;
    const other = host.expect('setConfig', { config: { ...BOOT_DRIVE, widthPs: 20_000 } }, 'setConfigReply').configHash;
    expect(other).not.toBe(first);
    expect(host.status('arm', {}, { configHash: first })).toBe('STALE_CONFIG');
    expect(host.status('arm', {}, { configHash: other })).toBe('OK');
    expect(host.status('runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1) } }, { configHash: first })).toBe(
      'STALE_CONFIG',
    );
    expect(host.status('runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1) } }, { configHash: other })).toBe(
      'OK',
    );
  });

  it('must be there at all', () => {
    const host = new TestHost();
    host.hello();
    expect(host.status('setConfig', {})).toBe('INVALID_ARGUMENT');
    expect(host.status('setConfig', { config: {} })).toBe('OUT_OF_RANGE');
  });

  it('match the limits the board states', () => {
    const host = new TestHost();
    host.hello();
    const limits = bodyOf(host.ask('getLimits'), 'getLimitsReply');
    expect(limits.amplitudeUv).toMatchObject({ min: 400_000, max: 2_000_000 });
    expect(limits.pulseLimits.map((step) => step.amplitudeUv)).toEqual([2_000_000, 1_600_000, 1_200_000]);
    expect(limits.maxShots).toBe(2 ** 20);
  });

  it('arm nothing before arm was asked for', () => {
    const host = new TestHost();
    host.hello();
    for (const [verb, message] of [
      ['runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1) } }],
      ['openBits', {}],
      ['openShots', { plan: { shots: 1 } }],
      ['openReadMap', {}],
      ['programTile', { window: { rows: 1, cols: 1 } }],
      ['multiplyVector', { plan: { window: { rows: 1, cols: 1 }, inputBits: 1 }, inputs: Uint8Array.of(1) }],
      ['openMultiply', { plan: { window: { rows: 1, cols: 1 }, inputBits: 1 } }],
      ['calibrate', { routine: 1 }],
    ] as const)
      expect([verb, statusName(host.ask(verb, message))]).toEqual([verb, 'FAILED_PRECONDITION']);
  });
});
