import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../base/index.js';
import { findDevice, formatDeviceFile, parseDeviceFile } from './device-file.js';
import { derive } from './derive.js';
import { blockRanges, type FieldRanges, parameterRanges } from './parameter-ranges.js';
import { boardCell, type DeviceParameters, deviceSets, s1, s2, s3, thinDiscDemag } from './parameters.js';
import { summarizeDevice } from './device-summary.js';

const folder = new URL('../../examples/devices/', import.meta.url);
const example = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The least that a file must hold. */
const minimal = {
  saturationMagnetization: 1e6,
  interfaceAnisotropy: 1e-3,
  freeLayerThickness: 1e-9,
  oxideThickness: 1.4e-9,
  vcmaCoefficient: 6e-14,
  damping: 0.02,
  diameter: 6e-8,
  resistanceAreaProduct: 2e-10,
  tmr: 1,
  spinPolarization: 0.6,
};
const parse = (fields: object): DeviceParameters =>
  parseDeviceFile(JSON.stringify({ ...minimal, ...fields }), 'a.json');

describe('a device file', () => {
  it('fills in what it leaves out', () => {
    expect(parse({})).toEqual({
      ...minimal,
      name: 'a.json',
      source: 'a.json',
      bulkAnisotropy: 0,
      demag: thinDiscDemag(1e-9, 6e-8),
      tmrHalfVoltage: 0.5,
      relativePermittivity: 9.7,
      temperature: 300,
    });
  });

  it('fills in a block that is begun, and no other', () => {
    const p = parse({ temperatureLaw: { anisotropyExponent: 2.2 }, barrier: {}, breakdown: {}, readNoise: {} });
    expect(p.temperatureLaw).toEqual({
      curieTemperature: 1453,
      magnetizationExponent: 1.0583,
      anisotropyExponent: 2.2,
      vcmaExponent: 0,
      resistanceCoefficient: 0,
      tmrCoefficient: 0,
    });
    expect(p.barrier).toEqual({ height: 0.4, nominalThickness: 1.4e-9 });
    expect(p.breakdown).toEqual({ maxBarrierField: 1.2e9 });
    expect(p.readNoise).toEqual({ white: false });
    expect(p).not.toHaveProperty('selfHeating');
    expect(derive(p).resistanceP).toBe(derive(parse({})).resistanceP);
  });

  it.each<[string, object, RegExp]>([
    [
      'a typo',
      { dampping: 0.1 },
      /Unknown fields in a\.json: dampping\. Allowed are name, source, saturationMagnetization/,
    ],
    [
      'several, in blocks too',
      { colour: 1, breakdown: { wear: { beta: 2 } }, readNoise: { flicker: { alpha: 1 } } },
      /: colour, breakdown\.wear\.beta, readNoise\.flicker\.alpha\./,
    ],
    ['an inherited name', { toString: 1 }, /: toString\./],
    ['nanometres', { oxideThickness: 1.4 }, /oxideThickness must be a finite number from 5e-10 to 5e-9, got 1\.4/],
    ['both resistances', { resistanceP: 5e4 }, /exactly one/],
    [
      'a wrong number in a block',
      { selfHeating: { thermalResistance: -1, timeConstant: 1e-9 } },
      /selfHeating\.thermalResistance .*0 to .*-1/,
    ],
  ])('is refused for %s', (_name, fields, message) => {
    expect(() => parse(fields)).toThrow(RangeError);
    expect(() => parse(fields)).toThrow(message);
  });

  it.each<[string, object, RegExp]>([
    ['a number with a unit', { diameter: '60 nm' }, /diameter must be .*"60 nm"/],
    ['a missing number', { damping: undefined }, /damping must be a finite number from 0 to 1, got undefined/],
    ['a missing number in a block', { selfHeating: { thermalResistance: 1e6 } }, /selfHeating\.timeConstant/],
    ['a block that is none', { readNoise: true }, /readNoise must be an object/],
    ['an ellipse without demagnetising factors', { diameterY: 4e-8 }, /demag must be given/],
  ])('is refused for %s, a wrong type', (_name, fields, message) => {
    expect(() => parse(fields)).toThrow(TypeError);
    expect(() => parse(fields)).toThrow(message);
  });

  it('is refused when it is no JSON object', () => {
    expect(() => parseDeviceFile('{"name": }', 'b.json')).toThrow(DataError);
    expect(() => parseDeviceFile('{"name": }', 'b.json')).toThrow(/b\.json is not JSON/);
    for (const text of ['[]', '3', 'null']) expect(() => parseDeviceFile(text)).toThrow(/one JSON object/);
  });
});

