import { DataError } from '../../base/index.js';
import { DEFAULT_BARRIER_HEIGHT } from './brinkman-barrier.js';
import { DEFAULT_MAX_BARRIER_FIELD } from './breakdown.js';
import { checkDeviceParameters } from './check-parameters.js';
import { blockRanges, parameterRanges } from './parameter-ranges.js';
import { type DeviceParameters, deviceSets, thinDiscDemag } from './parameters.js';
import { DEFAULT_TEMPERATURE_LAW } from './temperature-law.js';

type Json = Record<string, unknown>;

/** The fields that an object in a device file may have: a number, text or list (`true`), or an object with fields of its own. */
interface KnownFields {
  readonly [field: string]: true | KnownFields;
}

const numbers = (ranges: Readonly<Record<string, unknown>>): KnownFields =>
  Object.fromEntries(Object.keys(ranges).map((field) => [field, true]));

/** In the order in which they are written. */
const knownFields: KnownFields = {
  name: true,
  source: true,
  ...numbers(parameterRanges),
  demag: true,
  resistanceBias: { voltage: true, ratio: true },
  temperatureLaw: numbers(blockRanges.temperatureLaw),
  selfHeating: numbers(blockRanges.selfHeating),
  barrier: numbers(blockRanges.barrier),
  breakdown: { ...numbers(blockRanges.breakdown), wear: numbers(blockRanges.wear) },
  readNoise: { white: true, flicker: numbers(blockRanges.flicker), telegraph: numbers(blockRanges.telegraph) },
};

/**
 * Reads a device file: JSON with the fields of {@link DeviceParameters}, SI numbers. What may be left out, and what stands in for it:
 * `name` and `source` (the origin), `bulkAnisotropy` (0), `demag` of a round pillar ({@link thinDiscDemag}), `tmrHalfVoltage` (0.5 V),
 * `relativePermittivity` (9.7, bulk MgO), `temperature` (300 K); every block, and inside a block `temperatureLaw.*`
 * ({@link DEFAULT_TEMPERATURE_LAW}), `barrier.height` (0.4 V), `barrier.nominalThickness` (`oxideThickness`),
 * `breakdown.maxBarrierField` (1.2e9 V/m) and `readNoise.white` (false).
 *
 * @param text the file
 * @param origin where it comes from, such as its path
 * @throws DataError when it is not JSON; TypeError, RangeError naming field, value and allowed range, or the unknown fields
 */
export function parseDeviceFile(text: string, origin = 'device file'): DeviceParameters {
  const given = parseJson(text, origin);
  const unknown = unknownFields(given, knownFields, '');
  if (unknown.length > 0) {
    throw new RangeError(
      `Unknown fields in ${origin}: ${unknown.join(', ')}. Allowed are ${allFields(knownFields, '').join(', ')}.`,
    );
  }
  const p: Json = {
    bulkAnisotropy: 0,
    tmrHalfVoltage: 0.5,
    relativePermittivity: 9.7,
    temperature: 300,
    name: origin,
    source: origin,
    ...given,
  };
  if (p['demag'] === undefined) p['demag'] = defaultDemag(p);
  fillBlock(p, 'temperatureLaw', { ...DEFAULT_TEMPERATURE_LAW });
  fillBlock(p, 'barrier', { height: DEFAULT_BARRIER_HEIGHT, nominalThickness: p['oxideThickness'] });
  fillBlock(p, 'breakdown', { maxBarrierField: DEFAULT_MAX_BARRIER_FIELD });
  fillBlock(p, 'readNoise', { white: false });
  return checkDeviceParameters(p as unknown as DeviceParameters);
}

/** A parameter set as a device file; {@link parseDeviceFile} gives the same set back. */
export function formatDeviceFile(parameters: DeviceParameters): string {
  const p = checkDeviceParameters(parameters) as unknown as Json;
  return `${JSON.stringify(ordered(p, knownFields), null, 2)}\n`;
}

/**
 * A named set, or the set that a device file's text describes (text that begins with a brace).
 * @param nameOrJson S1, S2, S3, board (in any case), or JSON
 * @param origin where JSON text comes from, such as its path
 * @throws RangeError for an unknown name; otherwise as {@link parseDeviceFile}
 */
export function findDevice(nameOrJson: string, origin?: string): DeviceParameters {
  const text = nameOrJson.trim();
  if (text.startsWith('{')) return parseDeviceFile(text, origin);
  const found = Object.entries(deviceSets).find(([name]) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found[1];
  throw new RangeError(
    `device must be one of ${Object.keys(deviceSets).join(', ')}, or a device file, got ${JSON.stringify(text)}`,
  );
}

function parseJson(text: string, origin: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataError(`${origin} is not JSON: ${(error as Error).message}`, {
      cause: error,
      nextStep: 'Correct the file; examples/devices/ has files that can be read.',
    });
  }
  if (!isObject(value)) throw new TypeError(`${origin} must hold one JSON object.`);
  return value;
}

/** Nothing for values that the check is going to refuse. */
function defaultDemag(p: Json): unknown {
  const { freeLayerThickness, diameter, diameterY } = p;
  if (diameterY !== undefined && diameterY !== diameter) {
    throw new TypeError('demag must be given for an elliptic pillar: three factors that add up to 1 (Nx, Ny, Nz).');
  }
  return typeof freeLayerThickness === 'number' && typeof diameter === 'number'
    ? thinDiscDemag(freeLayerThickness, diameter)
    : [];
}

function fillBlock(p: Json, name: string, defaults: Json): void {
  if (isObject(p[name])) p[name] = { ...defaults, ...p[name] };
}

function unknownFields(value: Json, known: KnownFields, prefix: string): string[] {
  return Object.entries(value).flatMap(([field, inner]) => {
    const entry = Object.hasOwn(known, field) ? known[field] : undefined;
    if (entry === undefined) return [prefix + field];
    return entry !== true && isObject(inner) ? unknownFields(inner, entry, `${prefix}${field}.`) : [];
  });
}

function allFields(known: KnownFields, prefix: string): string[] {
  return Object.entries(known).flatMap(([field, entry]) =>
    entry === true ? [prefix + field] : allFields(entry, `${prefix}${field}.`),
  );
}

function ordered(value: Json, known: KnownFields): Json {
  return Object.fromEntries(
    Object.entries(known)
      .filter(([field]) => value[field] !== undefined)
      .map(([field, entry]) => [field, entry === true ? value[field] : ordered(value[field] as Json, entry)]),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
