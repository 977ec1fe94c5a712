import type { BreakdownModel } from './breakdown.js';
import type { BarrierModel } from './brinkman-barrier.js';
import type { ReadNoiseModel } from './read-noise.js';
import type { SelfHeating } from './self-heating.js';
import type { TemperatureLaw } from './temperature-law.js';

/**
 * One VCMA-MTJ as a set of SI numbers. The field names are those of a device file (`parseDeviceFile`).
 *
 * Conventions: z is the film normal and the reference layer points along +z, so mz = +1 is parallel (low resistance);
 * a positive voltage lowers the perpendicular anisotropy; a positive current density drives the free layer towards parallel.
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
  /** Pillar diameter, m; of an elliptic pillar the axis along x. */
  readonly diameter: number;
  /** Axis of an elliptic pillar along y, m. Absent: round. */
  readonly diameterY?: number;
  /** RA, Ω m². Give this or `resistanceP`, not both. */
  readonly resistanceAreaProduct?: number;
  /** Parallel resistance at low bias, Ω. Give this or `resistanceAreaProduct`, not both. */
  readonly resistanceP?: number;
  /** RP(V)/RP(0). Absent: RP does not depend on bias. */
  readonly resistanceBias?: ResistanceBias;
  /** TMR at zero bias, as a ratio (1.2 is 120 %). */
  readonly tmr: number;
  /** Bias at which the TMR has halved, V. */
  readonly tmrHalfVoltage: number;
  /** Spin polarisation P of the tunnel current. */
  readonly spinPolarization: number;
  /** Λ of the angular dependence of the spin torque. Absent: 1, no dependence. */
  readonly spinTorqueAsymmetry?: number;
  /** εr of the barrier. */
  readonly relativePermittivity: number;
  /** Temperature at which these numbers hold, K. */
  readonly temperature: number;
  /** How the numbers change with temperature. Absent: `DEFAULT_TEMPERATURE_LAW`. */
  readonly temperatureLaw?: TemperatureLaw;
  /** Absent: the junction stays at `temperature`. */
  readonly selfHeating?: SelfHeating;
  /** Absent: the resistance holds at whatever `oxideThickness` is. */
  readonly barrier?: BarrierModel;
  /** Absent: guard at `DEFAULT_MAX_BARRIER_FIELD`, no wear. */
  readonly breakdown?: BreakdownModel;
  /** Absent: the read current has no noise of its own. */
  readonly readNoise?: ReadNoiseModel;
}

/** RP(V)/RP(0) as a table, interpolated monotonically. */
export interface ResistanceBias {
  /** Ascending, V. It holds 0; a table that starts at 0 serves both polarities. */
  readonly voltage: readonly number[];
  /** RP(V)/RP(0); 1 at V = 0. */
  readonly ratio: readonly number[];
}

/** Thin round disc: Nx = Ny = π tf/(4 D), Nz = 1 − 2 Nx. */
export function thinDiscDemag(freeLayerThickness: number, diameter: number): readonly [number, number, number] {
  const n = (Math.PI * freeLayerThickness) / (4 * diameter);
  return [n, n, 1 - 2 * n];
}

/**
 * S1, the default set: a nearly compensated 50 nm cell with Δ ≈ 20. Its 5 kΩ are not consistent with a voltage-driven
 * device (1 V would push 8 times its own critical spin-torque current), which its source ignores.
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
 * S2: an elliptic cell with a high barrier (Δ ≈ 167). Its source has no electrical numbers: those of S3 are put in, which is
 * our choice. 2.35 V/nm at the critical voltage is beyond any barrier, so it serves as a magnet for checks, not for switching.
 */
export const s2: DeviceParameters = {
  name: 'S2',
  source:
    'vcma-sot-macrospin mumax3 script (cites Miriyala, SISPAD 2018); Nx and Ny split so that they add up to 1 with Nz, and all ' +
    'electrical numbers (RA, TMR, spin polarisation, relative permittivity: those of S3), are our choice',
  saturationMagnetization: 1.257e6,
  interfaceAnisotropy: 1.286e-3,
  bulkAnisotropy: 2.245e5,
  freeLayerThickness: 1.7e-9,
  oxideThickness: 2e-9,
  vcmaCoefficient: 50e-15,
  damping: 0.01,
  demag: [0.0159, 0.0496, 0.9345],
  diameter: 150e-9,
  diameterY: 50e-9,
  resistanceAreaProduct: 650e-12,
  tmr: 1,
  tmrHalfVoltage: 0.5,
  spinPolarization: 0.58,
  relativePermittivity: 9.7,
  temperature: 300,
};

/**
 * The nominal cell of the board: the film of S3 in a pillar of 60 nm, behind a barrier of 51 kΩ, in the middle of the
 * 25–250 kΩ for which the board's read-out is designed. The diameter is ours. At S3's own 50 nm the board's in-plane field
 * of 12 kA/m leaves a barrier of 25.6 kBT: a cell is kept for some 20 s at the temperature of a working array, and 4096 of
 * them lose one every 5 ms, while a tile of weights is in use for up to 2 s. At 60 nm the barrier is 35 kBT and the stay
 * days. Spin torque is left out (the current at 1.44 V is 0.3 of its critical value).
 */
export const boardCell: DeviceParameters = {
  ...s3,
  name: 'board cell',
  source: `film: ${s3.source}; diameter and resistance-area product chosen for the board`,
  demag: thinDiscDemag(1.1e-9, 60e-9),
  diameter: 60e-9,
  resistanceAreaProduct: 144e-12,
  tmr: 1.2,
};

/** The named sets. */
export const deviceSets: Readonly<Record<string, DeviceParameters>> = { S1: s1, S2: s2, S3: s3, board: boardCell };
