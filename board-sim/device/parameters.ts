import { checkNumber } from '../../base/index.js';

/**
 * One VCMA-MTJ as a set of SI numbers. The field names are those of a device file, so a parsed JSON file is one of these
 * once {@link checkDeviceParameters} has passed it.
 *
 * Conventions: z is the film normal and the reference layer points along +z, so mz = +1 is parallel (low resistance);
 * a positive voltage lowers the perpendicular anisotropy.
 */
export interface DeviceParameters {
  readonly name: string;
  /** Where the numbers come from. */
  readonly source: string;
  /** Ms, A/m. */
  readonly saturationMagnetization: number;
  /** Ki at zero voltage, J/m². */
  readonly interfaceAnisotropy: number;
  /** Kbulk, J/m³. */
  readonly bulkAnisotropy: number;
  /** tf, m. */
  readonly freeLayerThickness: number;
  /** tox, m. */
  readonly oxideThickness: number;
  /** ξ, J/(V m): the interface anisotropy falls by ξ V / tox. */
  readonly vcmaCoefficient: number;
  /** Gilbert damping α. */
  readonly damping: number;
  /** Demagnetising factors [Nx, Ny, Nz], which add up to 1. */
  readonly demag: readonly [number, number, number];
  /** Pillar diameter, m (round pillar). */
  readonly diameter: number;
  /** RA, Ω m². Give this or `resistanceP`, not both. */
  readonly resistanceAreaProduct?: number;
  /** Parallel resistance at low bias, Ω. Give this or `resistanceAreaProduct`, not both. */
  readonly resistanceP?: number;
  /** TMR at zero bias, as a ratio (1.2 is 120 %). */
  readonly tmr: number;
  /** Bias at which the TMR has halved, V. */
  readonly tmrHalfVoltage: number;
  /** Spin polarisation P of the tunnel current. */
  readonly spinPolarization: number;
  /** εr of the barrier. */
  readonly relativePermittivity: number;
  /** K. */
  readonly temperature: number;
}

type NumericField = Exclude<keyof DeviceParameters, 'name' | 'source' | 'demag'>;

/** Allowed closed ranges: wider than any known junction, narrow enough to catch a wrong unit. */
const ranges: Record<NumericField, readonly [min: number, max: number]> = {
  saturationMagnetization: [1e4, 3e6],
  interfaceAnisotropy: [0, 1e-2],
  bulkAnisotropy: [-1e7, 1e7],
  freeLayerThickness: [2e-10, 2e-8],
  oxideThickness: [5e-10, 5e-9],
  vcmaCoefficient: [0, 2e-12],
  damping: [0, 1],
  diameter: [5e-9, 1e-6],
  resistanceAreaProduct: [1e-14, 1e-6],
  resistanceP: [1, 1e12],
  tmr: [0, 20],
  tmrHalfVoltage: [1e-2, 10],
  spinPolarization: [0, 1],
  relativePermittivity: [1, 100],
  temperature: [0, 1000],
};

/**
 * Checks a parameter set and returns it.
 * @throws TypeError when a field has the wrong type or is missing.
 * @throws RangeError naming field, value and allowed range.
 */
export function checkDeviceParameters(parameters: DeviceParameters): DeviceParameters {
  if (!isObject(parameters)) throw new TypeError('A device must be an object.');
  for (const field of ['name', 'source'] as const) {
    if (typeof parameters[field] !== 'string') throw new TypeError(`${field} must be a string.`);
  }
  const { resistanceAreaProduct, resistanceP } = parameters;
  if ((resistanceAreaProduct === undefined) === (resistanceP === undefined)) {
    throw new RangeError(
      `Give exactly one of resistanceAreaProduct (${String(resistanceAreaProduct)}) and resistanceP (${String(resistanceP)}).`,
    );
  }
  for (const [field, [min, max]] of Object.entries(ranges) as [NumericField, readonly [number, number]][]) {
    const value = parameters[field];
    if (value === undefined && (field === 'resistanceP' || field === 'resistanceAreaProduct')) continue;
    checkNumber(field, value, { min, max });
  }
  checkDemag(parameters.demag);
  return parameters;
}

