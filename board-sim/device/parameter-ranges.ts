import type { BarrierWearLaw } from './barrier-wear.js';
import type { BarrierModel } from './brinkman-barrier.js';
import type { BreakdownModel } from './breakdown.js';
import type { FlickerModel } from './flicker-noise.js';
import type { DeviceParameters } from './parameters.js';
import type { SelfHeating } from './self-heating.js';
import type { TelegraphModel } from './telegraph-noise.js';
import type { TemperatureLaw } from './temperature-law.js';

/** Allowed closed range of each numeric field, SI. */
export type FieldRanges<Field extends string = string> = Readonly<Record<Field, readonly [min: number, max: number]>>;

type NumericField<T> = { [K in keyof T]-?: number extends T[K] ? K : never }[keyof T] & string;

/** Ranges of a device's own numbers: wider than any known junction, narrow enough to catch a wrong unit. */
export const parameterRanges: FieldRanges<NumericField<DeviceParameters>> = {
  saturationMagnetization: [1e4, 3e6],
  interfaceAnisotropy: [0, 1e-2],
  bulkAnisotropy: [-1e7, 1e7],
  freeLayerThickness: [2e-10, 2e-8],
  oxideThickness: [5e-10, 5e-9],
  vcmaCoefficient: [0, 2e-12],
  damping: [0, 1],
  diameter: [5e-9, 1e-6],
  diameterY: [5e-9, 1e-6],
  resistanceAreaProduct: [1e-14, 1e-6],
  resistanceP: [1, 1e12],
  tmr: [0, 20],
  tmrHalfVoltage: [1e-2, 10],
  spinPolarization: [0, 1],
  spinTorqueAsymmetry: [1, 100],
  relativePermittivity: [1, 100],
  temperature: [0, 1000],
};

/** Ranges of the numbers in the optional blocks. They exclude what makes no sense, not what is unlikely. */
export const blockRanges: {
  readonly temperatureLaw: FieldRanges<NumericField<TemperatureLaw>>;
  readonly selfHeating: FieldRanges<NumericField<SelfHeating>>;
  readonly barrier: FieldRanges<NumericField<BarrierModel>>;
  readonly breakdown: FieldRanges<NumericField<BreakdownModel>>;
  readonly wear: FieldRanges<NumericField<BarrierWearLaw>>;
  readonly flicker: FieldRanges<NumericField<FlickerModel>>;
  readonly telegraph: FieldRanges<NumericField<TelegraphModel>>;
} = {
  temperatureLaw: {
    curieTemperature: [1, 5000],
    magnetizationExponent: [0.1, 10],
    anisotropyExponent: [0, 10],
    vcmaExponent: [-10, 10],
    resistanceCoefficient: [-0.1, 0.1],
    tmrCoefficient: [-0.1, 0.1],
  },
  selfHeating: { thermalResistance: [0, 1e12], timeConstant: [1e-15, 1] },
  barrier: { height: [0.01, 10], nominalThickness: parameterRanges.oxideThickness },
  breakdown: { maxBarrierField: [1e6, 1e11] },
  wear: {
    characteristicTime: [1e-18, 1e18],
    referenceField: [1e6, 1e11],
    fieldPerDecade: [1e5, 1e11],
    weibullShape: [0.05, 100],
    shortResistance: [1e-3, 1e12],
  },
  flicker: { hoogeParameter: [0, 1e-12], lowFrequency: [1e-9, 1e12], highFrequency: [1e-9, 1e12] },
  telegraph: { dwellUpper: [1e-12, 1e12], dwellLower: [1e-12, 1e12], relativeAmplitude: [0, 2] },
};
