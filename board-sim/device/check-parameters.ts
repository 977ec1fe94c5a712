import { checkNumber } from '../../base/index.js';
import { monotoneCurve } from './monotone-curve.js';
import { blockRanges, type FieldRanges, parameterRanges } from './parameter-ranges.js';
import type { DeviceParameters, ResistanceBias } from './parameters.js';
import type { ReadNoiseModel } from './read-noise.js';
import { DEFAULT_TEMPERATURE_LAW } from './temperature-law.js';

/** Fields that may be absent. */
const optional = new Set(['diameterY', 'resistanceAreaProduct', 'resistanceP', 'spinTorqueAsymmetry']);

/**
 * Checks a parameter set with all its blocks and returns it.
 * @throws TypeError when a field has the wrong type or is missing
 * @throws RangeError naming field, value and allowed range
 */
export function checkDeviceParameters(parameters: DeviceParameters): DeviceParameters {
  const p = objectOf('A device', parameters) as unknown as DeviceParameters;
  for (const field of ['name', 'source'] as const) {
    if (typeof p[field] !== 'string') throw new TypeError(`${field} must be a string.`);
  }
  const { resistanceAreaProduct, resistanceP } = p;
  if ((resistanceAreaProduct === undefined) === (resistanceP === undefined)) {
    throw new RangeError(
      `Give exactly one of resistanceAreaProduct (${String(resistanceAreaProduct)}) and resistanceP (${String(resistanceP)}).`,
    );
  }
  checkFields('', p, parameterRanges);
  checkDemag(p.demag);
  if (p.resistanceBias !== undefined) checkResistanceBias(p.resistanceBias);
  checkBlock('temperatureLaw', p.temperatureLaw, blockRanges.temperatureLaw);
  checkBlock('selfHeating', p.selfHeating, blockRanges.selfHeating);
  checkBlock('barrier', p.barrier, blockRanges.barrier);
  checkBlock('breakdown', p.breakdown, blockRanges.breakdown);
  checkBlock('breakdown.wear', p.breakdown?.wear, blockRanges.wear);
  if (p.readNoise !== undefined) checkReadNoise(p.readNoise);
  const { curieTemperature } = p.temperatureLaw ?? DEFAULT_TEMPERATURE_LAW;
  if (p.temperature >= curieTemperature) {
    throw new RangeError(
      `temperature must be below the Curie temperature of ${curieTemperature} K, got ${p.temperature}`,
    );
  }
  return parameters;
}

function checkReadNoise(model: ReadNoiseModel): void {
  objectOf('readNoise', model);
  if (typeof model.white !== 'boolean') throw new TypeError('readNoise.white must be true or false.');
  checkBlock('readNoise.flicker', model.flicker, blockRanges.flicker);
  checkBlock('readNoise.telegraph', model.telegraph, blockRanges.telegraph);
  if (model.flicker !== undefined && !(model.flicker.lowFrequency < model.flicker.highFrequency)) {
    const { lowFrequency, highFrequency } = model.flicker;
    throw new RangeError(
      `readNoise.flicker.lowFrequency must be below highFrequency (${highFrequency}), got ${lowFrequency}`,
    );
  }
}

function checkBlock(path: string, block: object | undefined, ranges: FieldRanges): void {
  if (block !== undefined) checkFields(`${path}.`, objectOf(path, block), ranges);
}

function checkFields(prefix: string, values: object, ranges: FieldRanges): void {
  for (const [field, [min, max]] of Object.entries(ranges)) {
    const value = (values as Record<string, unknown>)[field];
    if (value === undefined && optional.has(field)) continue;
    checkNumber(prefix + field, value, { min, max });
  }
}

function checkDemag(demag: readonly number[]): void {
  checkNumbers('demag', demag, { min: 0, max: 1 });
  if (demag.length !== 3) throw new RangeError(`demag has ${demag.length} numbers; it must have 3 (Nx, Ny, Nz).`);
  const sum = demag.reduce((a, n) => a + n, 0);
  if (Math.abs(sum - 1) > 1e-3) throw new RangeError(`demag adds up to ${sum}; allowed is 1 within 0.001.`);
}

function checkResistanceBias(table: ResistanceBias): void {
  objectOf('resistanceBias', table);
  checkNumbers('resistanceBias.voltage', table.voltage, { min: -100, max: 100 });
  checkNumbers('resistanceBias.ratio', table.ratio, { min: 1e-6, max: 1e6 });
  try {
    monotoneCurve(table.voltage, table.ratio);
  } catch (error) {
    throw new RangeError(`resistanceBias: x is voltage, y is ratio. ${(error as Error).message}`, { cause: error });
  }
  const ratio = table.ratio[table.voltage.indexOf(0)];
  if (ratio !== 1) throw new RangeError(`resistanceBias must have the ratio 1 at the voltage 0, got ${String(ratio)}`);
}

function checkNumbers(name: string, values: unknown, range: { min: number; max: number }): void {
  if (!Array.isArray(values)) throw new TypeError(`${name} must be an array of numbers.`);
  values.forEach((value: unknown, i) => checkNumber(`${name}[${i}]`, value, range));
}

function objectOf(name: string, value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new TypeError(`${name} must be an object.`);
}