function checkDemag(demag: readonly number[]): void {
  const given: unknown = demag;
  if (!Array.isArray(given)) throw new TypeError('demag must be an array of three numbers.');
  if (demag.length !== 3) throw new RangeError(`demag has ${demag.length} numbers; it must have 3 (Nx, Ny, Nz).`);
  demag.forEach((n: number, i) => checkNumber(`demag[${i}]`, n, { min: 0, max: 1 }));
  const sum = demag.reduce((a: number, n: number) => a + n, 0);
  if (Math.abs(sum - 1) > 1e-3) throw new RangeError(`demag adds up to ${sum}; allowed is 1 within 0.001.`);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Thin round disc: Nx = Ny = π tf/(4 D), Nz = 1 − 2 Nx. */
export function thinDiscDemag(freeLayerThickness: number, diameter: number): readonly [number, number, number] {
  const n = (Math.PI * freeLayerThickness) / (4 * diameter);
  return [n, n, 1 - 2 * n];
}

/**
 * S1, the default set: a nearly compensated 50 nm cell with Δ ≈ 20. Its 5 kΩ are not consistent with a voltage-driven
 * device (1 V would push 8 times its own critical spin-torque current), which its source ignores; see {@link boardCell}.
 */
export const s1: DeviceParameters = {
  name: 'S1',
  source: 'utinclab Stochastic_MTJ_Model, set "VCMA" (its README cites Liu, IEEE JXCDC 8, 194, 2022)',
  saturationMagnetization: 1.2e6,
  interfaceAnisotropy: 1.0056364e-3,
  bulkAnisotropy: 0,
  freeLayerThickness: 1.1e-9,
  oxideThickness: 1.5e-9,
  vcmaCoefficient: 75e-15,
  damping: 0.03,
  demag: [0.010613177892974, 0.010613177892974, 0.978773644214052],
  diameter: 50e-9,
  resistanceP: 5e3,
  tmr: 1.2,
  tmrHalfVoltage: 0.5,
  spinPolarization: 0.6,
  relativePermittivity: 4,
  temperature: 300,
};

/** S3: a stabler cell (Δ ≈ 30) with a thick, resistive barrier. */
export const s3: DeviceParameters = {
  name: 'S3',
  source:
    'vgsot_python_model (cites Zhang, IEEE Access 8, 50792, 2020); its relative permittivity is our choice (bulk MgO)',
  saturationMagnetization: 0.625e6,
  interfaceAnisotropy: 0.32e-3,
  bulkAnisotropy: 0,
  freeLayerThickness: 1.1e-9,
  oxideThickness: 1.4e-9,
  vcmaCoefficient: 60e-15,
  damping: 0.05,
  demag: thinDiscDemag(1.1e-9, 50e-9),
  diameter: 50e-9,
  resistanceAreaProduct: 650e-12,
  tmr: 1,
  tmrHalfVoltage: 0.5,
  spinPolarization: 0.58,
  relativePermittivity: 9.7,
  temperature: 300,
};

/**
 * The nominal cell of the board: the magnet of S1 behind a barrier of 51 kΩ, in the middle of the 25–250 kΩ for which the
 * board's read-out is designed. Spin torque is still left out (the current at 1 V is 0.8 of its critical value).
 */
export const boardCell: DeviceParameters = {
  ...withoutResistance(s1),
  name: 'board cell',
  source: `magnet: ${s1.source}; resistance-area product chosen for the board's read-out`,
  resistanceAreaProduct: 100e-12,
};

/** The named sets. */
export const deviceSets: Readonly<Record<string, DeviceParameters>> = { S1: s1, S3: s3, board: boardCell };

function withoutResistance(parameters: DeviceParameters): Omit<DeviceParameters, 'resistanceP'> {
  const { resistanceP: _unused, ...rest } = parameters;
  return rest;
}