describe('writing and reading', () => {
  it('gives every named set back', () => {
    for (const set of Object.values(deviceSets)) expect(parseDeviceFile(formatDeviceFile(set))).toEqual(set);
  });

  it('gives any set back to the bit', () => {
    const within = ([min, max]: readonly [number, number]): fc.Arbitrary<number> =>
      fc.double({ min, max, noNaN: true }).map((x) => x + 0);
    const fields = (ranges: FieldRanges, without: readonly string[] = []): fc.Arbitrary<Record<string, number>> =>
      fc.record(
        Object.fromEntries(
          Object.entries(ranges)
            .filter(([field]) => !without.includes(field))
            .map(([field, range]) => [field, within(range)]),
        ),
      );
    const blocks = fc.record(
      {
        temperatureLaw: fields({ ...blockRanges.temperatureLaw, curieTemperature: [1001, 5000] }),
        selfHeating: fields(blockRanges.selfHeating),
        barrier: fields(blockRanges.barrier),
        breakdown: fc.record({ maxBarrierField: within([1e8, 1e10]), wear: fields(blockRanges.wear) }),
        readNoise: fc.record(
          { white: fc.boolean(), telegraph: fields(blockRanges.telegraph) },
          { requiredKeys: ['white'] },
        ),
        resistanceBias: fc.constant({ voltage: [-1, 0, 0.3], ratio: [0.5, 1, 0.9] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.string(), fields(parameterRanges, ['resistanceP']), blocks, (name, own, options) => {
        const set = { name, source: 'test', demag: [0.01, 0.02, 0.97], ...own, ...options };
        const device = set as unknown as DeviceParameters;
        expect(parseDeviceFile(formatDeviceFile(device))).toEqual(device);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('finding a device', () => {
  it('goes by name, in any case, or by the text of a file', () => {
    expect(findDevice('S1')).toBe(s1);
    expect(findDevice(' s2 ')).toBe(s2);
    expect(findDevice('Board')).toBe(boardCell);
    expect(findDevice(`\n${formatDeviceFile(s3)}`)).toEqual(s3);
    expect(findDevice(JSON.stringify(minimal), 'mine.json').name).toBe('mine.json');
  });

  it('lists the names when there is none such', () => {
    expect(() => findDevice('S4')).toThrow(/device must be one of S1, S2, S3, board, or a device file, got "S4"/);
    expect(() => findDevice('toString')).toThrow(RangeError);
  });
});

describe('the example files', () => {
  it('can all be read, and are what they say', () => {
    for (const name of readdirSync(folder)) summarizeDevice(parseDeviceFile(example(name), name));
    expect(findDevice(example('s1.json'))).toEqual(s1);
    expect(findDevice(example('s2.json'))).toEqual(s2);
    expect(findDevice(example('s3.json'))).toEqual(s3);
  });

  it('show every option in one of them', () => {
    const written = formatDeviceFile(parseDeviceFile(example('all-options.json')));
    const fields = [parameterRanges, ...Object.values(blockRanges)].flatMap((ranges) => Object.keys(ranges));
    const missing = fields.filter((field) => !written.includes(`"${field}"`));
    expect(missing).toEqual(['resistanceP']);
  });
});
